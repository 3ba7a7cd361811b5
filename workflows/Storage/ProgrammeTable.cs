using System.Collections.Concurrent;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Telemetry;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ACip.Workflows.Storage;

/// <summary>The facts of the programme: one table with one partition per stream, so that everything that a decision changes is one
/// transaction.</summary>
/// <param name="salt">Null: drawn at random.</param>
public sealed partial class ProgrammeTable(
    TableServiceClient tables,
    TimeProvider clock,
    RowSalt? salt = null,
    ProgrammeMetrics? metrics = null,
    ILogger<ProgrammeTable>? log = null
) : IStorageStep, IStorageCache
{
    public const string Name = "Programme";

    /// <summary>The most actions in a transaction on an index.</summary>
    private const int MaxActions = 100;

    private static readonly RowSalt DrawnAtRandom = new();

    private readonly ILogger logger = log ?? NullLogger<ProgrammeTable>.Instance;

    private readonly TableClient table = tables.GetTableClient(Name);

    /// <summary>The last head seen of each stream, which saves a read before most commits. A stale head causes a conflict, never a wrong
    /// chain.</summary>
    private readonly ConcurrentDictionary<StreamId, Row<AuditHead>> heads = new();

    /// <summary>For each stream, a queue of callers that lost a race and decide again.</summary>
    private readonly ConcurrentDictionary<StreamId, SemaphoreSlim> turns = new();

    /// <summary>Which stream was just written to from here.</summary>
    public StreamChanges Notices { get; } = new();

    /// <summary>What other processes may have written.</summary>
    public WriterMarks Writers { get; } = new(tables);

    /// <summary>The end of a stream's chain, as far as it was written by this process; null where it has written none.</summary>
    public AuditHead? LastHead(StreamId stream) => heads.TryGetValue(stream, out Row<AuditHead>? head) ? head.Value : null;

    public Task CreateAsync(CancellationToken cancellation) =>
        Task.WhenAll(table.CreateIfNotExistsAsync(cancellation), Writers.CreateAsync(cancellation));

    void IStorageCache.Forget() => heads.Clear();

    Task IStorageStep.PrepareAsync(CancellationToken cancellation) => CreateAsync(cancellation);

    /// <summary>Decides and commits. If somebody else has written meanwhile, decides again from the new state.</summary>
    /// <param name="decide">Reads, and returns what to write (null: nothing) and what to tell. Must not do anything else.</param>
    /// <exception cref="ContentionException">Others were faster, again and again.</exception>
    /// <exception cref="FactTooLargeException">It is more than storage takes.</exception>
    public async Task<T> DecideAsync<T>(Func<Task<(UnitOfWork? Unit, T Result)>> decide, CancellationToken cancellation)
    {
        (UnitOfWork? unit, T result) = await decide();
        if (unit is null || await TryCommitAsync(unit, cancellation))
        {
            return result;
        }

        // those of this process who were too slow go one after the other from now on; the pauses are for what other processes do
        var others = new BackOff();
        SemaphoreSlim turn = turns.GetOrAdd(unit.Stream, _ => new SemaphoreSlim(1, 1));
        await others.WaitForAsync(turn, cancellation);
        try
        {
            while (true)
            {
                (unit, result) = await decide();
                if (unit is null || await TryCommitAsync(unit, cancellation))
                {
                    return result;
                }

                await others.PauseAsync(cancellation);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Writes a new row, with the rest of its unit of work, unless it exists. The row exists when this returns, whoever wrote
    /// it.</summary>
    /// <remarks>A refused commit does not prove that: the chain may have moved on without anybody writing the row.</remarks>
    /// <exception cref="FactTooLargeException">It is more than storage takes.</exception>
    public async Task<bool> AddOnceAsync<T>(StreamId stream, string key, Func<UnitOfWork> write, CancellationToken cancellation) =>
        await TryCommitAsync(write(), cancellation)
        || await DecideAsync(
            async () => await FindAsync<T>(stream, key, cancellation) is null ? (write(), true) : ((UnitOfWork?)null, false),
            cancellation
        );

    /// <summary>Deletes rows of past days. Only for kinds whose keys continue with the day and that the chain does not cover.</summary>
    /// <returns>How many.</returns>
    internal async Task<int> PurgeAsync(StreamId stream, string prefix, DateOnly before, CancellationToken cancellation)
    {
        if (!OutsideChainAttribute.Holds(prefix))
        {
            throw new ArgumentException($"What the chain holds is not taken away behind its back: {prefix}", nameof(prefix));
        }

        string end = $"{prefix}{before:yyyyMMdd}";
        var keys = new List<string>();
        await foreach (
            TableEntity row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {stream.Value} and RowKey ge {prefix} and RowKey lt {end}"),
                select: ["RowKey"],
                cancellationToken: cancellation
            )
        )
        {
            keys.Add(row.RowKey);
        }

        foreach (string[] some in keys.Chunk(MaxActions))
        {
            TimeSpan begun = await Writers.BeforeCommitAsync(cancellation);
            try
            {
                await table.SubmitTransactionAsync(
                    some.Select(key => new TableTransactionAction(
                        TableTransactionActionType.Delete,
                        new TableEntity(stream.Value, key),
                        ETag.All
                    )),
                    cancellation
                );
            }
            catch (RequestFailedException gone) when (gone.Status == 404)
            {
                // another run is at it: what it leaves, the next one finds
            }
            finally
            {
                Notices.Tell(stream);
                await Writers.LandedAsync(begun);
            }
        }

        return keys.Count;
    }

    /// <returns>False where a row has changed since it was read, or stands where a new one should, or the chain went on; nothing is written
    /// then.</returns>
    /// <exception cref="FactTooLargeException">It is more than storage takes.</exception>
    public async Task<bool> TryCommitAsync(UnitOfWork unit, CancellationToken cancellation)
    {
        if (unit.IsWithdrawn)
        {
            return true;
        }

        var commit = new ChainedCommit(unit, salt ?? DrawnAtRandom);
        var others = new BackOff();
        Row<AuditHead>? head = await HeadAsync(commit, unit.Stream, cancellation);
        ChainedRows rows = commit.After(head, clock.GetUtcNow());
        RowSize.Check(rows.Actions);
        await WriteIndexesAsync(unit);
        while (!await TrySubmitAsync(unit, rows, cancellation))
        {
            // what was decided does not depend on what others recorded: where only the chain went on, it is chained anew
            Row<AuditHead>? now = commit.IsSilent ? await FindAsync<AuditHead>(unit.Stream, AuditRows.Head, cancellation) : head;
            if (now?.ETag == head?.ETag)
            {
                return false;
            }

            head = now;
            await others.PauseAsync(cancellation);
            rows = commit.After(head, clock.GetUtcNow());
        }

        return true;
    }

    private async Task<Row<AuditHead>?> HeadAsync(ChainedCommit commit, StreamId stream, CancellationToken cancellation) =>
        !commit.IsChained ? null
        : heads.TryGetValue(stream, out Row<AuditHead>? known) ? known
        : await FindAsync<AuditHead>(stream, AuditRows.Head, cancellation);

    private static async Task WriteIndexesAsync(UnitOfWork unit)
    {
        foreach (IGrouping<WriteBatcher, TableEntity> index in unit.Before.GroupBy(one => one.Index, one => one.Row))
        {
            foreach (TableEntity[] some in index.Chunk(MaxActions))
            {
                await index.Key.UpsertAsync(some);
            }
        }
    }

    private async Task<bool> TrySubmitAsync(UnitOfWork unit, ChainedRows rows, CancellationToken cancellation)
    {
        TimeSpan begun = await Writers.BeforeCommitAsync(cancellation);
        try
        {
            Response<IReadOnlyList<Response>> done = await table.SubmitTransactionAsync(rows.Actions, cancellation);
            if (rows.End is { } end && done.Value[^1].Headers.ETag is { } tag)
            {
                heads[unit.Stream] = new Row<AuditHead>(AuditRows.Head, end, tag);
            }

            unit.Committed([.. done.Value.Take(unit.Actions.Count).Select(one => one.Headers.ETag)]);
            if (rows.End is { } last)
            {
                Tell(unit, last);
            }

            return true;
        }
        catch (RequestFailedException failed) when (failed.Status is 404 or 409 or 412)
        {
            if (rows.End is not null)
            {
                heads.TryRemove(unit.Stream, out _);
            }

            return false;
        }
        finally
        {
            // also where it failed: the answer may be lost of what was written, and a conflict says that somebody else wrote
            Notices.Tell(unit.Stream);
            await Writers.LandedAsync(begun);
        }
    }

    /// <summary>Logs and counts decisions. Every decision leaves an audit event, so this one place sees all of them.</summary>
    private void Tell(UnitOfWork unit, AuditHead end)
    {
        for (int i = 0; i < unit.Audit.Count; i++)
        {
            string kind = unit.Audit[i].Kind.ToString();
            metrics?.Decided(kind);
            LogDecided(unit.Stream.Value, kind, end.Sequence - unit.Audit.Count + 1 + i);
        }
    }

    [LoggerMessage(10, LogLevel.Information, "Stream {Stream}: {Kind} (audit event {Sequence})")]
    private partial void LogDecided(string stream, string kind, long sequence);
}
