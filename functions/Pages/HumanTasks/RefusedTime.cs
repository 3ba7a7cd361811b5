using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>A request for more time that was refused, as it was typed.</summary>
public sealed record RefusedTime(string Day, string Reason, Text Why);
