using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Orchestration;

/// <summary>Starting what may already have been started, and waking what may already be awake.</summary>
public static class WorkflowStart
{
    private const int MostTries = 5;

    /// <summary>Machine time; the programme's clock may stand still.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <summary>Starts an instance unless one stands under this id, finished or not.</summary>
    /// <returns>False where one stands.</returns>
    public static Task<bool> StartOnceAsync(
        this DurableTaskClient workflows,
        TaskName orchestrator,
        object? input,
        string instanceId,
        CancellationToken cancellation
    ) => StartUnlessAsync(_ => true, workflows, orchestrator, input, instanceId, cancellation);

    /// <summary>Starts an instance unless one runs under this id. An ended one is replaced: the table says what is still to be
    /// done.</summary>
    /// <returns>False where one runs.</returns>
    public static Task<bool> StartAgainAsync(
        this DurableTaskClient workflows,
        TaskName orchestrator,
        object? input,
        string instanceId,
        CancellationToken cancellation
    ) => StartUnlessAsync(instance => !instance.IsCompleted, workflows, orchestrator, input, instanceId, cancellation);

    /// <summary>Starts an instance unless one runs under this id or has done its work: one that failed is begun again.</summary>
    /// <returns>False where one stands.</returns>
    public static Task<bool> StartUnlessFailedAsync(
        this DurableTaskClient workflows,
        TaskName orchestrator,
        object? input,
        string instanceId,
        CancellationToken cancellation
    ) =>
        StartUnlessAsync(
            instance => instance.RuntimeStatus != OrchestrationRuntimeStatus.Failed,
            workflows,
            orchestrator,
            input,
            instanceId,
            cancellation
        );

    private static Task<bool> StartUnlessAsync(
        Func<OrchestrationMetadata, bool> stands,
        DurableTaskClient workflows,
        TaskName orchestrator,
        object? input,
        string instanceId,
        CancellationToken cancellation
    ) =>
        WithPatienceAsync(
            async () =>
            {
                // where another start was faster the hosts throw different types: looked at again, the instance stands
                if (await workflows.GetInstanceAsync(instanceId, cancellation) is { } instance && stands(instance))
                {
                    return false;
                }

                await workflows.ScheduleNewOrchestrationInstanceAsync(
                    orchestrator,
                    input,
                    new StartOrchestrationOptions(instanceId),
                    cancellation
                );
                return true;
            },
            cancellation
        );

    /// <summary>Wakes an instance after a commit. What was committed stands, so that nothing is lost where this fails: the instance reads
    /// the table at its next alarm.</summary>
    /// <remarks>The genuine Azure Storage backend refuses events to an instance that is unknown or has ended, unless host.json says
    /// otherwise, as ours does.</remarks>
    public static async Task WakeAsync(
        this DurableTaskClient workflows,
        string? instanceId,
        string eventName,
        CancellationToken cancellation
    )
    {
        if (instanceId is null)
        {
            return;
        }

        try
        {
            await WithPatienceAsync(
                async () =>
                {
                    await workflows.RaiseEventAsync(instanceId, eventName, "changed", cancellation);
                    return true;
                },
                cancellation
            );
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            // the answer to whoever decided must not be an error: the decision is in the table
            Activity.Current?.AddException(error);
        }
    }

    /// <summary>Where storage is away for a moment, what was committed must not wait for the next alarm or the daily
    /// reconciliation.</summary>
    private static async Task<bool> WithPatienceAsync(Func<Task<bool>> act, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await act();
            }
            catch (Exception) when (!cancellation.IsCancellationRequested && attempt < MostTries)
            {
                await Task.Delay(Pause * attempt, cancellation);
            }
        }
    }
}
