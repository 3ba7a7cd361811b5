using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Storage;

/// <summary>Instances in one table: a partition each, with a state row, a row a turn and a row for what waits to be read. A commit is one
/// transaction.</summary>
internal sealed class InstanceStore
{
    /// <summary>What an entity-group transaction holds.</summary>
    private const int MaxActions = 100;

    private readonly TableClient table;
    private readonly LargeValue values;
    private readonly InstanceRows rows;

    public InstanceStore(TableServiceClient tables, BlobServiceClient blobs, string hub)
    {
        table = tables.GetTableClient(hub + "Instances");
        values = new LargeValue(blobs.GetBlobContainerClient(hub.ToLowerInvariant() + "-large-messages"));
        rows = new InstanceRows(values);
    }

    /// <summary>Leaves room in the transaction for the state, the turns and what the next generation gets.</summary>
    public static int MaxReadsATurn => 80;

    public async Task CreateAsync(CancellationToken cancellation) => await table.CreateIfNotExistsAsync(cancellation);

    /// <summary>Writes a new instance, together with its first turn if it has had one.</summary>
    /// <returns>False where another instance stands there.</returns>
    public async Task<bool> StartAsync(InstanceState state, InstanceChanges changes, CancellationToken cancellation)
    {
        List<TableTransactionAction> actions = await AdditionsAsync(state, changes, cancellation);
        actions.Add(new TableTransactionAction(TableTransactionActionType.Add, await rows.StateAsync(state, cancellation)));
        try
        {
            await table.SubmitTransactionAsync(actions, cancellation);
            return true;
        }
        catch (RequestFailedException failed) when (failed.Status == 409)
        {
            return await IsCommittedAsync(state, cancellation);
        }
    }

    /// <summary>Commits what has changed: new state, turns, what was read, what is handed on. Drops the turns of a generation that is
    /// over.</summary>
    /// <returns>False where somebody else has written meanwhile.</returns>
    public async Task<bool> CommitAsync(InstanceState before, InstanceState after, InstanceChanges changes, CancellationToken cancellation)
    {
        List<TableTransactionAction> actions =
        [
            .. changes.Read.Select(key => Deletion(after.InstanceId, key)),
            .. await AdditionsAsync(after, changes, cancellation),
        ];
        actions.Add(
            new TableTransactionAction(TableTransactionActionType.UpdateReplace, await rows.StateAsync(after, cancellation), ETag.All)
        );
        string[] left =
            after.Generation == before.Generation
                ? []
                : [.. Enumerable.Range(1, before.Turns).Select(turn => InstanceRows.TurnKey(before.Generation, turn))];
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

    /// <summary>Keeps an event until a turn has read it. The same key twice is the same event.</summary>
    public async Task AddEventAsync(string instanceId, string key, HistoryEvent item, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(await rows.InboxAsync(instanceId, key, [item], cancellation), cancellation);
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
        AsyncPageable<TableEntity> all = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {instanceId}"),
            select: ["PartitionKey", "RowKey"],
            cancellationToken: cancellation
        );
        await foreach (TableEntity row in all)
        {
            keys.Add(row.RowKey);
        }

        // the state row goes last: until then a broken-off purge can be repeated
        await SweepAsync(instanceId, keys.OrderBy(key => key == InstanceRows.StateKey), cancellation);
        await values.DropAsync(instanceId, cancellation);
    }

    /// <summary>Purges a finished instance of which all rows are known: its state and the turns that the state counts.</summary>
    /// <returns>False where it has to be looked through after all; nothing is deleted then.</returns>
    public async Task<bool> TryPurgeAsync(InstanceState state, CancellationToken cancellation)
    {
        if (state.Turns >= MaxActions || values.HasWritten(state.InstanceId))
        {
            return false;
        }

        IEnumerable<string> keys = Enumerable
            .Range(1, state.Turns)
            .Select(turn => InstanceRows.TurnKey(state.Generation, turn))
            .Append(InstanceRows.StateKey);
        try
        {
            await table.SubmitTransactionAsync(keys.Select(key => Deletion(state.InstanceId, key)), cancellation);
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

    private static TableTransactionAction Deletion(string instanceId, string key) =>
        new(TableTransactionActionType.Delete, new TableEntity(instanceId, key), ETag.All);

    private async Task<List<TableTransactionAction>> AdditionsAsync(
        InstanceState after,
        InstanceChanges changes,
        CancellationToken cancellation
    )
    {
        var actions = new List<TableTransactionAction>();
        for (int number = after.Turns - changes.Turns.Count + 1, at = 0; at < changes.Turns.Count; number++, at++)
        {
            // replaced, not added: an earlier execution of the same number may have left a row that a broken-off sweep did not reach
            actions.Add(
                new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    await rows.TurnAsync(after, number, changes.Turns[at], cancellation)
                )
            );
        }

        if (changes.HandedOn is { } handedOn)
        {
            actions.Add(
                new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    await rows.InboxAsync(after.InstanceId, handedOn.Key, handedOn.Events, cancellation)
                )
            );
        }

        return actions;
    }

    private async Task<bool> IsCommittedAsync(InstanceState state, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await table.GetEntityIfExistsAsync<TableEntity>(
            state.InstanceId,
            InstanceRows.StateKey,
            select: ["Commit"],
            cancellationToken: cancellation
        );
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
            if (partition.Find(row => row.RowKey == InstanceRows.StateKey) is { } state)
            {
                instances.Add(await rows.AssembleAsync(await rows.ReadStateAsync(state, cancellation), partition, withTurns, cancellation));
            }
        }

        return instances;
    }
}
