using ACip.Local.Durable.History;
using ACip.Local.Durable.Storage;
using Microsoft.DurableTask;

namespace ACip.Local.Durable;

using Engine;
using Replay;

/// <content>What a committed turn sets going, and what a start of the engine sets going again.</content>
public sealed partial class DurableEngine
{
    /// <param name="instance">Its turn is held.</param>
    /// <param name="execution">The generation that had the turn.</param>
    /// <param name="outstanding">All that is still awaited, or that the end of the generation leaves to itself.</param>
    private void Follow(Instance instance, string execution, ReplayResult result, HistoryEvent[] outstanding, IReadOnlyList<HistoryEvent> handedOn)
    {
        InstanceState state = instance.State;
        IEnumerable<HistoryEvent> asked = outstanding.Where(result.Actions.Contains);
        if (result.Outcome == ReplayOutcome.Waiting)
        {
            instance.Disarm(result.Outstanding.Contains);
            Set(instance, execution, asked);
        }
        else
        {
            instance.DisarmAll();
            foreach (HistoryEvent loose in asked.Where(a => a.Kind == HistoryKind.TaskScheduled))
            {
                Run(instance, loose, execution);
            }
        }

        if (result.Outcome == ReplayOutcome.ContinuedAsNew)
        {
            instance.PutFirst([InboxItem.Wake(state.Execution), .. handedOn.Select(e => new InboxItem(e))]);
        }

        if (state.IsFinished)
        {
            if (result.Failure is { } failure)
            {
                LogFailed(instance.Id, failure.ToString());
            }

            instance.EmptyInbox();
            TellParent(state);
        }

        instance.TellChanged();
    }

    private void Set(Instance instance, string execution, IEnumerable<HistoryEvent> actions)
    {
        foreach (HistoryEvent action in actions)
        {
            switch (action.Kind)
            {
                case HistoryKind.TaskScheduled:
                    Run(instance, action, execution);
                    break;
                case HistoryKind.TimerCreated:
                    DeliverAt(instance, action.Id, action.At!.Value, new InboxItem(new HistoryEvent(HistoryKind.TimerFired, action.Id), execution));
                    break;
                case HistoryKind.SubOrchestrationCreated:
                    _ = StartChildAsync(instance.State, action);
                    break;
            }
        }
    }

    private void Run(Instance instance, HistoryEvent action, string execution)
    {
        for (int times = stopping ? 0 : chaos?.Times ?? 1; times > 0; times--)
        {
            _ = RunActivityAsync(instance, action, execution);
        }
    }

    private async Task RunActivityAsync(Instance instance, HistoryEvent action, string execution)
    {
        using Work work = Begin();
        try
        {
            await Task.Yield();
            await activitySlots.WaitAsync(abandoned.Token);
            HistoryEvent ended;
            try
            {
                if (stopping)
                {
                    return;
                }

                ended = await ResultAsync(instance.Id, action);
            }
            finally
            {
                activitySlots.Release();
            }

            if (chaos is not null)
            {
                await chaos.LingerAsync();
            }

            Deliver(instance, new InboxItem(ended, execution));
            await DropLooseAsync(instance, action, execution);
        }
        catch (Exception) when (abandoned.IsCancellationRequested)
        {
            // the next engine runs it again
        }
    }

    private async Task<HistoryEvent> ResultAsync(string instanceId, HistoryEvent action)
    {
        try
        {
            ActivityFunction activity = functions.Activities.TryGetValue(action.Name!, out ActivityFunction? found)
                ? found
                : throw new InvalidOperationException($"There is no activity named '{action.Name}'.");
            object? output = await activity(action.Data, instanceId, abandoned.Token);
            return new HistoryEvent(HistoryKind.TaskCompleted, action.Id, Data: options.DataConverter.Serialize(output));
        }
        catch (Exception error) when (error is not OutOfMemoryException && !abandoned.IsCancellationRequested)
        {
            LogActivityFailed(action.Name!, instanceId, error.ToString());
            return new HistoryEvent(HistoryKind.TaskFailed, action.Id, Failure: TaskFailureDetails.FromException(error));
        }
    }

    /// <summary>An activity that nobody awaited any more has ended: the next engine need not run it.</summary>
    private async Task DropLooseAsync(Instance instance, HistoryEvent action, string execution) =>
        await ChangeAsync(instance, state =>
        {
            LooseActivity[] rest = [.. state.Loose.Where(l => l.Execution != execution || l.Action.Id != action.Id)];
            return rest.Length < state.Loose.Count ? state with { Loose = rest } : null;
        });

    /// <summary>Makes an instance in memory what it is in storage.</summary>
    /// <param name="instance">Its turn is held.</param>
    private void Adopt(Instance instance, StoredInstance stored)
    {
        instance.EmptyInbox();
        instance.DisarmAll();
        instance.MayHaveMore = true;
        instance.State = stored.State;
        instance.Turns = stored.Turns;
        instance.Unstored = null;
        Resume(instance, stored);
        instance.TellChanged();
    }

    /// <summary>A replay without anything new tells what is still awaited; that is set going again.</summary>
    private void Resume(Instance instance, StoredInstance stored)
    {
        InstanceState state = stored.State;
        foreach (LooseActivity loose in state.Loose)
        {
            Run(instance, loose.Action, loose.Execution);
        }

        if (state.IsFinished)
        {
            return;
        }

        instance.PutFirst(stored.Inbox.Select(i => new InboxItem(i.Event with { Key = i.Key })));
        if (stored.Turns.Count == 0)
        {
            BeginFirstTurn(instance);
        }
        else
        {
            ReplayResult result = Replay(state, stored.Turns, null, () => Deliver(instance, InboxItem.Left(state.Execution)));
            if (result.Outcome == ReplayOutcome.Waiting)
            {
                Set(instance, state.Execution, stored.Turns.SelectMany(t => t).Where(e => e.IsAction && result.Outstanding.Contains(e.Id)));
            }
            else
            {
                // what stands in the history ends otherwise than it did: the next turn says so
                Deliver(instance, InboxItem.Wake(state.Execution));
            }
        }

        Continue(instance);
    }
}
