using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Orchestration;

/// <summary>Starts workflows that may already have been started, and wakes those that may already be awake.</summary>
public static class WorkflowStart
{
    private const int MostTries = 5;

    /// <summary>Machine time, because the programme's clock may stand still.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <summary>Starts an instance unless one with this id exists, finished or not.</summary>
    /// <returns>False where one stands.</returns>
    public static Task<bool> StartOnceAsync(
        this DurableTaskClient workflows,
        TaskName orchestrator,
        object? input,
        string instanceId,
        CancellationToken cancellation
    ) => StartUnlessAsync(_ => true, workflows, orchestrator, input, instanceId, cancellation);

    /// <summary>Starts an instance unless one with this id is running. An ended one is replaced: the table says what remains to be
    /// done.</summary>
    /// <returns>False where one runs.</returns>
    public static Task<bool> StartAgainAsync(
        this DurableTaskClient workflows,
        TaskName orchestrator,
        object? input,
        string instanceId,
        CancellationToken cancellation
    ) => StartUnlessAsync(instance => !instance.IsCompleted, workflows, orchestrator, input, instanceId, cancellation);

    /// <summary>Starts an instance unless one with this id is running or has completed; a failed one is restarted.</summary>
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

    /// <summary>Wakes an instance after a commit. If this fails nothing is lost, because the instance reads the table at its next
    /// timer.</summary>
    /// <remarks>The Azure Storage backend rejects events for an unknown or ended instance, unless host.json says otherwise, as ours
    /// does.</remarks>
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

    /// <summary>Retries during short storage failures, so that what was committed need not wait for the next timer or the daily
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
