using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>A file that was not stored: the item that it was for, and the reason.</summary>
public sealed record RefusedFile(string Item, Text Why);
