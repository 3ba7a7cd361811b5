namespace Microsoft.DurableTask.Internal;

/// <summary>Starts orchestrations; the one thing that a client and an entity have in common.</summary>
public interface IOrchestrationSubmitter
{
    Task<string> ScheduleNewOrchestrationInstanceAsync(TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default);
}
