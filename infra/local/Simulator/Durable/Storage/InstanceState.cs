using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Storage;

/// <summary>The state row of one instance. Only the turns of its present generation count as its history.</summary>
/// <param name="Generation">Begins at 1; continuing as new and starting anew under the same id begin the next.</param>
/// <param name="Execution">Tells this generation from every other, of whatever instance, also after a purge.</param>
/// <param name="Turns">Turns committed in this generation.</param>
/// <param name="EventsFrom">Key of the oldest event that is meant for this instance: older ones were for a finished one of the same
/// id.</param>
/// <param name="Commit">Marks the last transaction, so that one whose answer was lost can be recognised.</param>
internal sealed record InstanceState(
    string InstanceId,
    string Name,
    string? Version,
    OrchestrationStatus Status,
    int Generation,
    string Execution,
    int Turns,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    DateTimeOffset? StartAt,
    string? Input,
    string? Output,
    TaskFailureDetails? Failure,
    string? CustomStatus,
    ParentAction? Parent,
    IReadOnlyDictionary<string, string> Tags,
    TraceContext? Trace,
    string EventsFrom,
    string Commit
)
{
    public bool IsFinished =>
        Status
            is OrchestrationStatus.Completed
                or OrchestrationStatus.Failed
                or OrchestrationStatus.Terminated
                or OrchestrationStatus.Canceled;
}

/// <summary>The step of another instance that awaits this one.</summary>
internal sealed record ParentAction(string Name, string? Version, string InstanceId, string Execution, int Action);
