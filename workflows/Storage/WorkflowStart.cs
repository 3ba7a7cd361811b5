using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Storage;

/// <summary>Starting what may already have been started.</summary>
public static class WorkflowStart
{
    /// <summary>Starts an instance unless one stands under this id, finished or not.</summary>
    public static async Task<bool> StartOnceAsync(this DurableTaskClient workflows, TaskName orchestrator, object? input, string instanceId, CancellationToken cancellation)
    {
        if (await workflows.GetInstanceAsync(instanceId, cancellation) is not null)
        {
            return false;
        }

        try
        {
            await workflows.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(instanceId), cancellation);
            return true;
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // the hosts throw different types where another start was faster; the instance itself is what counts
            if (await workflows.GetInstanceAsync(instanceId, cancellation) is not null)
            {
                return false;
            }

            throw;
        }
    }
}
