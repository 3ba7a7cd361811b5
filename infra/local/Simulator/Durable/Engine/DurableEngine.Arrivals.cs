using FunctionsSimulator.Durable.History;
using FunctionsSimulator.Durable.Storage;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Engine;

/// <content>What comes in from outside: starts, events, alarms. Starts and events are stored before anybody is told that they were
/// taken.</content>
internal sealed partial class DurableEngine
{
    /// <summary>How often a client's call is tried before it is told that storage fails.</summary>
    private const int ClientAttempts = 4;

    /// <summary>How long a start waits for the activities of its first turn; in real time, for the machine works in it.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    /// <summary>Creates the instance and begins its first turn, now or at its time.</summary>
    /// <param name="awaited">The step that awaits it; if this step has awaited it before, nothing is done: the step is being
    /// repeated.</param>
    /// <returns>False where an unfinished instance stands under this id.</returns>
    public async Task<bool> CreateAsync(NewInstance wanted, ParentAction? awaited, CancellationToken cancellation)
    {
        using Work work = Begin();
        DateTimeOffset now = Now;
        var state = new InstanceState(
            wanted.InstanceId,
            wanted.Name,
            wanted.Version,
            OrchestrationStatus.Pending,
            1,
            NewExecution(),
            0,
            now,
            now,
            wanted.StartAt,
            wanted.Input,
            null,
            null,
            null,
            awaited,
            wanted.Tags,
            wanted.Trace,
            NextKey(),
            NextCommit()
        );
        while (true)
        {
            var created = new Instance(state);
            await created.Turn.WaitAsync(cancellation);
            Instance stands = instances.GetOrAdd(wanted.InstanceId, created);
            if (stands == created)
            {
                return await BeginAsync(created, cancellation);
            }

            if (awaited?.InstanceId == stands.Id)
            {
                // it asks for itself, and may hold its turn
                return false;
            }

            await IsStoredAsync(stands);
            await stands.Turn.WaitAsync(cancellation);
            try
            {
                if (!stands.IsGone)
                {
                    return await StoreAnewAsync(stands, state, cancellation);
                }
            }
            finally
            {
                stands.Turn.Release();
            }
        }
    }

    /// <summary>Stores the event and wakes the instance. Nothing happens where none stands under this id, or a finished one, or one whose
    /// start lies ahead.</summary>
    public async Task RaiseAsync(string instanceId, string eventName, string? payload, CancellationToken cancellation)
    {
        if (Find(instanceId) is { } instance && await IsStoredAsync(instance))
        {
            await SendAsync(instanceId, eventName, payload, cancellation);
        }
    }

    /// <summary>From a turn, which must not wait for another: two that send to one another would wait for ever.</summary>
    private async Task SendAsync(string instanceId, string eventName, string? payload, CancellationToken cancellation)
    {
        if (Find(instanceId) is not { State.IsFinished: false } instance || (instance.Current is { Turns: 0, StartAt: { } at } && at > Now))
        {
            return;
        }

        using Work work = Begin();
        for (int times = chaos?.Times ?? 1; times > 0; times--)
        {
            string key = NextKey();
            HistoryEvent raised = HistoryEvents.Raised(Now, eventName, payload);
            await store.AddEventAsync(instanceId, key, raised, cancellation);
            Deliver(instance, InboxItem.Stored(key, [raised]));
        }
    }

    private void Deliver(Instance instance, InboxItem item)
    {
        if (instance.Put(item, chaos))
        {
            _ = RunTurnsAsync(instance);
        }
    }

    /// <summary>Runs what has gathered while the instance could not run.</summary>
    private void Continue(Instance instance)
    {
        if (instance.Schedule())
        {
            _ = RunTurnsAsync(instance);
        }
    }

    private void DeliverAt(Instance instance, int action, DateTimeOffset due, Func<InboxItem> item)
    {
        TimeSpan wait = due - Now;
        if (wait <= TimeSpan.Zero)
        {
            Deliver(instance, item());
        }
        else if (!stopping)
        {
            instance.Arm(action, () => clock.CreateTimer(_ => Deliver(instance, item()), null, wait, Timeout.InfiniteTimeSpan));
        }
    }

    /// <summary>Wakes an instance that has had no turn yet, now or at the time it is meant for.</summary>
    private void BeginFirstTurn(Instance instance)
    {
        string execution = instance.State.Execution;
        DeliverAt(instance, HistoryEvents.FromOutside, instance.State.StartAt ?? Now, () => InboxItem.Wake(execution));
    }

    /// <param name="created">In <see cref="instances"/>, its turn held; released here.</param>
    /// <returns>False where another stands in storage.</returns>
    private async Task<bool> BeginAsync(Instance created, CancellationToken cancellation)
    {
        FirstCommit? first = null;
        try
        {
            if (created.State.StartAt is null && !stopping)
            {
                // the first turn needs nothing from outside: it is stored together with the instance
                first = created.First = new FirstCommit(
                    (after, changes) =>
                        StoreAsync(after.InstanceId, () => store.StartAsync(after, changes, abandoned.Token), abandoned.Token)
                );
                if (await RunTurnAsync(created, [InboxItem.Wake(created.State.Execution)]))
                {
                    Continue(created);
                }
            }
            else if (await StoreAsync(created.Id, () => store.StartAsync(created.State, InstanceChanges.None, cancellation), cancellation))
            {
                BeginFirstTurn(created);
                return true;
            }
        }
        catch
        {
            Drop(created);
            throw;
        }
        finally
        {
            created.Turn.Release();
        }

        return (first is not null && await IsStoredSoonAsync(created, first, cancellation)) || await TakeUpAsync(created, cancellation);
    }

    /// <summary>Gives the activities of the first turn a moment, so that what they give is stored together with it; then stores the turn
    /// alone.</summary>
    private async Task<bool> IsStoredSoonAsync(Instance created, FirstCommit first, CancellationToken cancellation)
    {
        if (await Task.WhenAny(first.Ended, Task.Delay(Moment, cancellation)) != first.Ended)
        {
            cancellation.ThrowIfCancellationRequested();
            await created.Turn.WaitAsync(abandoned.Token);
            try
            {
                // the next turn may have been faster
                if (!first.Ended.IsCompleted)
                {
                    await CommitAsync(created, created.Draft!, null);
                }
            }
            finally
            {
                created.Turn.Release();
            }
        }

        return await first.Ended;
    }

    private async Task<bool> StoreFirstAsync(Instance instance, FirstCommit first, InstanceState after, InstanceChanges changes)
    {
        try
        {
            if (!await first.StoreAsync(after, changes))
            {
                Drop(instance);
                return false;
            }
        }
        catch
        {
            Drop(instance);
            throw;
        }

        instance.First = null;
        return true;
    }

    /// <summary>Stored by an attempt whose answer never came: it is taken up.</summary>
    /// <returns>False: it was not this call that began it.</returns>
    private async Task<bool> TakeUpAsync(Instance created, CancellationToken cancellation)
    {
        if (
            await store.ReadAsync(created.Id, withTurns: false, cancellation) is { } stored
            && new Instance(stored.State) is var stands
            && instances.TryAdd(stands.Id, stands)
        )
        {
            await stands.Turn.WaitAsync(cancellation);
            try
            {
                Adopt(stands, stored);
            }
            finally
            {
                stands.Turn.Release();
            }
        }

        return false;
    }

    /// <summary>Completes once it is known whether the instance was stored.</summary>
    private static async Task<bool> IsStoredAsync(Instance instance)
    {
        if (instance.First is not { } first)
        {
            return true;
        }

        await ((Task)first.Ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return first.Ended is { IsCompletedSuccessfully: true, Result: true };
    }

    /// <summary>It never came into storage.</summary>
    private void Drop(Instance instance)
    {
        instance.IsGone = true;
        instances.TryRemove(KeyValuePair.Create(instance.Id, instance));
    }

    /// <param name="stands">Its turn is held.</param>
    private async Task<bool> StoreAnewAsync(Instance stands, InstanceState state, CancellationToken cancellation)
    {
        InstanceState before = stands.State;
        if (!before.IsFinished || (state.Parent is not null && before.Parent == state.Parent))
        {
            return false;
        }

        InstanceState anew = state with { Generation = before.Generation + 1, EventsFrom = NextKey() };
        if (!await StoreAsync(anew.InstanceId, () => store.CommitAsync(before, anew, InstanceChanges.None, cancellation), cancellation))
        {
            throw new InvalidOperationException($"Instance '{state.InstanceId}' is used by another process.");
        }

        stands.DisarmAll();
        stands.EmptyInbox();
        stands.State = anew;
        stands.Turns = [];
        BeginFirstTurn(stands);
        return true;
    }

    private async Task<bool> StoreAsync(string instanceId, Func<Task<bool>> commit, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await commit();
            }
            catch (Exception error) when (attempt < ClientAttempts && error is not (OutOfMemoryException or OperationCanceledException))
            {
                // the same state again is the same start, whether or not the attempt before came through
                LogStorageFailed(error, instanceId, attempt);
                await Task.Delay(25 << attempt, cancellation);
            }
        }
    }
}
