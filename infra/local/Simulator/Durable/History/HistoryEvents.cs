using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Protobuf;
using static Microsoft.DurableTask.Protobuf.HistoryEvent;

namespace FunctionsSimulator.Durable.History;

/// <summary>The SDK's own history events: what happened to an instance, and what its orchestrator asked for.</summary>
/// <remarks>What came from outside has the id -1; what the orchestrator asked for has the number of that action within its
/// execution.</remarks>
internal static class HistoryEvents
{
    public const int FromOutside = -1;

    public static HistoryEvent New(DateTimeOffset at, Action<HistoryEvent> set, int id = FromOutside)
    {
        var made = new HistoryEvent { EventId = id, Timestamp = Timestamp.FromDateTimeOffset(at) };
        set(made);
        return made;
    }

    public static HistoryEvent TurnStarted(DateTimeOffset at) => New(at, e => e.OrchestratorStarted = new OrchestratorStartedEvent());

    public static HistoryEvent TurnEnded(DateTimeOffset at) => New(at, e => e.OrchestratorCompleted = new OrchestratorCompletedEvent());

    public static HistoryEvent Raised(DateTimeOffset at, string name, string? payload) =>
        New(at, e => e.EventRaised = new EventRaisedEvent { Name = name, Input = payload });

    public static HistoryEvent Fired(DateTimeOffset at, HistoryEvent timer) =>
        New(at, e => e.TimerFired = new TimerFiredEvent { FireAt = timer.TimerCreated.FireAt, TimerId = timer.EventId });

    /// <returns>The event by which an action stands in the history; null for the end of an execution, which is no event of its
    /// own.</returns>
    /// <exception cref="NotSupportedException">The action belongs to what this engine does not offer (entities, rewinding).</exception>
    public static HistoryEvent? OfAction(OrchestratorAction action, DateTimeOffset at) =>
        action.OrchestratorActionTypeCase switch
        {
            OrchestratorAction.OrchestratorActionTypeOneofCase.ScheduleTask => New(
                at,
                e => e.TaskScheduled = Scheduled(action.ScheduleTask),
                action.Id
            ),
            OrchestratorAction.OrchestratorActionTypeOneofCase.CreateTimer => New(
                at,
                e => e.TimerCreated = new TimerCreatedEvent { FireAt = action.CreateTimer.FireAt },
                action.Id
            ),
            OrchestratorAction.OrchestratorActionTypeOneofCase.CreateSubOrchestration => New(
                at,
                e => e.SubOrchestrationInstanceCreated = Created(action.CreateSubOrchestration),
                action.Id
            ),
            OrchestratorAction.OrchestratorActionTypeOneofCase.SendEvent => New(
                at,
                e =>
                    e.EventSent = new EventSentEvent
                    {
                        InstanceId = action.SendEvent.Instance.InstanceId,
                        Name = action.SendEvent.Name,
                        Input = action.SendEvent.Data,
                    },
                action.Id
            ),
            OrchestratorAction.OrchestratorActionTypeOneofCase.CompleteOrchestration => null,
            _ => throw new NotSupportedException($"This engine does not do {action.OrchestratorActionTypeCase}."),
        };

    /// <summary>Asked for by the orchestrator, and ended by another event that names it.</summary>
    public static bool IsAwaited(this HistoryEvent one) =>
        one.EventTypeCase
            is EventTypeOneofCase.TaskScheduled
                or EventTypeOneofCase.TimerCreated
                or EventTypeOneofCase.SubOrchestrationInstanceCreated;

    /// <summary>Asked for by the orchestrator, in the order of its code.</summary>
    public static bool IsAction(this HistoryEvent one) => one.IsAwaited() || one.EventTypeCase == EventTypeOneofCase.EventSent;

    /// <returns>The number of the action that this event ends; null where it ends none.</returns>
    public static int? Ends(this HistoryEvent one) =>
        one.EventTypeCase switch
        {
            EventTypeOneofCase.TaskCompleted => one.TaskCompleted.TaskScheduledId,
            EventTypeOneofCase.TaskFailed => one.TaskFailed.TaskScheduledId,
            EventTypeOneofCase.TimerFired => one.TimerFired.TimerId,
            EventTypeOneofCase.SubOrchestrationInstanceCompleted => one.SubOrchestrationInstanceCompleted.TaskScheduledId,
            EventTypeOneofCase.SubOrchestrationInstanceFailed => one.SubOrchestrationInstanceFailed.TaskScheduledId,
            _ => null,
        };

    /// <summary>What has been asked for and not ended yet, in the order of the code.</summary>
    public static IReadOnlyList<HistoryEvent> Outstanding(IEnumerable<HistoryEvent> history)
    {
        var open = new SortedDictionary<int, HistoryEvent>();
        foreach (HistoryEvent one in history)
        {
            if (one.IsAwaited())
            {
                open[one.EventId] = one;
            }
            else if (one.Ends() is { } ended)
            {
                open.Remove(ended);
            }
        }

        return [.. open.Values];
    }

    private static TaskScheduledEvent Scheduled(ScheduleTaskAction task)
    {
        var scheduled = new TaskScheduledEvent
        {
            Name = task.Name,
            Version = task.Version,
            Input = task.Input,
            ParentTraceContext = task.ParentTraceContext,
        };
        scheduled.Tags.Add(task.Tags);
        return scheduled;
    }

    private static SubOrchestrationInstanceCreatedEvent Created(CreateSubOrchestrationAction child)
    {
        var created = new SubOrchestrationInstanceCreatedEvent
        {
            InstanceId = child.InstanceId,
            Name = child.Name,
            Version = child.Version,
            Input = child.Input,
            ParentTraceContext = child.ParentTraceContext,
        };
        created.Tags.Add(child.Tags);
        return created;
    }
}
