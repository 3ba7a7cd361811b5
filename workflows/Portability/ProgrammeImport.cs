using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Portability;

/// <summary>Imports an exported programme into an empty platform, piece by piece; each piece can be repeated. Nothing is started from its
/// facts before it is complete.</summary>
public sealed class ProgrammeImport(
    ProgrammeTable table,
    ImportMarks marks,
    EmptyPlatform platform,
    IEnumerable<IStorageCache> memories,
    TimeProvider clock
)
{
    public async Task<ImportBeginning> BeginAsync(ImportRequest request, CancellationToken cancellation)
    {
        if (request.Format != PortableFormat.Name || request.Version != PortableFormat.Version)
        {
            return new ImportBeginning.Refused(
                "export-format",
                $"It is '{request.Format}' version {request.Version}; this platform reads '{PortableFormat.Name}' version {PortableFormat.Version}. Import it with the application that wrote it, then deploy this one."
            );
        }

        Row<ImportMark>? stands = await marks.FindAsync(cancellation);
        if (stands is { Value: { Manifest: var manifest } known } && manifest == request.Manifest)
        {
            return new ImportBeginning.Accepted(known.Done is null ? "continued" : "done");
        }

        if (stands is { Value.Done: null })
        {
            return new ImportBeginning.Refused(
                "import-under-way",
                $"Another export (manifest {stands.Value.Manifest}) is half here. Go on with that one, or begin on empty storage: remove tables and containers, and restart the application."
            );
        }

        if (await platform.FirstOfAsync(cancellation) is { } found)
        {
            return new ImportBeginning.Refused(
                "programme-not-empty",
                $"A programme stands here already ({found}). An import goes into an empty platform only: deploy one with new storage, without Programme__FirstApprover; or remove tables and containers, and restart the application."
            );
        }

        await platform.ClearAsync(cancellation);
        var mark = new ImportMark(request.Manifest, clock.GetUtcNow(), null);
        return await table.TryCommitAsync(new UnitOfWork(ImportMark.Stream).Put(ImportMark.RowKey, stands, mark), cancellation)
            ? new ImportBeginning.Accepted("begun")
            : throw new ContentionException();
    }

    /// <summary>Whether pieces of that export can be imported now.</summary>
    public async Task<bool> TakesAsync(string manifest, CancellationToken cancellation) =>
        await marks.FindAsync(cancellation) is { Value: { Done: null } mark } && mark.Manifest == manifest;

    /// <summary>Declares the import complete: records it in the programme's chain and allows workflows to start. Repeating it is
    /// harmless.</summary>
    /// <returns>False where no such import was begun.</returns>
    public async Task<bool> EndAsync(string manifest, CancellationToken cancellation)
    {
        if (await marks.FindAsync(cancellation) is not { } mark || mark.Value.Manifest != manifest)
        {
            return false;
        }

        Forget();
        if (mark.Value.Done is null)
        {
            await table.DecideAsync(
                async () =>
                    (
                        (await AuditRows.ReadAsync(table, StreamId.Programme, cancellation)).Any(link =>
                            link.Kind == AuditKind.ProgrammeImported && link.DataSha256 == manifest
                        )
                            ? null
                            : new UnitOfWork(StreamId.Programme).Record(
                                new AuditEntry(AuditKind.ProgrammeImported, StreamId.Programme.Value, DataSha256: manifest)
                            ),
                        true
                    ),
                cancellation
            );
            await table.TryCommitAsync(
                new UnitOfWork(ImportMark.Stream).Replace(mark, mark.Value with { Done = clock.GetUtcNow() }),
                cancellation
            );
        }

        return true;
    }

    private void Forget()
    {
        foreach (IStorageCache memory in memories)
        {
            memory.Forget();
        }
    }
}

/// <param name="Manifest">Its SHA-256, in lower-case hexadecimal digits.</param>
public sealed record ImportRequest(string Format, int Version, string Manifest);

public abstract record ImportBeginning
{
    /// <param name="State">begun, continued or done.</param>
    public sealed record Accepted(string State) : ImportBeginning;

    public sealed record Refused(string Rule, string Why) : ImportBeginning;
}
