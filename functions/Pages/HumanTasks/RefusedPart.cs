using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>A part that could not be asked for, as it was typed.</summary>
public sealed record RefusedPart(string Items, string Address, Text Why);
