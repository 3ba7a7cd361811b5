using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>A plan's life, stage after stage: the table says what comes next, this does it and begins again with a short history.</summary>
/// <remarks>
/// Quarterly reports are started, never called: an instance that continues as new must have no sub-orchestration pending. Beginning again
/// it takes up the version that is deployed by then; its custom status tells operators under which one it runs.
/// </remarks>
public static class ActionPlanLifecycle
{
    /// <summary>Raised when something in the plan's file has changed that may make waiting superfluous.</summary>
    public const string Changed = "changed";

    [Function(nameof(ActionPlanLifecycle))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        PlanId plan = context.GetInput<PlanId>();
        context.SetCustomStatus(new InstanceStatus(context.Version, null));
        Task<string> changed = context.WaitForExternalEvent<string>(Changed);

        PlanNextAction next = await context.CallActivityAsync<PlanNextAction>(
            nameof(PlanActivities.TakePlanStep),
            plan,
            RetryPolicies.WithStorage
        );
        if (next.Ask is { } task)
        {
            await context.CallSubOrchestratorAsync<TaskOutcome>(
                nameof(HumanTask),
                task,
                new SubOrchestrationOptions(instanceId: task.InstanceId)
            );
        }
        else if (next.Until is { } until)
        {
            await context.WaitUntilAsync(until, changed);
        }
        else if (next.Ended)
        {
            return;
        }

        // asked for at the end of the stage, which may have begun years ago
        string? version = await context.CallActivityAsync<string?>(
            nameof(PlanActivities.ReadDeployedVersion),
            plan,
            RetryPolicies.WithStorage
        );
        context.ContinueAsNew(new ContinueAsNewOptions { NewInput = plan, NewVersion = version });
    }
}

/// <summary>What one stage has to wait for; nothing: the next begins at once.</summary>
public sealed record PlanNextAction(TaskRef? Ask = null, DateTimeOffset? Until = null, bool Ended = false);
