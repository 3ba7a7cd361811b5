using System.Collections.Immutable;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;

namespace ACip.Workflows.Storage;

/// <summary>Tells with one query whether another process has written to the programme since an earlier reading. Each process marks a row
/// of its own before it commits, at most once a window; docs/decisions/kept-overviews.md says why that is enough.</summary>
/// <param name="clock">One that only goes on, of this process.</param>
public sealed class WriterMarks(TableServiceClient tables, TimeProvider? clock = null)
{
    public const string Table = "Writers";

    private const string Partition = "writers";

    /// <summary>A process that has not written for so long is not there any more.</summary>
    private static readonly TimeSpan Gone = TimeSpan.FromDays(1);

    /// <summary>Whoever committed waits for the second mark no longer than this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TableClient table = tables.GetTableClient(Table);

    private readonly string own = RandomNumberGenerator.GetHexString(32, lowercase: true);

    private readonly TimeProvider clock = clock ?? TimeProvider.System;

    private readonly Lock beginning = new();

    private Task opening = Task.CompletedTask;

    private WriterWindow window = new(null);

    internal Task CreateAsync(CancellationToken cancellation) => table.CreateIfNotExistsAsync(cancellation);

    /// <summary>Before each commit: costs a call where a window begins, else nothing.</summary>
    /// <returns>When the commit began, for <see cref="LandedAsync"/>. Where marking took longer than a window lasts, already with the
    /// mark: a commit that stands late after its mark is marked once more, and none waits for a quicker mark.</returns>
    internal async ValueTask<TimeSpan> BeforeCommitAsync(CancellationToken cancellation)
    {
        TimeSpan now = Now;
        if (Volatile.Read(ref window).IsOpen(now))
        {
            return now;
        }

        await Opening().WaitAsync(cancellation);
        return Volatile.Read(ref window).Counts(Now);
    }

    /// <summary>One for all commits that wait for it.</summary>
    private Task Opening()
    {
        lock (beginning)
        {
            return opening.IsCompleted && !window.IsOpen(Now) ? opening = OpenAsync() : opening;
        }
    }

    private async Task OpenAsync()
    {
        TimeSpan begun = Now;
        await MarkAsync(CancellationToken.None);
        Volatile.Write(ref window, new WriterWindow(begun));
    }

    /// <summary>After each commit. One that took longer than others count with is marked once more, so that they look again.</summary>
    internal async ValueTask LandedAsync(TimeSpan begun)
    {
        if (WriterWindow.IsLate(begun, Now))
        {
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await MarkAsync(patience.Token);
            }
            catch (Exception error) when (error is OperationCanceledException || StorageTrouble.IsPassing(error))
            {
                // the commit has its own answer; others look without being told within the hour
            }
        }
    }

    /// <summary>Who else has written, as of now.</summary>
    public async Task<WriterMarksSeen> LookAsync(CancellationToken cancellation)
    {
        TimeSpan begun = Now;
        DateTimeOffset? at = null;
        ImmutableDictionary<string, MarkSeen>.Builder others = ImmutableDictionary.CreateBuilder<string, MarkSeen>();
        try
        {
            string filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
            await foreach (Page<TableEntity> page in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).AsPages())
            {
                // the service's own clock for both: those of the processes may differ
                at ??= page.GetRawResponse().Headers.Date ?? DateTimeOffset.MinValue;
                foreach (TableEntity row in page.Values.Where(row => row.RowKey != own))
                {
                    if (at - row.Timestamp > Gone)
                    {
                        await LetGoAsync(row, cancellation);
                    }
                    else
                    {
                        others[row.RowKey] = new MarkSeen(row.ETag.ToString(), row.Timestamp ?? DateTimeOffset.MaxValue);
                    }
                }
            }
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            // nobody has written yet
        }

        return new WriterMarksSeen(begun, at ?? DateTimeOffset.MinValue, others.ToImmutable());
    }

    private TimeSpan Now => clock.GetElapsedTime(0);

    private async Task MarkAsync(CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, own);
        try
        {
            await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            await CreateAsync(cancellation);
            await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
        }
    }

    private async Task LetGoAsync(TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation);
        }
        catch (RequestFailedException back) when (back.Status is 404 or 412)
        {
            // it writes again, or another let it go
        }
    }
}
