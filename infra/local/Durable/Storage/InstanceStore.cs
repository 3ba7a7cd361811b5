using System.Globalization;
using System.Text.Json;
using ACip.Local.Durable.History;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.DurableTask.Client;

namespace ACip.Local.Durable.Storage;

/// <summary>Instances in one table: a partition each, with a state row, a row a turn and a row an unread event. A turn is one transaction.</summary>
internal sealed class InstanceStore(TableServiceClient tables, BlobServiceClient blobs, string hub)
{
    private const string StateKey = "state";

    /// <summary>What an entity-group transaction holds.</summary>
    private const int MaxActions = 100;

    private readonly TableClient table = tables.GetTableClient(hub + "Instances");
    private readonly LargeText texts = new(blobs.GetBlobContainerClient(hub.ToLowerInvariant() + "-large-messages"));

    public static int MaxEventsATurn => 80;

    public async Task CreateAsync(CancellationToken cancellation) => await table.CreateIfNotExistsAsync(cancellation);

    /// <summary>Writes the state of a new generation and drops the rows of the one before.</summary>
    /// <param name="before">The finished instance that stands under this id now; null where the id is new.</param>
    public async Task StartAsync(InstanceState state, InstanceState? before, CancellationToken cancellation)
    {
        TableEntity row = await RowAsync(state, cancellation);
        if (before is null)
        {
            await table.AddEntityAsync(row, cancellation);
        }
        else
        {
            await table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, row, ETag.All), .. Drop(before).Take(MaxActions - 1)], cancellation);
        }
    }

    /// <summary>Commits one turn: new state, what happened, events that were read, events handed on to the next generation.</summary>
    /// <returns>False where somebody else has written meanwhile.</returns>
    public async Task<bool> CommitAsync(InstanceState before, InstanceState after, IReadOnlyList<HistoryEvent>? turn, IEnumerable<string> read, IEnumerable<(string Key, HistoryEvent Event)> handedOn, CancellationToken cancellation)
    {
        var actions = new List<TableTransactionAction> { new(TableTransactionActionType.UpdateReplace, await RowAsync(after, cancellation), ETag.All) };
        if (turn is not null)
        {
            var history = new TableEntity(after.InstanceId, TurnKey(after.Generation, after.Turns));
            await texts.PutAsync(history, "Events", HistoryEvent.Write(turn), cancellation);
            actions.Add(new(TableTransactionActionType.Add, history));
        }

        actions.AddRange(read.Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(after.InstanceId, key), ETag.All)));
        foreach ((string key, HistoryEvent item) in handedOn)
        {
            if (actions.Count < MaxActions)
            {
                actions.Add(new(TableTransactionActionType.UpsertReplace, await InboxRowAsync(after.InstanceId, key, item, cancellation)));
            }
            else
            {
                // more than a transaction holds goes first: if the turn is then not committed, they come twice, which events may
                await AddEventAsync(after.InstanceId, key, item, cancellation);
            }
        }

        if (after.Generation != before.Generation)
        {
            // rows of an older generation that stay behind are passed over when reading
            actions.AddRange(Drop(before).Take(MaxActions - actions.Count));
        }

        try
        {
            await table.SubmitTransactionAsync(actions, cancellation);
            return true;
        }
        catch (RequestFailedException failed) when (failed.Status is 404 or 409 or 412)
        {
            // the first answer may have been lost on its way: then the row that stands there is ours
            return await ReadStateAsync(after.InstanceId, cancellation) is { } stands && stands.Commit == after.Commit;
        }
    }

    /// <summary>Keeps an event until a turn has read it. The same key twice is the same event.</summary>
    public async Task AddEventAsync(string instanceId, string key, HistoryEvent item, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(await InboxRowAsync(instanceId, key, item, cancellation), cancellation);
        }
        catch (RequestFailedException failed) when (failed.Status == 409)
        {
        }
    }

    public async Task<StoredInstance?> ReadAsync(string instanceId, CancellationToken cancellation) =>
        (await GroupAsync(TableClient.CreateQueryFilter($"PartitionKey eq {instanceId}"), cancellation)).SingleOrDefault();

    /// <summary>One pass over the table, for the start of the engine.</summary>
    public Task<List<StoredInstance>> ReadAllAsync(CancellationToken cancellation) => GroupAsync(null, cancellation);

    public async Task<InstanceState?> ReadStateAsync(string instanceId, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await table.GetEntityIfExistsAsync<TableEntity>(instanceId, StateKey, cancellationToken: cancellation);
        return row.HasValue ? await StateAsync(row.Value!, cancellation) : null;
    }

    public async Task PurgeAsync(string instanceId, CancellationToken cancellation)
    {
        var rows = new List<TableTransactionAction>();
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {instanceId}"), select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
        {
            rows.Add(new(TableTransactionActionType.Delete, row, ETag.All));
        }

        // the state row sorts last and goes last: until then a broken-off purge can be repeated
        foreach (TableTransactionAction[] batch in rows.OrderBy(r => r.Entity.RowKey, StringComparer.Ordinal).Chunk(100))
        {
            await table.SubmitTransactionAsync(batch, cancellation);
        }
    }

    private static string TurnKey(int generation, int turn) => string.Create(CultureInfo.InvariantCulture, $"h-{generation:D6}-{turn:D6}");

    private static IEnumerable<TableTransactionAction> Drop(InstanceState old) =>
        Enumerable.Range(1, old.Turns).Select(turn =>
            new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(old.InstanceId, TurnKey(old.Generation, turn)), ETag.All));

    private async Task<List<StoredInstance>> GroupAsync(string? filter, CancellationToken cancellation)
    {
        var rows = new Dictionary<string, List<TableEntity>>(StringComparer.Ordinal);
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (!rows.TryGetValue(row.PartitionKey, out List<TableEntity>? partition))
            {
                rows[row.PartitionKey] = partition = [];
            }

            partition.Add(row);
        }

        var instances = new List<StoredInstance>();
        foreach (List<TableEntity> partition in rows.Values)
        {
            if (partition.Find(r => r.RowKey == StateKey) is { } stateRow)
            {
                instances.Add(await AssembleAsync(await StateAsync(stateRow, cancellation), partition, cancellation));
            }
        }

        return instances;
    }

    private async Task<StoredInstance> AssembleAsync(InstanceState state, List<TableEntity> partition, CancellationToken cancellation)
    {
        var turns = new List<IReadOnlyList<HistoryEvent>>();
        var inbox = new List<(string, HistoryEvent)>();
        if (!state.IsFinished)
        {
            string generation = string.Create(CultureInfo.InvariantCulture, $"h-{state.Generation:D6}-");
            foreach (TableEntity row in partition.OrderBy(r => r.RowKey, StringComparer.Ordinal))
            {
                if (row.RowKey.StartsWith(generation, StringComparison.Ordinal))
                {
                    turns.Add(HistoryEvent.Read((await texts.GetAsync(row, "Events", cancellation))!));
                }
                else if (row.RowKey.StartsWith("i-", StringComparison.Ordinal))
                {
                    inbox.Add((row.RowKey, HistoryEvent.Read((await texts.GetAsync(row, "Event", cancellation))!)[0]));
                }
            }
        }

        return new StoredInstance(state, turns, inbox);
    }

    private async Task<TableEntity> InboxRowAsync(string instanceId, string key, HistoryEvent item, CancellationToken cancellation)
    {
        var row = new TableEntity(instanceId, key);
        await texts.PutAsync(row, "Event", HistoryEvent.Write([item]), cancellation);
        return row;
    }

    private async Task<TableEntity> RowAsync(InstanceState state, CancellationToken cancellation)
    {
        var row = new TableEntity(state.InstanceId, StateKey)
        {
            ["Name"] = state.Name,
            ["Version"] = state.Version!,
            ["Status"] = state.Status.ToString(),
            ["Generation"] = state.Generation,
            ["Turns"] = state.Turns,
            ["Created"] = state.Created,
            ["Updated"] = state.Updated,
            ["StartAt"] = state.StartAt!,
            ["Parent"] = (state.Parent is null ? null : JsonSerializer.Serialize(state.Parent))!,
            ["Tags"] = (state.Tags.Count == 0 ? null : JsonSerializer.Serialize(state.Tags))!,
            ["Commit"] = state.Commit,
        };
        await texts.PutAsync(row, "Input", state.Input, cancellation);
        await texts.PutAsync(row, "Output", state.Output, cancellation);
        await texts.PutAsync(row, "CustomStatus", state.CustomStatus, cancellation);
        return row;
    }

    private async Task<InstanceState> StateAsync(TableEntity row, CancellationToken cancellation) => new(
        row.PartitionKey,
        row.GetString("Name")!,
        row.GetString("Version"),
        Enum.Parse<OrchestrationRuntimeStatus>(row.GetString("Status")!),
        row.GetInt32("Generation")!.Value,
        row.GetInt32("Turns")!.Value,
        row.GetDateTimeOffset("Created")!.Value,
        row.GetDateTimeOffset("Updated")!.Value,
        row.GetDateTimeOffset("StartAt"),
        await texts.GetAsync(row, "Input", cancellation),
        await texts.GetAsync(row, "Output", cancellation),
        await texts.GetAsync(row, "CustomStatus", cancellation),
        row.GetString("Parent") is { } parent ? JsonSerializer.Deserialize<ParentAction>(parent) : null,
        row.GetString("Tags") is { } tags ? JsonSerializer.Deserialize<Dictionary<string, string>>(tags)! : new Dictionary<string, string>(),
        row.GetString("Commit")!);
}
