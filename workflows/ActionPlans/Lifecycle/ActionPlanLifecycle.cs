using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>A plan's life, stage by stage. The table says what comes next; the orchestrator does it and continues as new, so its history
/// stays short.</summary>
/// <remarks>Quarterly reports are started and never called, because an instance that continues as new must have no pending
/// sub-orchestration. When it continues it takes up the deployed version; its custom status shows operators which version that
/// is.</remarks>
public static class ActionPlanLifecycle
{
    /// <summary>Event raised when a change in the plan's record may make waiting unnecessary.</summary>
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

/// <summary>What a stage must wait for; if nothing, the next stage begins at once.</summary>
public sealed record PlanNextAction(TaskRef? Ask = null, DateTimeOffset? Until = null, bool Ended = false);
