using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Storage;

/// <summary>Records that a programme is being imported into this storage, or was. Until the import is complete nothing may be started from
/// its facts.</summary>
/// <param name="Manifest">SHA-256 of the export's manifest.</param>
[OutsideChain(RowKey, "It stands before the first row of the chain does; that an import was done is an event.")]
public sealed record ImportMark(string Manifest, DateTimeOffset Begun, DateTimeOffset? Done)
{
    public const string RowKey = "programme-import";

    /// <summary>A stream of its own, because an import replaces every row of the programme's.</summary>
    public static StreamId Stream { get; } = new("import");
}

/// <summary>Tells other capabilities whether an import is running.</summary>
public sealed class ImportMarks(ProgrammeTable table)
{
    public async Task<Row<ImportMark>?> FindAsync(CancellationToken cancellation) =>
        await table.FindAsync<ImportMark>(ImportMark.Stream, ImportMark.RowKey, cancellation);

    /// <summary>True while the facts are incomplete.</summary>
    public async Task<bool> IsUnderWayAsync(CancellationToken cancellation) => await FindAsync(cancellation) is { Value.Done: null };
}
