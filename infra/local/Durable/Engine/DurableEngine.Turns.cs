using ACip.Local.Durable.History;
using ACip.Local.Durable.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Local.Durable;

using Engine;
using Replay;

/// <content>One turn: take what has come in, run the orchestrator, commit, and only then set going what it asked for.</content>
public sealed partial class DurableEngine
{
    private async Task RunTurnsAsync(Instance instance)
    {
        using IDisposable work = busy.Begin();
        Interlocked.Increment(ref running);
        try
        {
            await Task.Yield();
            while (true)
            {
                if (chance is not null)
                {
                    await Task.Delay(chance.Next(4));
                }

                await instance.Turn.WaitAsync();
                try
                {
                    bool mayRun = instance.State is { IsFinished: false, Status: not OrchestrationRuntimeStatus.Suspended } && !instance.IsPurged && !stopping.IsCancellationRequested;
                    IReadOnlyList<InboxItem> items = instance.Take(InstanceStore.MaxEventsATurn, mayRun);
                    if (items.Count == 0)
                    {
                        return;
                    }

                    await RunTurnAsync(instance, items);
                }
                finally
                {
                    instance.Turn.Release();
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    private async Task RunTurnAsync(Instance instance, IReadOnlyList<InboxItem> items)
    {
        if (instance.Turns is null && await store.ReadAsync(instance.Id, CancellationToken.None) is { } stored)
        {
            instance.Turns = stored.Turns;
        }

        InstanceState before = instance.State;
        InboxItem[] current = [.. items.Where(i => i.Generation is null || i.Generation == before.Generation)];
        if (current.Length == 0)
        {
            return;
        }

        DateTimeOffset now = Now;
        List<HistoryEvent> turn = [new(HistoryKind.TurnStarted, At: now), .. current.Select(i => i.Event).Where(e => e.Kind != HistoryKind.None)];
        ReplayResult result = current.Any(i => i.LeftThread)
            ? ReplayResult.Failed(new LeftOrchestratorThreadException(before.Name))
            : Replay(instance, instance.Turns!, turn);
        turn.AddRange(result.Actions);

        InstanceState after = After(before, result, now);
        bool nextGeneration = after.Generation != before.Generation;
        List<(string Key, HistoryEvent Event)> handedOn = nextGeneration && result.NextGeneration!.PreserveUnprocessedEvents
            ? [.. result.Unprocessed.Select(e => (NextKey(), new HistoryEvent(HistoryKind.EventRaised, Name: e.Name, Data: e.Payload)))]
            : [];

        await SendAsync(result.Actions);
        if (!await CommitAsync(instance, before, after, nextGeneration ? null : turn, [.. current.Where(i => i.Key is not null).Select(i => i.Key!)], handedOn))
        {
            return;
        }

        instance.State = after;
        if (nextGeneration)
        {
            instance.Turns = [];
        }
        else
        {
            instance.Turns!.Add(turn);
        }

        if (options.ReplayFromScratch)
        {
            instance.Turns = null;
        }

        Follow(instance, result, handedOn);
    }

    private InstanceState After(InstanceState before, ReplayResult result, DateTimeOffset now)
    {
        InstanceState state = before with
        {
            Status = OrchestrationRuntimeStatus.Running,
            Turns = before.Turns + 1,
            Updated = now,
            CustomStatus = result.CustomStatusWasSet ? result.CustomStatus : before.CustomStatus,
            Commit = NextCommit(),
        };
        return result.Outcome switch
        {
            ReplayOutcome.Completed => state with { Status = OrchestrationRuntimeStatus.Completed, Output = options.DataConverter.Serialize(result.Output) },
            // the Azure Storage backend tells a failure as the output's text, not as FailureDetails
            ReplayOutcome.Failed => state with { Status = OrchestrationRuntimeStatus.Failed, Output = result.Failure!.ToString() },
            ReplayOutcome.ContinuedAsNew => state with
            {
                Generation = before.Generation + 1,
                Turns = 0,
                Input = options.DataConverter.Serialize(result.NextGeneration!.NewInput),
                Version = result.NextGeneration.NewVersion ?? before.Version,
            },
            _ => state,
        };
    }

    /// <summary>Tries until storage has answered; nothing goes on before that.</summary>
    /// <returns>False where another process has written: memory is then set to what stands.</returns>
    private async Task<bool> CommitAsync(Instance instance, InstanceState before, InstanceState after, List<HistoryEvent>? turn, IReadOnlyList<string> read, List<(string, HistoryEvent)> handedOn)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                if (await store.CommitAsync(before, after, turn, read, handedOn, CancellationToken.None))
                {
                    return true;
                }

                LogConflict(instance.Id);
                if (await store.ReadAsync(instance.Id, CancellationToken.None) is { } stands)
                {
                    instance.State = stands.State;
                    instance.Turns = stands.Turns;
                    if (!stands.State.IsFinished)
                    {
                        Resume(instance, stands);
                    }
                }

                return false;
            }
            catch (Exception error) when (error is not OutOfMemoryException && !stopping.IsCancellationRequested)
            {
                LogCommitFailed(error, instance.Id, attempt);
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(5000, 50 * Math.Pow(2, attempt))));
            }
        }
    }

    /// <summary>Stores the events that the turn sends, before it is committed: if it then is not, they are sent again, which events may be.</summary>
    private async Task SendAsync(IReadOnlyList<HistoryEvent> actions)
    {
        foreach (HistoryEvent sent in actions.Where(a => a.Kind == HistoryKind.EventSent))
        {
            await RaiseAsync(sent.InstanceId!, sent.Name!, sent.Data, CancellationToken.None);
        }
    }

    private void Follow(Instance instance, ReplayResult result, List<(string Key, HistoryEvent Event)> handedOn)
    {
        if (result.Outcome == ReplayOutcome.Waiting)
        {
            instance.Disarm(result.Outstanding.Contains);
            Set(instance, result.Actions.Where(a => result.Outstanding.Contains(a.Id)));
        }
        else
        {
            instance.Disarm(_ => false);
        }

        if (result.Outcome == ReplayOutcome.ContinuedAsNew)
        {
            instance.Put(InboxItem.Wake, null);
            foreach ((string key, HistoryEvent item) in handedOn)
            {
                instance.Put(new InboxItem(item, key), null);
            }
        }

        if (instance.State.IsFinished)
        {
            if (result.Failure is { } failure)
            {
                LogFailed(instance.Id, failure.ToString());
            }

            TellParent(instance, result.Failure);
        }

        instance.TellChanged();
    }

    /// <summary>Sets going what the orchestrator awaits.</summary>
    private void Set(Instance instance, IEnumerable<HistoryEvent> actions)
    {
        int generation = instance.State.Generation;
        foreach (HistoryEvent action in actions)
        {
            switch (action.Kind)
            {
                case HistoryKind.TaskScheduled:
                    for (int times = chance is not null && Chance(4) ? 2 : 1; times > 0; times--)
                    {
                        _ = RunActivityAsync(instance, action, generation);
                    }

                    break;
                case HistoryKind.TimerCreated:
                    instance.Arm(action.Id, () => Alarm(instance, action.At!.Value, new InboxItem(new HistoryEvent(HistoryKind.TimerFired, action.Id), Generation: generation)));
                    break;
                case HistoryKind.SubOrchestrationCreated:
                    _ = StartChildAsync(instance, action, generation);
                    break;
            }
        }
    }

    private async Task RunActivityAsync(Instance instance, HistoryEvent action, int generation)
    {
        using IDisposable work = busy.Begin();
        Interlocked.Increment(ref running);
        try
        {
            await Task.Yield();
            await activitySlots.WaitAsync();
            HistoryEvent ended;
            try
            {
                if (stopping.IsCancellationRequested)
                {
                    return;
                }

                ActivityFunction activity = functions.Activities.TryGetValue(action.Name!, out ActivityFunction? found)
                    ? found
                    : throw new InvalidOperationException($"There is no activity named '{action.Name}'.");
                object? output = await activity(action.Data, instance.Id, CancellationToken.None);
                ended = new HistoryEvent(HistoryKind.TaskCompleted, action.Id, Data: options.DataConverter.Serialize(output));
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                LogActivityFailed(action.Name!, instance.Id, error.ToString());
                ended = new HistoryEvent(HistoryKind.TaskFailed, action.Id, Failure: TaskFailureDetails.FromException(error));
            }
            finally
            {
                activitySlots.Release();
            }

            Deliver(instance, new InboxItem(ended, Generation: generation));
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}
