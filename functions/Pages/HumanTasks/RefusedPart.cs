using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>An assignment that was refused, as it was typed.</summary>
public sealed record RefusedPart(string Items, string Address, Text Why);
