using System.Text.Json.Serialization;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Events;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Registers;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys;
using Azure.Storage.Blobs;

namespace ACip.Workflows.DonorReports.RegisterImports;

/// <summary>The imported registers. Each import is the whole register, stored as a file under its hash; a row says which one is
/// current.</summary>
/// <remarks>So an import takes effect at once or not at all, every earlier state can be restored, and the audit trail names each by its
/// hash.</remarks>
public sealed class RegisterStore(BlobServiceClient blobs, ProgrammeTable table, ProgrammeDirectory directory, TimeProvider clock)
{
    internal const string Container = "registers";

    /// <summary>No survey of the programme was before.</summary>
    private const int FirstYear = 2015;

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    /// <param name="by">Null: sample data.</param>
    /// <param name="mayBeEmpty">True: whoever sent it was asked once, and means it.</param>
    /// <returns>What now holds, or the lines to mend; then nothing has changed.</returns>
    public async Task<RegisterImport> ImportAsync(
        RegisterKind kind,
        byte[] csv,
        PersonId? by,
        CancellationToken cancellation,
        bool mayBeEmpty = false
    )
    {
        (int rows, IReadOnlyList<LineError> errors, IReadOnlyList<Text> forgiven) = await CheckAsync(kind, csv, mayBeEmpty, cancellation);
        if (errors.Count > 0)
        {
            return new RegisterImport(null, errors);
        }

        string sha256 = SnapshotDocument.Sha256(csv);
        await KeepAsync(Name(kind, sha256), csv, cancellation);
        return await table.DecideAsync(
            async () =>
            {
                Row<RegisterState>? was = await FindAsync(kind, cancellation);
                if (was?.Value.Sha256 == sha256)
                {
                    return ((UnitOfWork?)null, new RegisterImport(was.Value, []) { Forgiven = forgiven });
                }

                var now = new RegisterState(kind, sha256, rows, by, clock.GetUtcNow());
                return (
                    new UnitOfWork(StreamId.Programme)
                        .Put(Key(kind), was, now)
                        .Record(new AuditEntry(AuditKind.ProgrammeChanged, Key(kind), by, $"register imported, {rows} rows", sha256)),
                    new RegisterImport(now, []) { Forgiven = forgiven }
                );
            },
            cancellation
        );
    }

    /// <returns>Null where nothing was imported yet.</returns>
    public async Task<RegisterState?> StateAsync(RegisterKind kind, CancellationToken cancellation) =>
        (await FindAsync(kind, cancellation))?.Value;

    public async Task<IReadOnlyList<DeliveredEvent>> DeliveriesAsync(CancellationToken cancellation) =>
        await ReadAsync(RegisterKind.Deliveries, cancellation) is { } csv
            ? EventRegisterReader.Read(csv, known: null, mayBeEmpty: true).Rows
            : [];

    public async Task<IReadOnlyList<CipsScore>> CipsAsync(CancellationToken cancellation) =>
        await ReadAsync(RegisterKind.Cips, cancellation) is { } csv ? CipsRegisterReader.Read(csv, mayBeEmpty: true).Rows : [];

    internal static string Key(RegisterKind kind) => $"register|{kind.ToString().ToLowerInvariant()}";

    internal static string Name(RegisterKind kind, string sha256) => $"{kind.ToString().ToLowerInvariant()}/{sha256}.csv";

    private async Task<(int Rows, IReadOnlyList<LineError> Errors, IReadOnlyList<Text> Forgiven)> CheckAsync(
        RegisterKind kind,
        byte[] csv,
        bool mayBeEmpty,
        CancellationToken cancellation
    )
    {
        using var content = new MemoryStream(csv, writable: false);
        if (kind == RegisterKind.Cips)
        {
            RegisterRead<CipsScore> scores = CipsRegisterReader.Read(content, (FirstYear, clock.GetUtcNow().Year + 1), mayBeEmpty);
            return (scores.Rows.Count, scores.Errors, scores.Forgiven);
        }

        RegisterRead<DeliveredEvent> deliveries = EventRegisterReader.Read(
            content,
            await KnownAsync(cancellation),
            clock.UtcToday(),
            mayBeEmpty
        );
        return (deliveries.Rows.Count, deliveries.Errors, deliveries.Forgiven);
    }

    private async Task<IReadOnlySet<AdministrationId>> KnownAsync(CancellationToken cancellation) =>
        (await directory.ReadAsync(cancellation)).Administrations.Keys.ToHashSet();

    private Task<Row<RegisterState>?> FindAsync(RegisterKind kind, CancellationToken cancellation) =>
        table.FindAsync<RegisterState>(StreamId.Programme, Key(kind), cancellation);

    private async Task<Stream?> ReadAsync(RegisterKind kind, CancellationToken cancellation) =>
        await FindAsync(kind, cancellation) is { Value: var state }
            ? (await container.GetBlobClient(Name(kind, state.Sha256)).DownloadContentAsync(cancellation)).Value.Content.ToStream()
            : null;

    private async Task KeepAsync(string name, byte[] csv, CancellationToken cancellation)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        // where it stands, it is the same file under the same hash
        await container.GetBlobClient(name).WriteOnceAsync(new BinaryData(csv), "text/csv; charset=utf-8", cancellation);
    }
}

[JsonConverter(typeof(JsonStringEnumConverter<RegisterKind>))]
public enum RegisterKind
{
    Deliveries,
    Cips,
}

/// <summary>Which import holds.</summary>
/// <param name="Rows">Lines with content.</param>
public sealed record RegisterState(RegisterKind Kind, string Sha256, int Rows, PersonId? By, DateTimeOffset At);

/// <param name="Now">Null where there are errors.</param>
public sealed record RegisterImport(RegisterState? Now, IReadOnlyList<LineError> Errors)
{
    /// <summary>As in <see cref="RegisterRead{TRow}.Forgiven"/>.</summary>
    public IReadOnlyList<Text> Forgiven { get; init; } = [];
}
