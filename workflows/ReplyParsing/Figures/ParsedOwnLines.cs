namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>What the person's own lines say.</summary>
/// <param name="Command">Null when there is none, or more than one.</param>
/// <param name="CommandLine">As it was written; empty where there is none.</param>
internal sealed record ParsedOwnLines(Command? Command, string CommandLine, IReadOnlyList<ReadLine> Lines)
{
    public IReadOnlyList<AssignedItems> Assigned { get; init; } = [];
}
