using Microsoft.DurableTask.Client;

namespace ACip.Local.Durable.Storage;

/// <summary>The state row of one instance. Only the finished turns of its present generation count as its history.</summary>
/// <param name="Generation">Begins at 1; ContinueAsNew and starting anew under the same id begin the next.</param>
/// <param name="Turns">Turns committed in this generation.</param>
/// <param name="Commit">Marks the last transaction, so that one whose answer was lost can be recognised.</param>
internal sealed record InstanceState(
    string InstanceId,
    string Name,
    string? Version,
    OrchestrationRuntimeStatus Status,
    int Generation,
    int Turns,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    DateTimeOffset? StartAt,
    string? Input,
    string? Output,
    string? CustomStatus,
    ParentAction? Parent,
    IReadOnlyDictionary<string, string> Tags,
    string Commit)
{
    public bool IsFinished => Status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;
}

/// <summary>The step of another instance that awaits this one.</summary>
internal sealed record ParentAction(string Name, string InstanceId, int Generation, int Action);
