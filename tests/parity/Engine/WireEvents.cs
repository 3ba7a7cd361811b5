using DurableTask.Core;
using DurableTask.Core.History;
using Google.Protobuf.WellKnownTypes;
using P = Microsoft.DurableTask.Protobuf;

namespace ACip.Tests.Parity.Engine;

/// <summary>History as the engine keeps it, in the words in which the worker gets it.</summary>
internal static class WireEvents
{
    public static P.HistoryEvent Of(HistoryEvent kept, Calendar calendar)
    {
        Timestamp Told(DateTime wall) =>
            Timestamp.FromDateTime(DateTime.SpecifyKind(calendar.Told(wall.ToUniversalTime()), DateTimeKind.Utc));
        var told = new P.HistoryEvent { EventId = kept.EventId, Timestamp = Told(kept.Timestamp) };
        switch (kept)
        {
            case OrchestratorStartedEvent:
                told.OrchestratorStarted = new();
                break;
            case OrchestratorCompletedEvent:
                told.OrchestratorCompleted = new();
                break;
            case ExecutionStartedEvent started:
                told.ExecutionStarted = Started(started, Told);
                break;
            case ContinueAsNewEvent again:
                told.ContinueAsNew = new() { Input = again.Result };
                break;
            case ExecutionCompletedEvent completed:
                told.ExecutionCompleted = new()
                {
                    OrchestrationStatus = (P.OrchestrationStatus)completed.OrchestrationStatus,
                    Result = completed.Result,
                };
                break;
            case ExecutionTerminatedEvent terminated:
                told.ExecutionTerminated = new() { Input = terminated.Input };
                break;
            case ExecutionSuspendedEvent suspended:
                told.ExecutionSuspended = new() { Input = suspended.Reason };
                break;
            case ExecutionResumedEvent resumed:
                told.ExecutionResumed = new() { Input = resumed.Reason };
                break;
            case TaskScheduledEvent scheduled:
                told.TaskScheduled = new()
                {
                    Name = scheduled.Name,
                    Version = scheduled.Version,
                    Input = scheduled.Input,
                };
                break;
            case TaskCompletedEvent completed:
                told.TaskCompleted = new() { TaskScheduledId = completed.TaskScheduledId, Result = completed.Result };
                break;
            case TaskFailedEvent failed:
                told.TaskFailed = new()
                {
                    TaskScheduledId = failed.TaskScheduledId,
                    FailureDetails = WireFailures.Of(failed.FailureDetails),
                };
                break;
            case SubOrchestrationInstanceCreatedEvent created:
                told.SubOrchestrationInstanceCreated = new()
                {
                    InstanceId = created.InstanceId,
                    Name = created.Name,
                    Version = created.Version,
                    Input = created.Input,
                };
                break;
            case SubOrchestrationInstanceCompletedEvent completed:
                told.SubOrchestrationInstanceCompleted = new() { TaskScheduledId = completed.TaskScheduledId, Result = completed.Result };
                break;
            case SubOrchestrationInstanceFailedEvent failed:
                told.SubOrchestrationInstanceFailed = new()
                {
                    TaskScheduledId = failed.TaskScheduledId,
                    FailureDetails = WireFailures.Of(failed.FailureDetails),
                };
                break;
            case TimerCreatedEvent created:
                told.TimerCreated = new() { FireAt = Told(created.FireAt) };
                break;
            case TimerFiredEvent fired:
                told.TimerFired = new() { TimerId = fired.TimerId, FireAt = Told(fired.FireAt) };
                break;
            case EventRaisedEvent raised:
                told.EventRaised = new() { Name = raised.Name, Input = raised.Input };
                break;
            case EventSentEvent sent:
                told.EventSent = new()
                {
                    InstanceId = sent.InstanceId,
                    Name = sent.Name,
                    Input = sent.Input,
                };
                break;
            case GenericEvent generic:
                told.GenericEvent = new() { Data = generic.Data };
                break;
            default:
                throw new NotSupportedException($"An event of the kind {kept.EventType} is not known.");
        }

        return told;
    }

    private static P.ExecutionStartedEvent Started(ExecutionStartedEvent started, Func<DateTime, Timestamp> told) =>
        new()
        {
            Name = started.Name,
            Version = started.Version,
            Input = started.Input,
            OrchestrationInstance = Of(started.OrchestrationInstance),
            ParentInstance = started.ParentInstance is not { } parent
                ? null
                : new P.ParentInstanceInfo
                {
                    Name = parent.Name,
                    Version = parent.Version,
                    TaskScheduledId = parent.TaskScheduleId,
                    OrchestrationInstance = Of(parent.OrchestrationInstance),
                },
            ScheduledStartTimestamp = started.ScheduledStartTime is { } at ? told(at) : null,
        };

    private static P.OrchestrationInstance Of(OrchestrationInstance instance) =>
        new() { InstanceId = instance.InstanceId, ExecutionId = instance.ExecutionId };
}

/// <summary>A failure in the engine's words, and in the worker's.</summary>
internal static class WireFailures
{
    public static P.TaskFailureDetails? Of(FailureDetails? failure) =>
        failure is null
            ? null
            : new P.TaskFailureDetails
            {
                ErrorType = failure.ErrorType,
                ErrorMessage = failure.ErrorMessage,
                StackTrace = failure.StackTrace,
                InnerFailure = Of(failure.InnerFailure),
                IsNonRetriable = failure.IsNonRetriable,
            };

    public static FailureDetails? Of(P.TaskFailureDetails? failure) =>
        failure is null
            ? null
            : new FailureDetails(
                failure.ErrorType,
                failure.ErrorMessage,
                failure.StackTrace,
                Of(failure.InnerFailure),
                failure.IsNonRetriable
            );
}
