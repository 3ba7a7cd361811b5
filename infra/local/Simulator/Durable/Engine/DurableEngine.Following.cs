using FunctionsSimulator.Durable.History;
using FunctionsSimulator.Durable.Storage;
using Microsoft.DurableTask.Protobuf;
using static Microsoft.DurableTask.Protobuf.HistoryEvent;

namespace FunctionsSimulator.Durable.Engine;

/// <content>What a committed turn sets going, and what a start of the engine sets going again.</content>
internal sealed partial class DurableEngine
{
    /// <param name="instance">Its turn is held; what the draft says is committed.</param>
    /// <param name="actions">What the last turn asked for.</param>
    /// <param name="outstanding">All that the present execution still awaits.</param>
    private bool Follow(Instance instance, Draft draft, IReadOnlyList<HistoryEvent> actions, IReadOnlyList<HistoryEvent> outstanding)
    {
        InstanceState state = draft.State;
        if (state.IsFinished)
        {
            if (state.Failure is { } failure)
            {
                LogFailed(instance.Id, failure.AsOutput());
            }

            instance.DisarmAll();
            instance.EmptyInbox();
            instance.Session = null;
            TellParent(state);

            // a turn that fails because it took another step than the history has asked for that step: Microsoft's engine, too, does it
            Set(instance, state.Execution, actions.Where(action => action.EventTypeCase != EventTypeOneofCase.TimerCreated));
        }
        else
        {
            Set(instance, state.Execution, outstanding.Where(actions.Contains));
        }

        instance.TellChanged();
        return true;
    }

    private void Set(Instance instance, string execution, IEnumerable<HistoryEvent> actions)
    {
        foreach (HistoryEvent action in actions)
        {
            switch (action.EventTypeCase)
            {
                case EventTypeOneofCase.TaskScheduled:
                    Run(instance, action, execution);
                    break;
                case EventTypeOneofCase.TimerCreated:
                    DeliverAt(
                        instance,
                        action.EventId,
                        action.TimerCreated.FireAt.ToDateTimeOffset(),
                        () => InboxItem.Of(HistoryEvents.Fired(Now, action), execution)
                    );
                    break;
                case EventTypeOneofCase.SubOrchestrationInstanceCreated:
                    _ = StartChildAsync(instance.Current, action);
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

                ended = await ResultAsync(instance, action);
            }
            finally
            {
                activitySlots.Release();
            }

            if (chaos is not null)
            {
                await chaos.LingerAsync();
            }

            Deliver(instance, InboxItem.Of(ended, execution));
        }
        catch (Exception) when (abandoned.IsCancellationRequested)
        {
            // the next engine runs it again
        }
    }

    private async Task<HistoryEvent> ResultAsync(Instance instance, HistoryEvent action)
    {
        TaskScheduledEvent activity = action.TaskScheduled;
        ActivityAnswer? answer = worker.HasActivity(activity.Name)
            ? null
            : new ActivityAnswer(null, Failures.NoSuch("an activity", activity.Name));
        while (answer is null)
        {
            try
            {
                answer = await worker.RunActivityAsync(
                    instance.Id,
                    activity,
                    activity.ParentTraceContext ?? instance.Current.Trace,
                    abandoned.Token
                );
                abandoned.Token.ThrowIfCancellationRequested(); // the next engine will produce its result again
            }
            catch (Protocol.WorkerGoneException) when (!abandoned.IsCancellationRequested)
            {
                LogWorkerGone($"activity {activity.Name}", instance.Id);
            }
        }

        if (answer.Failure is not { } failure)
        {
            return HistoryEvents.New(
                Now,
                e => e.TaskCompleted = new TaskCompletedEvent { TaskScheduledId = action.EventId, Result = answer.Result }
            );
        }

        LogActivityFailed(activity.Name, instance.Id, failure.AsOutput());
        return HistoryEvents.New(
            Now,
            e => e.TaskFailed = new TaskFailedEvent { TaskScheduledId = action.EventId, FailureDetails = failure }
        );
    }

    /// <summary>Makes an instance in memory what it is in storage.</summary>
    /// <param name="instance">Its turn is held.</param>
    private void Adopt(Instance instance, StoredInstance stored)
    {
        instance.EmptyInbox();
        instance.DisarmAll();
        instance.MayHaveMore = true;
        instance.State = stored.State;
        instance.Turns = stored.Turns;
        instance.Draft = null;
        instance.Session = null;
        Resume(instance, stored);
        instance.TellChanged();
    }

    /// <summary>Sets going again what the history still awaits.</summary>
    private void Resume(Instance instance, StoredInstance stored)
    {
        InstanceState state = stored.State;
        if (state.IsFinished)
        {
            return;
        }

        instance.PutFirst(stored.Inbox.Select(item => InboxItem.Stored(item.Key, item.Events)));
        if (stored.Turns.Count == 0)
        {
            BeginFirstTurn(instance);
        }
        else
        {
            Set(instance, state.Execution, HistoryEvents.Outstanding(stored.Turns.SelectMany(turn => turn)));
        }

        Continue(instance);
    }
}
