using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Storage;

/// <summary>Starting what has ended, in whatever way, and should run.</summary>
internal static class StartingAgain
{
    /// <summary>Starts an instance unless one runs under this id. An ended one is replaced: the table says what is still to be done.</summary>
    /// <returns>False where one runs.</returns>
    public static async Task<bool> StartAgainAsync(this DurableTaskClient workflows, TaskName orchestrator, object input, string instanceId, CancellationToken cancellation)
    {
        if (await workflows.GetInstanceAsync(instanceId, cancellation) is { IsCompleted: false })
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
            if (await workflows.GetInstanceAsync(instanceId, cancellation) is { IsCompleted: false })
            {
                return false;
            }

            throw;
        }
    }
}
