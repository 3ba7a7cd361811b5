using FunctionsSimulator.Durable.History;
using FunctionsSimulator.Durable.Storage;
using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Engine;

/// <summary>One turn of one execution: what came in, and what the orchestrator answered to it.</summary>
internal sealed class Turn
{
    private Turn(
        IReadOnlyList<HistoryEvent> arrived,
        IReadOnlyList<HistoryEvent> actions,
        CompleteOrchestrationAction? end,
        string? customStatus
    )
    {
        Arrived = arrived;
        Actions = actions;
        End = end;
        CustomStatus = customStatus;
    }

    /// <summary>What came in, from the turn's beginning on.</summary>
    public IReadOnlyList<HistoryEvent> Arrived { get; }

    /// <summary>What the orchestrator asked for, as events.</summary>
    public IReadOnlyList<HistoryEvent> Actions { get; }

    /// <summary>How the execution ended; null where it waits.</summary>
    public CompleteOrchestrationAction? End { get; }

    /// <summary>Null where the orchestrator set none.</summary>
    public string? CustomStatus { get; }

    /// <summary>The turn as it stands in the history.</summary>
    public IReadOnlyList<HistoryEvent> Events(DateTimeOffset now)
    {
        var events = new List<HistoryEvent>(Arrived.Count + Actions.Count + 2);
        events.AddRange(Arrived);
        events.AddRange(Actions);
        if (End is { OrchestrationStatus: not OrchestrationStatus.ContinuedAsNew } end)
        {
            events.Add(
                HistoryEvents.New(
                    now,
                    e =>
                        e.ExecutionCompleted = new ExecutionCompletedEvent
                        {
                            OrchestrationStatus = end.OrchestrationStatus,
                            Result = end.Result,
                            FailureDetails = end.FailureDetails,
                        }
                )
            );
        }

        events.Add(HistoryEvents.TurnEnded(now));
        return events;
    }

    /// <summary>What goes to the worker first: that a turn begins, and, if it is the execution's first, with which input.</summary>
    public static List<HistoryEvent> Arriving(InstanceState state, bool isFirst, IEnumerable<HistoryEvent> events, DateTimeOffset now)
    {
        List<HistoryEvent> arrived = [HistoryEvents.TurnStarted(now)];
        if (isFirst)
        {
            arrived.Add(HistoryEvents.New(now, e => e.ExecutionStarted = Started(state)));
        }

        arrived.AddRange(events);
        return arrived;
    }

    /// <exception cref="NotSupportedException">It asks for what this engine does not offer.</exception>
    public static Turn Of(IReadOnlyList<HistoryEvent> arrived, OrchestratorResponse response, DateTimeOffset now) =>
        new(
            arrived,
            [.. response.Actions.Select(action => HistoryEvents.OfAction(action, now)).OfType<HistoryEvent>()],
            response.Actions.Select(action => action.CompleteOrchestration).FirstOrDefault(end => end is not null),
            response.CustomStatus
        );

    public static Turn Failed(IReadOnlyList<HistoryEvent> arrived, TaskFailureDetails failure) =>
        new(
            arrived,
            [],
            new CompleteOrchestrationAction { OrchestrationStatus = OrchestrationStatus.Failed, FailureDetails = failure },
            null
        );

    private static ExecutionStartedEvent Started(InstanceState state)
    {
        var started = new ExecutionStartedEvent
        {
            Name = state.Name,
            Version = state.Version,
            Input = state.Input,
            OrchestrationInstance = new OrchestrationInstance { InstanceId = state.InstanceId, ExecutionId = state.Execution },
            ParentTraceContext = state.Trace,
            ScheduledStartTimestamp = state.StartAt is { } at ? Timestamp.FromDateTimeOffset(at) : null,
        };
        if (state.Parent is { } parent)
        {
            started.ParentInstance = new ParentInstanceInfo
            {
                Name = parent.Name,
                Version = parent.Version,
                TaskScheduledId = parent.Action,
                OrchestrationInstance = new OrchestrationInstance { InstanceId = parent.InstanceId, ExecutionId = parent.Execution },
            };
        }

        started.Tags.Add(state.Tags.ToDictionary(tag => tag.Key, tag => tag.Value));
        return started;
    }
}
