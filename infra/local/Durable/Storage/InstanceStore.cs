using ACip.Local.Durable.History;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ACip.Local.Durable.Storage;

/// <summary>Instances in one table: a partition each, with a state row, a row a turn and a row an unread event. A turn is one transaction.</summary>
internal sealed class InstanceStore
{
    /// <summary>What an entity-group transaction holds: entities, and characters of which the service makes 4 MiB at most.</summary>
    private const int MaxActions = 100;
    private const int MaxCharacters = 1_000_000;

    private readonly TableClient table;
    private readonly LargeText texts;
    private readonly InstanceRows rows;

    public InstanceStore(TableServiceClient tables, BlobServiceClient blobs, string hub)
    {
        table = tables.GetTableClient(hub + "Instances");
        texts = new LargeText(blobs.GetBlobContainerClient(hub.ToLowerInvariant() + "-large-messages"));
        rows = new InstanceRows(texts);
    }

    /// <summary>Leaves room in the transaction for the state, the turn and what the next generation gets.</summary>
    public static int MaxEventsATurn => 80;

    public async Task CreateAsync(CancellationToken cancellation) => await table.CreateIfNotExistsAsync(cancellation);

    /// <summary>Writes the state of a new generation and drops the rows of the one before.</summary>
    /// <param name="before">The finished instance that stands under this id now; null where the id is new.</param>
    /// <returns>False where another instance stands there.</returns>
    public async Task<bool> StartAsync(InstanceState state, InstanceState? before, CancellationToken cancellation)
    {
        TableEntity row = await rows.StateAsync(state, cancellation);
        if (before is not null)
        {
            return await ReplaceAsync(state, before, row, [], cancellation);
        }

        try
        {
            await table.AddEntityAsync(row, cancellation);
            return true;
        }
        catch (RequestFailedException failed) when (failed.Status == 409)
        {
            return await IsCommittedAsync(state, cancellation);
        }
    }

    /// <summary>Writes a new instance together with its first turn.</summary>
    /// <param name="turn">Null where the first turn has already begun another generation.</param>
    /// <returns>False where another instance stands there.</returns>
    public async Task<bool> StartAsync(InstanceState after, IReadOnlyList<HistoryEvent>? turn, CancellationToken cancellation)
    {
        List<TableTransactionAction> actions = turn is null ? [] : [new(TableTransactionActionType.Add, await rows.TurnAsync(after, after.Turns, turn, cancellation))];
        actions.Add(new(TableTransactionActionType.Add, await rows.StateAsync(after, cancellation)));
        try
        {
            await table.SubmitTransactionAsync(actions, cancellation);
            return true;
        }
        catch (RequestFailedException failed) when (failed.Status == 409)
        {
            return await IsCommittedAsync(after, cancellation);
        }
    }

    /// <summary>Commits the last turns, one or two: new state, what happened, events that were read, events handed on to the next generation.</summary>
    /// <returns>False where somebody else has written meanwhile.</returns>
    public async Task<bool> CommitAsync(InstanceState before, InstanceState after, IReadOnlyList<IReadOnlyList<HistoryEvent>> turns, IEnumerable<string> read, IEnumerable<HistoryEvent> handedOn, CancellationToken cancellation)
    {
        List<TableTransactionAction> actions = [.. read.Select(key => Deletion(after.InstanceId, key))];
        for (int back = turns.Count - 1, at = 0; back >= 0; back--, at++)
        {
            actions.Add(new(TableTransactionActionType.Add, await rows.TurnAsync(after, after.Turns - back, turns[at], cancellation)));
        }

        int characters = 0;
        foreach (HistoryEvent item in handedOn)
        {
            TableEntity row = await rows.EventAsync(after.InstanceId, item.Key!, item, cancellation);
            characters += Math.Min(item.Data?.Length ?? 0, LargeText.MaxInline);
            if (actions.Count < MaxActions - 1 && characters < MaxCharacters)
            {
                actions.Add(new(TableTransactionActionType.UpsertReplace, row));
            }
            else
            {
                // what a transaction does not hold goes first; if the turn is then not committed, its history tells that this was read
                await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
            }
        }

        return await ReplaceAsync(after, before, await rows.StateAsync(after, cancellation), actions, cancellation);
    }

    /// <summary>Keeps an event until a turn has read it. The same key twice is the same event.</summary>
    public async Task AddEventAsync(string instanceId, string key, HistoryEvent item, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(await rows.EventAsync(instanceId, key, item, cancellation), cancellation);
        }
        catch (RequestFailedException failed) when (failed.Status == 409)
        {
            // sent before, and only the answer was lost
        }
    }

    /// <param name="withTurns">True: with the history, even if the instance has finished.</param>
    public async Task<StoredInstance?> ReadAsync(string instanceId, bool withTurns, CancellationToken cancellation) =>
        (await GroupAsync(TableClient.CreateQueryFilter($"PartitionKey eq {instanceId}"), withTurns, cancellation)).SingleOrDefault();

    /// <summary>One pass over the table, for the start of the engine.</summary>
    public Task<List<StoredInstance>> ReadAllAsync(CancellationToken cancellation) => GroupAsync(null, false, cancellation);

    public async Task PurgeAsync(string instanceId, CancellationToken cancellation)
    {
        var keys = new List<string>();
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {instanceId}"), select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
        {
            keys.Add(row.RowKey);
        }

        // the state row goes last: until then a broken-off purge can be repeated
        await SweepAsync(instanceId, keys.OrderBy(key => key == InstanceRows.StateKey), cancellation);
        await texts.DropAsync(instanceId, cancellation);
    }

    /// <summary>Purges a finished instance of which all rows are known: its state and the turns that the state counts.</summary>
    /// <returns>False where it has to be looked through after all; nothing is deleted then.</returns>
    public async Task<bool> TryPurgeAsync(InstanceState state, CancellationToken cancellation)
    {
        if (state.Turns >= MaxActions || texts.HasWritten(state.InstanceId))
        {
            return false;
        }

        try
        {
            await table.SubmitTransactionAsync(Enumerable.Range(1, state.Turns).Select(turn => InstanceRows.TurnKey(state.Generation, turn)).Append(InstanceRows.StateKey).Select(key => Deletion(state.InstanceId, key)), cancellation);
            return true;
        }
        catch (RequestFailedException failed) when (failed.Status == 404)
        {
            return false;
        }
    }

    /// <summary>Deletes rows that mean nothing any more, in as many transactions as it takes.</summary>
    public async Task SweepAsync(string instanceId, IEnumerable<string> keys, CancellationToken cancellation)
    {
        foreach (string[] some in keys.Chunk(MaxActions))
        {
            try
            {
                await table.SubmitTransactionAsync(some.Select(key => Deletion(instanceId, key)), cancellation);
            }
            catch (RequestFailedException failed) when (failed.Status == 404)
            {
                foreach (string key in some)
                {
                    await table.DeleteEntityAsync(instanceId, key, ETag.All, cancellation);
                }
            }
        }
    }

    private static TableTransactionAction Deletion(string instanceId, string key) => new(TableTransactionActionType.Delete, new TableEntity(instanceId, key), ETag.All);

    /// <summary>Replaces the state, with whatever else belongs to it; fills the transaction up with turns that the step to a new generation leaves behind.</summary>
    private async Task<bool> ReplaceAsync(InstanceState after, InstanceState before, TableEntity state, List<TableTransactionAction> actions, CancellationToken cancellation)
    {
        actions.Add(new(TableTransactionActionType.UpdateReplace, state, ETag.All));
        string[] left = after.Generation == before.Generation ? [] : [.. Enumerable.Range(1, before.Turns).Select(turn => InstanceRows.TurnKey(before.Generation, turn))];
        int fitting = Math.Min(left.Length, MaxActions - actions.Count);
        actions.AddRange(left.Take(fitting).Select(key => Deletion(after.InstanceId, key)));
        try
        {
            await table.SubmitTransactionAsync(actions, cancellation);
        }
        catch (RequestFailedException failed) when (failed.Status is 404 or 409 or 412)
        {
            // the first answer may have been lost on its way: then the row that stands there is ours
            if (!await IsCommittedAsync(after, cancellation))
            {
                return false;
            }
        }

        if (fitting < left.Length)
        {
            await SweepAsync(after.InstanceId, left.Skip(fitting), cancellation);
        }

        return true;
    }

    private async Task<bool> IsCommittedAsync(InstanceState state, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await table.GetEntityIfExistsAsync<TableEntity>(state.InstanceId, InstanceRows.StateKey, select: ["Commit"], cancellationToken: cancellation);
        return row.HasValue && row.Value!.GetString("Commit") == state.Commit;
    }

    private async Task<List<StoredInstance>> GroupAsync(string? filter, bool withTurns, CancellationToken cancellation)
    {
        var partitions = new Dictionary<string, List<TableEntity>>(StringComparer.Ordinal);
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (!partitions.TryGetValue(row.PartitionKey, out List<TableEntity>? partition))
            {
                partitions[row.PartitionKey] = partition = [];
            }

            partition.Add(row);
        }

        var instances = new List<StoredInstance>();
        foreach (List<TableEntity> partition in partitions.Values)
        {
            if (partition.Find(r => r.RowKey == InstanceRows.StateKey) is { } state)
            {
                instances.Add(await rows.AssembleAsync(await rows.ReadStateAsync(state, cancellation), partition, withTurns, cancellation));
            }
        }

        return instances;
    }
}
