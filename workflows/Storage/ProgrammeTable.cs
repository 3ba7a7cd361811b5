using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Telemetry;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ACip.Workflows.Storage;

/// <summary>The facts of the programme: one table, a partition a stream, so that everything a decision changes is one
/// transaction.</summary>
/// <param name="salt">Null: drawn at random.</param>
public sealed partial class ProgrammeTable(
    TableServiceClient tables,
    TimeProvider clock,
    RowSalt? salt = null,
    ProgrammeMetrics? metrics = null,
    ILogger<ProgrammeTable>? log = null
) : IStorageStep, IRemembers
{
    public const string Name = "Programme";

    /// <summary>What a transaction of an index takes.</summary>
    private const int MaxActions = 100;

    private static readonly RowSalt DrawnAtRandom = new();

    private readonly ILogger logger = log ?? NullLogger<ProgrammeTable>.Instance;

    private readonly TableClient table = tables.GetTableClient(Name);

    /// <summary>The last head seen, by stream: spares a read before most commits. A stale one costs a conflict, never a wrong
    /// chain.</summary>
    private readonly ConcurrentDictionary<StreamId, Row<AuditHead>> heads = new();

    /// <summary>By stream, whose turn it is to decide again.</summary>
    private readonly ConcurrentDictionary<StreamId, SemaphoreSlim> turns = new();

    /// <summary>Which stream was just written to from here.</summary>
    public StreamNotices Notices { get; } = new();

    /// <summary>What other processes may have written.</summary>
    public WriterMarks Writers { get; } = new(tables);

    /// <summary>The end of a stream's chain, as far as it was written by this process; null where it has written none.</summary>
    public AuditHead? LastHead(StreamId stream) => heads.TryGetValue(stream, out Row<AuditHead>? head) ? head.Value : null;

    public Task CreateAsync(CancellationToken cancellation) =>
        Task.WhenAll(table.CreateIfNotExistsAsync(cancellation), Writers.CreateAsync(cancellation));

    void IRemembers.Forget() => heads.Clear();

    Task IStorageStep.PrepareAsync(CancellationToken cancellation) => CreateAsync(cancellation);

    /// <returns>Null where there is none, or can be none under such a key.</returns>
    public async Task<Row<T>?> FindAsync<T>(StreamId stream, string key, CancellationToken cancellation)
    {
        if (!TableKeys.IsUsable(stream.Value) || !TableKeys.IsUsable(key))
        {
            return null;
        }

        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(
            stream.Value,
            key,
            cancellationToken: cancellation
        );
        return found.HasValue ? RowShape.Read<T>(found.Value!) : null;
    }

    /// <summary>Rows of one stream in one call: of a range of keys, those wanted. The keys should lie close together, for the service looks
    /// through all between.</summary>
    /// <param name="keys">Whole keys.</param>
    /// <param name="prefixes">All rows whose keys begin so. With the keys at most six: the service takes fifteen comparisons.</param>
    public async Task<FoundRows> FindSomeAsync(
        StreamId stream,
        IReadOnlyList<string> keys,
        IReadOnlyList<string> prefixes,
        CancellationToken cancellation
    )
    {
        if (!TableKeys.IsUsable(stream.Value) || !keys.Concat(prefixes).All(TableKeys.IsUsable))
        {
            return new FoundRows([]);
        }

        IEnumerable<string> wanted =
        [
            .. keys.Select(key => TableClient.CreateQueryFilter($"RowKey eq {key}")),
            .. prefixes.Select(prefix => $"({TableClient.CreateQueryFilter($"RowKey ge {prefix} and RowKey lt {After(prefix)}")})"),
        ];
        string first = keys.Concat(prefixes).Min(StringComparer.Ordinal)!,
            last = keys.Concat(prefixes.Select(After)).Max(StringComparer.Ordinal)!;
        var found = new List<TableEntity>();
        await foreach (
            TableEntity entity in table.QueryAsync<TableEntity>(
                $"{TableClient.CreateQueryFilter($"PartitionKey eq {stream.Value} and RowKey ge {first} and RowKey le {last}")} and ({string.Join(" or ", wanted)})",
                cancellationToken: cancellation
            )
        )
        {
            found.Add(entity);
        }

        return new FoundRows(found);
    }

    /// <summary>The rows of a stream whose keys begin with a prefix, in the order of their keys.</summary>
    public async Task<IReadOnlyList<Row<T>>> ListAsync<T>(StreamId stream, string prefix, CancellationToken cancellation)
    {
        var rows = new List<Row<T>>();
        await foreach (TableEntity entity in EntitiesAsync(stream, prefix, cancellation))
        {
            rows.Add(RowShape.Read<T>(entity));
        }

        return rows;
    }

    /// <summary>The same of all streams whose names begin so, in one query: cheap where such streams hold little else.</summary>
    /// <param name="streams">Ends with a mark that parts it from other kinds of stream, such as "pmm-".</param>
    public async Task<IReadOnlyList<Row<T>>> ListOfAllAsync<T>(string streams, string prefix, CancellationToken cancellation)
    {
        var rows = new List<Row<T>>();
        string filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {streams} and PartitionKey lt {After(streams)} and RowKey ge {prefix} and RowKey lt {After(prefix)}"
        );
        await foreach (TableEntity entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            rows.Add(RowShape.Read<T>(entity));
        }

        return rows;
    }

    /// <summary>As <see cref="FindAsync"/>, for who must go on where a row cannot be read.</summary>
    public async Task<(bool Stands, Row<T>? Row)> FindReadableAsync<T>(StreamId stream, string key, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(
            stream.Value,
            key,
            cancellationToken: cancellation
        );
        return (found.HasValue, found.HasValue ? RowShape.TryRead<T>(found.Value!) : null);
    }

    /// <summary>As <see cref="ListAsync"/>, for who must go on where a row cannot be read.</summary>
    /// <returns>Each row's key, and the row; null where its text is not such a fact.</returns>
    public async Task<IReadOnlyList<(string Key, Row<T>? Row)>> ListReadableAsync<T>(
        StreamId stream,
        string prefix,
        CancellationToken cancellation
    )
    {
        var rows = new List<(string, Row<T>?)>();
        await foreach (TableEntity entity in EntitiesAsync(stream, prefix, cancellation))
        {
            rows.Add((entity.RowKey, RowShape.TryRead<T>(entity)));
        }

        return rows;
    }

    /// <summary>All rows of a stream, of whatever kind, in the order of their keys.</summary>
    internal async Task<IReadOnlyList<TableEntity>> EverythingAsync(StreamId stream, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        await foreach (
            TableEntity row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {stream.Value}"),
                cancellationToken: cancellation
            )
        )
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>All streams with all their rows, one after the other: the service answers in the order of the keys.</summary>
    internal async IAsyncEnumerable<(StreamId Stream, IReadOnlyList<TableEntity> Rows)> StreamsAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var rows = new List<TableEntity>();
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            if (rows.Count > 0 && rows[0].PartitionKey != row.PartitionKey)
            {
                yield return (new StreamId(rows[0].PartitionKey), rows);
                rows = [];
            }

            rows.Add(row);
        }

        if (rows.Count > 0)
        {
            yield return (new StreamId(rows[0].PartitionKey), rows);
        }
    }

    /// <summary>Decides and commits; where somebody else has written meanwhile, decides again on what then stands.</summary>
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

    /// <summary>Writes a new row, and what comes with it, unless it stands already. It stands when this returns, whoever wrote
    /// it.</summary>
    /// <remarks>A commit that was refused does not say so much: the chain may have gone on, and the row be written by nobody.</remarks>
    /// <exception cref="FactTooLargeException">It is more than storage takes.</exception>
    public async Task<bool> AddOnceAsync<T>(StreamId stream, string key, Func<UnitOfWork> write, CancellationToken cancellation) =>
        await TryCommitAsync(write(), cancellation)
        || await DecideAsync(
            async () => await FindAsync<T>(stream, key, cancellation) is null ? (write(), true) : ((UnitOfWork?)null, false),
            cancellation
        );

    /// <summary>Takes away rows of days gone by, of a kind whose keys go on with the day and that is not held to the chain.</summary>
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

    /// <summary>Every decision leaves an audit event, so that this one place tells of all of them.</summary>
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

    /// <summary>The first key that follows all with the prefix: '}' follows '|' in ASCII, and '.' follows '-'.</summary>
    private static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    private AsyncPageable<TableEntity> EntitiesAsync(StreamId stream, string prefix, CancellationToken cancellation)
    {
        if (!TableKeys.IsUsable(stream.Value) || !TableKeys.IsUsable(prefix))
        {
            return AsyncPageable<TableEntity>.FromPages([]);
        }

        string end = After(prefix);
        return table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {stream.Value} and RowKey ge {prefix} and RowKey lt {end}"),
            cancellationToken: cancellation
        );
    }
}
