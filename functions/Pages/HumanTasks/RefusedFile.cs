using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>A file that was not kept: for what it was chosen, and why not.</summary>
public sealed record RefusedFile(string Item, Text Why);
