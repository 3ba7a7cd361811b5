namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>What the person's own lines say.</summary>
/// <param name="Command">Null when there is none, or more than one.</param>
/// <param name="CommandLines">As they were written, with what goes on from the first; empty where there is none.</param>
internal sealed record ParsedOwnLines(Command? Command, IReadOnlyList<string> CommandLines, IReadOnlyList<ReadLine> Lines)
{
    public IReadOnlyList<AssignedItems> Assigned { get; init; } = [];
}
