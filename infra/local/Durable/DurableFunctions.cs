using Microsoft.DurableTask;

namespace ACip.Local.Durable;

public delegate Task<object?> OrchestratorFunction(TaskOrchestrationContext context);

/// <param name="serializedInput">The JSON that the orchestrator passed; null if none.</param>
public delegate Task<object?> ActivityFunction(string? serializedInput, string instanceId, CancellationToken cancellation);

/// <summary>What the engine can run, by name; names are compared without case.</summary>
public sealed class DurableFunctions
{
    public IDictionary<string, OrchestratorFunction> Orchestrators { get; } = new Dictionary<string, OrchestratorFunction>(StringComparer.OrdinalIgnoreCase);

    public IDictionary<string, ActivityFunction> Activities { get; } = new Dictionary<string, ActivityFunction>(StringComparer.OrdinalIgnoreCase);
}
