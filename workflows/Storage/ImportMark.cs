using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Storage;

/// <summary>That a programme is being brought into this storage, or was. Until it is whole nothing may be started from its facts.</summary>
/// <param name="Manifest">SHA-256 of the export's manifest.</param>
[OutsideChain(RowKey, "It stands before the first row of the chain does; that an import was done is an event.")]
public sealed record ImportMark(string Manifest, DateTimeOffset Begun, DateTimeOffset? Done)
{
    public const string RowKey = "programme-import";

    /// <summary>Apart from the programme's, of which an import brings every row.</summary>
    public static StreamId Stream { get; } = new("import");
}

/// <summary>What other rooms have to know of an import.</summary>
public sealed class ImportMarks(ProgrammeTable table)
{
    public async Task<Row<ImportMark>?> FindAsync(CancellationToken cancellation) =>
        await table.FindAsync<ImportMark>(ImportMark.Stream, ImportMark.RowKey, cancellation);

    /// <summary>True: the facts are half here.</summary>
    public async Task<bool> IsUnderWayAsync(CancellationToken cancellation) => await FindAsync(cancellation) is { Value.Done: null };
}
