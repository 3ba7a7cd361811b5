namespace ACip.Tests.Faults.Auditor;

/// <summary>Something that is not as it must be.</summary>
/// <param name="Rule">Name of the rule that found it.</param>
/// <param name="Stream">Partition of the table, or container of the blob.</param>
/// <param name="Key">Of the row, event or blob.</param>
/// <param name="What">In plain words.</param>
public sealed record Finding(string Rule, string Stream, string Key, string What)
{
    public override string ToString() => $"{Rule}  {Stream}/{Key}: {What}";
}
