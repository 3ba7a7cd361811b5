using ACip.Workflows.Identifiers;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>A submission that no longer counts: recalled by its administration before anybody decided, or reopened by the Secretariat
/// after acceptance and before the lock.</summary>
public sealed record TakenBack(PersonId By, DateTimeOffset At, string Reason);
