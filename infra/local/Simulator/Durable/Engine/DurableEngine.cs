using System.Collections.Concurrent;
using ACip.Local.Clock;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FunctionsSimulator.Durable.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsSimulator.Durable.Engine;

/// <summary>Runs orchestrations over Tables and Blobs: one process a hub, at most one transaction a turn, nothing polled.</summary>
/// <remarks>
/// What is committed is the history. Results of activities, alarms and answers of sub-orchestrations that no turn has committed are made
/// again after a crash: the activity runs once more, the alarm is set once more, the other instance is asked once more. External events
/// and starts are stored before anybody is told that they were taken: a start together with its first turn. A turn that only begins
/// activities is stored together with the next, that of a start if they end within a moment; continuing as new, together with the first
/// turn of the next execution.
/// </remarks>
internal sealed partial class DurableEngine : IPlatformEngine
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    private readonly DurableOptions options;
    private readonly IDurableWorker worker;
    private readonly TimeProvider clock;
    private readonly Busy busy;
    private readonly ILogger logger;
    private readonly InstanceStore store;
    private readonly ConcurrentDictionary<string, Instance> instances = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim activitySlots;
    private readonly CancellationTokenSource abandoned = new();
    private readonly Busy underWay = new();
    private readonly Chaos? chaos;
    private readonly string self = Guid.NewGuid().ToString("N");
    private long lastKey = DateTime.UtcNow.Ticks;
    private int commits;
    private volatile bool stopping;

    public DurableEngine(
        DurableOptions options,
        IDurableWorker worker,
        TableServiceClient tables,
        BlobServiceClient blobs,
        TimeProvider clock,
        Busy busy,
        ILogger<DurableEngine> logger
    )
    {
        this.options = options;
        this.worker = worker;
        this.clock = clock;
        this.busy = busy;
        this.logger = logger;
        store = new InstanceStore(tables, blobs, options.HubName);
        activitySlots = new SemaphoreSlim(options.MaxConcurrentActivities);
        chaos = options.HostileSeed is { } seed ? new Chaos(seed) : null;
    }

    public DurableOptions Options => options;

    public IEnumerable<Instance> All => instances.Values;

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Takes up every unfinished instance where it was.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        using IDisposable work = busy.Begin();
        await store.CreateAsync(cancellation);
        List<StoredInstance> stored = await store.ReadAllAsync(cancellation);
        foreach (StoredInstance one in stored)
        {
            instances[one.State.InstanceId] = new Instance(one.State) { Turns = one.Turns, MayHaveMore = true };
            foreach ((string key, _) in one.Inbox)
            {
                lastKey = Math.Max(lastKey, InstanceRows.InboxNumber(key));
            }
        }

        foreach (StoredInstance one in stored)
        {
            await store.SweepAsync(one.State.InstanceId, one.Stale, cancellation);
        }

        // only when all are there: the answer of one may be for another
        foreach (StoredInstance one in stored)
        {
            Resume(instances[one.State.InstanceId], one);
        }

        LogStarted(stored.Count, stored.Count(one => !one.State.IsFinished));
    }

    /// <summary>Lets running activities end and commits what they gave, up to half a minute; begins nothing new.</summary>
    /// <param name="cancellation">Cancelled: what is under way is abandoned at once, and done again by the next engine.</param>
    public async Task StopAsync(CancellationToken cancellation)
    {
        if (stopping)
        {
            return;
        }

        stopping = true;
        foreach (Instance instance in instances.Values)
        {
            instance.DisarmAll();
        }

        try
        {
            await underWay.QuietAsync(cancellation).WaitAsync(StopPatience, CancellationToken.None);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            LogAbandoned(underWay.UnderWay);
        }

        await abandoned.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        abandoned.Dispose();
        activitySlots.Dispose();
    }

    public Instance? Find(string instanceId) => instances.GetValueOrDefault(instanceId);

    /// <returns>All that is stored of the instance, its history included; null where none stands under this id.</returns>
    public Task<StoredInstance?> ReadAsync(string instanceId, CancellationToken cancellation) =>
        store.ReadAsync(instanceId, withTurns: true, cancellation);

    private static string NewExecution() => Guid.NewGuid().ToString("N");

    /// <summary>Sorts by arrival, also across restarts.</summary>
    private string NextKey() => InstanceRows.InboxKey(Interlocked.Increment(ref lastKey));

    private string NextCommit() => $"{self}-{Interlocked.Increment(ref commits):x}";

    /// <summary>Work that others wait for: the clock before it moves on, and whoever stops the engine.</summary>
    private Work Begin() => new(busy.Begin(), underWay.Begin());

    /// <summary>Tries until storage has answered: nothing goes on before that, and nothing is given up while the engine runs.</summary>
    /// <exception cref="OperationCanceledException">The engine was abandoned.</exception>
    private async Task<T> InsistAsync<T>(string instanceId, Func<CancellationToken, Task<T>> ask)
    {
        for (int attempt = 1; ; attempt++)
        {
            abandoned.Token.ThrowIfCancellationRequested();
            try
            {
                return await ask(abandoned.Token);
            }
            catch (Exception error) when (error is not OutOfMemoryException && !abandoned.IsCancellationRequested)
            {
                LogStorageFailed(error, instanceId, attempt);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(5000, 25 * Math.Pow(2, attempt))), abandoned.Token);
        }
    }

    private Task<bool> InsistAsync(string instanceId, Func<CancellationToken, Task> ask) =>
        InsistAsync(
            instanceId,
            async cancellation =>
            {
                await ask(cancellation);
                return true;
            }
        );

    [LoggerMessage(1, LogLevel.Information, "Durable engine started: {Instances} instances, {Unfinished} unfinished")]
    private partial void LogStarted(int instances, int unfinished);

    [LoggerMessage(2, LogLevel.Warning, "Instance {InstanceId} failed: {Failure}")]
    private partial void LogFailed(string instanceId, string failure);

    [LoggerMessage(3, LogLevel.Warning, "Storage did not do what {InstanceId} needs (attempt {Attempt}); trying again")]
    private partial void LogStorageFailed(Exception error, string instanceId, int attempt);

    [LoggerMessage(4, LogLevel.Error, "Instance {InstanceId} was changed by somebody else; it is read again")]
    private partial void LogConflict(string instanceId);

    [LoggerMessage(5, LogLevel.Warning, "Activity {Activity} of {InstanceId} failed: {Failure}")]
    private partial void LogActivityFailed(string activity, string instanceId, string failure);

    [LoggerMessage(6, LogLevel.Warning, "Stopped with {Pieces} pieces of work under way; the next start does them again")]
    private partial void LogAbandoned(int pieces);

    [LoggerMessage(7, LogLevel.Error, "A turn of {InstanceId} broke the engine; the instance stands still until the next start")]
    private partial void LogBroken(Exception error, string instanceId);

    [LoggerMessage(8, LogLevel.Warning, "The worker went away in the middle of {What} of {InstanceId}; once more with the next one")]
    private partial void LogWorkerGone(string what, string instanceId);

    private readonly record struct Work(IDisposable ForClock, IDisposable ForStop) : IDisposable
    {
        public void Dispose()
        {
            ForStop.Dispose();
            ForClock.Dispose();
        }
    }
}
