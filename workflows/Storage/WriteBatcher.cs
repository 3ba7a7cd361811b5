using Azure.Data.Tables;

namespace ACip.Workflows.Storage;

/// <summary>Writes rows of one partition for many callers. Rows that arrive while a transaction is running go together with the next one.
/// Each caller continues only once its own rows are stored.</summary>
/// <remarks>Rows are merged into existing ones, so the order of two callers does not matter.</remarks>
internal sealed class WriteBatcher(TableClient table)
{
    /// <summary>The most actions in an entity-group transaction.</summary>
    private const int MostActions = 100;

    private readonly Lock gate = new();
    private readonly Queue<Waiting> waiting = new();
    private bool writing;

    /// <param name="rows">At most a hundred.</param>
    public Task UpsertAsync(IReadOnlyList<TableEntity> rows)
    {
        if (rows.Count == 0)
        {
            return Task.CompletedTask;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows.Count, MostActions, nameof(rows));
        var mine = new Waiting(
            [.. rows.DistinctBy(row => row.RowKey)],
            new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
        );
        bool begin;
        lock (gate)
        {
            waiting.Enqueue(mine);
            begin = !writing;
            writing = true;
        }

        if (begin)
        {
            _ = WriteAsync();
        }

        return mine.Written.Task;
    }

    private async Task WriteAsync()
    {
        while (Next() is { Count: > 0 } some)
        {
            try
            {
                await table.SubmitTransactionAsync(
                    some.SelectMany(one => one.Rows).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertMerge, row)),
                    CancellationToken.None
                );
                some.ForEach(one => one.Written.SetResult());
            }
            catch (Exception failed)
            {
                // each tells its own caller, who tries again as for any call that failed
                some.ForEach(one => one.Written.SetException(failed));
            }
        }
    }

    private List<Waiting> Next()
    {
        lock (gate)
        {
            var some = new List<Waiting>();
            var keys = new HashSet<string>(StringComparer.Ordinal);
            while (
                waiting.TryPeek(out Waiting? next)
                && keys.Count + next.Rows.Count <= MostActions
                && !next.Rows.Any(row => keys.Contains(row.RowKey))
            )
            {
                some.Add(waiting.Dequeue());
                keys.UnionWith(next.Rows.Select(row => row.RowKey));
            }

            writing = some.Count > 0;
            return some;
        }
    }

    private sealed record Waiting(IReadOnlyList<TableEntity> Rows, TaskCompletionSource Written);
}
