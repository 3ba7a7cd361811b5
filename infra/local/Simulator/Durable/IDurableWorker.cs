using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable;

/// <summary>What the engine asks of whoever runs the application's code.</summary>
internal interface IDurableWorker
{
    bool HasOrchestrator(string name);

    bool HasActivity(string name);

    /// <summary>Runs an orchestrator over its history.</summary>
    /// <exception cref="TurnFailedException">The turn itself failed, not the orchestration in it.</exception>
    /// <exception cref="Protocol.WorkerGoneException">The worker ended meanwhile; another one may answer.</exception>
    Task<OrchestratorResponse> RunTurnAsync(
        string orchestrator,
        OrchestratorRequest request,
        TraceContext? trace,
        CancellationToken cancellation
    );

    /// <summary>Runs an activity.</summary>
    /// <returns>Its result or failure as the event that ends it.</returns>
    /// <exception cref="Protocol.WorkerGoneException">The worker ended meanwhile; whether the activity ran is not known.</exception>
    Task<ActivityAnswer> RunActivityAsync(
        string instanceId,
        TaskScheduledEvent activity,
        TraceContext? trace,
        CancellationToken cancellation
    );
}

/// <param name="Result">JSON, or null for nothing.</param>
/// <param name="Failure">Null where it did not fail.</param>
internal sealed record ActivityAnswer(string? Result, TaskFailureDetails? Failure);

/// <summary>A worker could not run a turn: the orchestrator left its thread, or its answer cannot be read.</summary>
internal sealed class TurnFailedException(string message) : Exception(message);
