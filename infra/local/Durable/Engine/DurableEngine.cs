using System.Collections.Concurrent;
using System.Globalization;
using ACip.Local.Clock;
using ACip.Local.Durable.History;
using ACip.Local.Durable.Storage;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ACip.Local.Durable;

using Engine;
using Replay;

/// <summary>Runs orchestrations over Tables and Blobs: one process a hub, one transaction a turn, nothing polled.</summary>
/// <remarks>
/// What is committed is the history. Results of activities, alarms and answers of sub-orchestrations that no turn has committed are had again
/// after a crash: the activity runs once more, the timer is armed once more, the other instance is asked once more. External events and starts
/// are stored when they are sent.
/// </remarks>
public sealed partial class DurableEngine : IAsyncDisposable
{
    private readonly DurableOptions options;
    private readonly DurableFunctions functions;
    private readonly TimeProvider clock;
    private readonly Busy busy;
    private readonly ILoggerFactory loggers;
    private readonly ILogger logger;
    private readonly InstanceStore store;
    private readonly ConcurrentDictionary<string, Instance> instances = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim activitySlots;
    private readonly CancellationTokenSource stopping = new();
    private readonly Random? chance;
    private long lastKey = DateTime.UtcNow.Ticks;
    private int commits;
    private int running;

    public DurableEngine(DurableOptions options, DurableFunctions functions, TableServiceClient tables, BlobServiceClient blobs, TimeProvider clock, Busy busy, ILoggerFactory loggers)
    {
        this.options = options;
        this.functions = functions;
        this.clock = clock;
        this.busy = busy;
        this.loggers = loggers;
        logger = loggers.CreateLogger<DurableEngine>();
        store = new InstanceStore(tables, blobs, options.HubName);
        activitySlots = new SemaphoreSlim(options.MaxConcurrentActivities);
        chance = options.HostileSeed is { } seed ? new Random(seed) : null;
        Client = new LocalDurableTaskClient(this, options.HubName);
    }

    public DurableTaskClient Client { get; }

    internal DurableOptions Options => options;

    internal InstanceStore Store => store;

    internal DateTimeOffset Now => clock.GetUtcNow();

    internal IEnumerable<Instance> All => instances.Values;

    /// <summary>Takes up every unfinished instance where it was.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        using IDisposable work = busy.Begin();
        await store.CreateAsync(cancellation);
        List<StoredInstance> stored = await store.ReadAllAsync(cancellation);
        foreach (StoredInstance one in stored)
        {
            instances[one.State.InstanceId] = new Instance(one.State) { Turns = one.Turns };
        }

        foreach (StoredInstance one in stored.Where(s => !s.State.IsFinished))
        {
            Resume(instances[one.State.InstanceId], one);
        }

        LogStarted(stored.Count, stored.Count(s => !s.State.IsFinished));
    }

    /// <summary>Lets running activities and turns end, up to half a minute.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        if (stopping.IsCancellationRequested)
        {
            return;
        }

        stopping.Cancel();
        foreach (Instance instance in instances.Values)
        {
            instance.Disarm(_ => false);
        }

        for (int waited = 0; Volatile.Read(ref running) > 0 && waited < 3000 && !cancellation.IsCancellationRequested; waited++)
        {
            await Task.Delay(10, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        stopping.Dispose();
        activitySlots.Dispose();
    }

    internal Instance? Find(string instanceId) => instances.GetValueOrDefault(instanceId);

    internal void Forget(string instanceId) => instances.TryRemove(instanceId, out _);

    /// <summary>Sorts by arrival, also across restarts.</summary>
    internal string NextKey() => string.Create(CultureInfo.InvariantCulture, $"i-{Interlocked.Increment(ref lastKey):D20}");

    internal string NextCommit() => $"{Environment.ProcessId:x}-{Environment.TickCount64:x}-{Interlocked.Increment(ref commits):x}";

    /// <summary>Creates the instance and begins its first turn, now or at its time.</summary>
    /// <param name="keepFinishedFor">A finished instance that this step has awaited is not started anew: the step is being repeated.</param>
    /// <returns>False where an unfinished instance stands under this id.</returns>
    internal async Task<bool> CreateAsync(string instanceId, string name, string? version, string? input, DateTimeOffset? startAt, ParentAction? parent, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation, ParentAction? keepFinishedFor = null)
    {
        using IDisposable work = busy.Begin();
        DateTimeOffset now = Now;
        var state = new InstanceState(instanceId, name, version, OrchestrationRuntimeStatus.Pending, 1, 0, now, now, startAt, input, null, null, parent, tags, NextCommit());
        var created = new Instance(state);
        await created.Turn.WaitAsync(cancellation);
        Instance stands = instances.GetOrAdd(instanceId, created);
        if (stands == created)
        {
            try
            {
                await store.StartAsync(state, null, cancellation);
            }
            catch
            {
                instances.TryRemove(instanceId, out _);
                throw;
            }
            finally
            {
                created.Turn.Release();
            }

            Begin(created);
            return true;
        }

        await stands.Turn.WaitAsync(cancellation);
        try
        {
            if (!stands.State.IsFinished || (keepFinishedFor is not null && stands.State.Parent == keepFinishedFor))
            {
                return false;
            }

            InstanceState anew = state with { Generation = stands.State.Generation + 1 };
            await store.StartAsync(anew, stands.State, cancellation);
            stands.State = anew;
            stands.Turns = [];
        }
        finally
        {
            stands.Turn.Release();
        }

        Begin(stands);
        return true;
    }

    internal async Task RaiseAsync(string instanceId, string eventName, string? payload, CancellationToken cancellation)
    {
        if (Find(instanceId) is not { State.IsFinished: false } instance)
        {
            return;
        }

        using IDisposable work = busy.Begin();
        var item = new HistoryEvent(HistoryKind.EventRaised, Name: eventName, Data: payload);
        for (int times = chance is not null && Chance(4) ? 2 : 1; times > 0; times--)
        {
            string key = NextKey();
            await store.AddEventAsync(instanceId, key, item, cancellation);
            Deliver(instance, new InboxItem(item, key));
        }
    }

    internal void Deliver(Instance instance, InboxItem item)
    {
        if (instance.Put(item, chance))
        {
            _ = RunTurnsAsync(instance);
        }
    }

    /// <summary>Runs what has gathered while the instance was suspended.</summary>
    internal void Continue(Instance instance)
    {
        if (instance.Schedule())
        {
            _ = RunTurnsAsync(instance);
        }
    }

    private void Begin(Instance instance)
    {
        int generation = instance.State.Generation;
        if (instance.State.StartAt is { } at && at > Now)
        {
            instance.Arm(0, () => Alarm(instance, at, InboxItem.Wake with { Generation = generation }));
        }
        else
        {
            Deliver(instance, InboxItem.Wake with { Generation = generation });
        }
    }

    private ITimer Alarm(Instance instance, DateTimeOffset due, InboxItem item)
    {
        TimeSpan wait = due - Now;
        return clock.CreateTimer(_ => Deliver(instance, item), null, wait < TimeSpan.Zero ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A replay without anything new tells what is still awaited; that is set going again.</summary>
    private void Resume(Instance instance, StoredInstance stored)
    {
        foreach ((string key, HistoryEvent item) in stored.Inbox)
        {
            instance.Put(new InboxItem(item, key), null);
        }

        if (stored.Turns.Count == 0)
        {
            Begin(instance);
        }
        else
        {
            ReplayResult result = Replay(instance, stored.Turns, null);
            if (result.Outcome == ReplayOutcome.Waiting)
            {
                Set(instance, stored.Turns.SelectMany(t => t).Where(e => e.IsAction && result.Outstanding.Contains(e.Id)));
            }
            else
            {
                Deliver(instance, InboxItem.Wake);
            }
        }

        if (stored.Inbox.Count > 0)
        {
            _ = RunTurnsAsync(instance);
        }
    }

    private ReplayResult Replay(Instance instance, IEnumerable<IReadOnlyList<HistoryEvent>> turns, IReadOnlyList<HistoryEvent>? next)
    {
        InstanceState state = instance.State;
        OrchestratorFunction function = functions.Orchestrators.TryGetValue(state.Name, out OrchestratorFunction? found)
            ? found
            : _ => throw new InvalidOperationException($"There is no orchestrator named '{state.Name}'.");
        var facts = new InstanceFacts(state.InstanceId, state.Name, state.Version, state.Input,
            state.Parent is { } parent ? new(parent.Name, parent.InstanceId) : null, options.DefaultVersion);
        int generation = state.Generation;
        return OrchestratorReplay.Run(function, facts, turns, next, options.DataConverter, loggers, () => Deliver(instance, InboxItem.Left(generation)));
    }

    private bool Chance(int oneIn)
    {
        lock (chance!)
        {
            return chance.Next(oneIn) == 0;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Durable engine started: {Instances} instances, {Unfinished} unfinished")]
    private partial void LogStarted(int instances, int unfinished);

    [LoggerMessage(2, LogLevel.Warning, "Instance {InstanceId} failed: {Failure}")]
    private partial void LogFailed(string instanceId, string failure);

    [LoggerMessage(3, LogLevel.Warning, "A turn of {InstanceId} could not be committed (attempt {Attempt}); trying again")]
    private partial void LogCommitFailed(Exception error, string instanceId, int attempt);

    [LoggerMessage(4, LogLevel.Error, "Instance {InstanceId} was changed by somebody else; it is read again")]
    private partial void LogConflict(string instanceId);

    [LoggerMessage(5, LogLevel.Warning, "Activity {Activity} of {InstanceId} failed: {Failure}")]
    private partial void LogActivityFailed(string activity, string instanceId, string failure);
}
