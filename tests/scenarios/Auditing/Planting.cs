using System.Text.Json.Nodes;
using ACip.Tests.Scenarios.Trust;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Tests.Scenarios.Auditing;

/// <summary>Ways to put a fault into storage: past the program, or through its own unit of work, as an error in the product would, so that
/// the chain holds what is wrong. Afterwards everything is as it was.</summary>
internal sealed class Planting : IAsyncDisposable
{
    private readonly FullWorld full;
    private readonly Dictionary<(string, string), TableEntity> before;
    private readonly List<(BlobClient Blob, BlobDownloadResult? Was)> blobs = [];

    private Planting(FullWorld full, Dictionary<(string, string), TableEntity> before) => (this.full, this.before) = (full, before);

    private TableClient Rows => full.World.Service<TableServiceClient>().GetTableClient(ProgrammeTable.Name);

    public static async Task<Planting> BeginAsync(FullWorld full)
    {
        var planting = new Planting(full, []);
        foreach (TableEntity row in await planting.AllAsync())
        {
            planting.before[(row.PartitionKey, row.RowKey)] = row;
        }

        return planting;
    }

    /// <summary>The first row of a kind that is as it has to be.</summary>
    public (string Stream, string Key, JsonObject Fact) First(string prefix, Func<JsonObject, bool>? wanted = null) =>
        (
            from row in before.Values
            where row.RowKey.StartsWith(prefix, StringComparison.Ordinal)
            let fact = (JsonObject)JsonNode.Parse(RowShape.Text(row))!
            where wanted?.Invoke(fact) != false
            orderby row.PartitionKey, row.RowKey
            select (row.PartitionKey, row.RowKey, fact)
        ).First();

    /// <summary>Changes a row past the program.</summary>
    public async Task OverwriteAsync(string stream, string key, Action<JsonObject> change)
    {
        var fact = (JsonObject)JsonNode.Parse(RowShape.Text(before[(stream, key)]))!;
        change(fact);
        TableEntity row = new(before[(stream, key)])
        {
            ["Json"] = fact.ToJsonString(),
            ["Json1"] = null,
            ["Json2"] = null,
        };
        await Rows.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
    }

    public Task RemoveAsync(string stream, string key) => Rows.DeleteEntityAsync(stream, key, ETag.All);

    /// <summary>Changes a row as the product would: in one commit with its event.</summary>
    public Task CommitAsync(string stream, string key, Action<JsonObject> change) =>
        DecideAsync(
            stream,
            async unit =>
            {
                Row<JsonObject> row = (await full.World.Table.FindAsync<JsonObject>(unit.Stream, key, CancellationToken.None))!;
                var fact = (JsonObject)row.Value.DeepClone();
                change(fact);
                return unit.Replace(row, fact);
            }
        );

    public Task AddAsync(string stream, string key, JsonObject fact) => DecideAsync(stream, unit => Task.FromResult(unit.Add(key, fact)));

    /// <summary>In one commit.</summary>
    public Task RecordAsync(string stream, params AuditEntry[] entries) =>
        DecideAsync(stream, unit => Task.FromResult(entries.Aggregate(unit, (all, entry) => all.Record(entry))));

    /// <summary>The same, by a clock that goes ahead.</summary>
    public Task RecordLaterAsync(TimeSpan by, string stream, AuditEntry entry) =>
        new ProgrammeTable(full.World.Service<TableServiceClient>(), new Ahead(full.World.Platform.Clock, by)).DecideAsync(
            () => Task.FromResult(((UnitOfWork?)new UnitOfWork(new StreamId(stream)).Record(entry), true)),
            CancellationToken.None
        );

    public DateTimeOffset Now => full.World.Platform.Clock.GetUtcNow();

    private Task<bool> DecideAsync(string stream, Func<UnitOfWork, Task<UnitOfWork>> write) =>
        full.World.Table.DecideAsync(
            async () => ((UnitOfWork?)await write(new UnitOfWork(new StreamId(stream))), true),
            CancellationToken.None
        );

    public async Task<byte[]> ReadAsync(string container, string name) =>
        (await Blob(container, name).DownloadContentAsync()).Value.Content.ToArray();

    /// <param name="bytes">Null: it is removed.</param>
    public async Task SetAsync(string container, string name, byte[]? bytes)
    {
        BlobClient blob = Blob(container, name);
        BlobDownloadResult? was = await blob.ExistsAsync() ? (await blob.DownloadContentAsync()).Value : null;
        blobs.Add((blob, was));
        await PutAsync(blob, bytes, was?.Details);
    }

    public async Task<string> AnyBlobAsync(string container, string end = "")
    {
        await foreach (BlobItem item in full.World.Service<BlobServiceClient>().GetBlobContainerClient(container).GetBlobsAsync())
        {
            if (item.Name.EndsWith(end, StringComparison.Ordinal))
            {
                return item.Name;
            }
        }

        throw new InvalidOperationException($"There is no {container}/…{end}.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach ((BlobClient blob, BlobDownloadResult? was) in Enumerable.Reverse(blobs))
        {
            await PutAsync(blob, was?.Content.ToArray(), was?.Details);
        }

        foreach (TableEntity now in await AllAsync())
        {
            if (!before.Remove((now.PartitionKey, now.RowKey), out TableEntity? was))
            {
                await RemoveAsync(now.PartitionKey, now.RowKey);
            }
            else if (now.ETag != was.ETag)
            {
                await Rows.UpsertEntityAsync(was, TableUpdateMode.Replace);
            }
        }

        foreach (TableEntity gone in before.Values)
        {
            await Rows.UpsertEntityAsync(gone, TableUpdateMode.Replace);
        }
    }

    private async Task<List<TableEntity>> AllAsync() => await Rows.QueryAsync<TableEntity>().ToListAsync();

    private BlobClient Blob(string container, string name) =>
        full.World.Service<BlobServiceClient>().GetBlobContainerClient(container).GetBlobClient(name);

    /// <param name="details">What else is kept with it, such as when a mail came.</param>
    private static async Task PutAsync(BlobClient blob, byte[]? bytes, BlobDownloadDetails? details)
    {
        if (bytes is null)
        {
            await blob.DeleteIfExistsAsync();
        }
        else
        {
            await blob.UploadAsync(
                new BinaryData(bytes),
                new BlobUploadOptions
                {
                    Metadata = details?.Metadata,
                    HttpHeaders = new BlobHttpHeaders { ContentType = details?.ContentType },
                }
            );
        }
    }

    private sealed class Ahead(TimeProvider clock, TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + by;
    }
}
