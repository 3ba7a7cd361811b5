using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ACip.Workflows.ActionPlans.Revision;

/// <summary>One revision of a plan, from opening to approval or withdrawal. It runs beside the plan's lifecycle, because reports continue
/// meanwhile.</summary>
public static class PlanRevisionWorkflow
{
    [Function(nameof(PlanRevisionWorkflow))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        RevisionRef revision = context.GetInput<RevisionRef>()!;
        while (
            await context.CallActivityAsync<PlanNextAction>(
                nameof(RevisionActivities.TakeRevisionStep),
                revision,
                RetryPolicies.WithStorage
            )
                is { Ask: { } task }
        )
        {
            await context.CallSubOrchestratorAsync<TaskOutcome>(
                nameof(HumanTask),
                task,
                new SubOrchestrationOptions(instanceId: task.InstanceId)
            );
        }
    }
}

/// <param name="Number">As in <see cref="PlanRevision"/>.</param>
public sealed record RevisionRef(PlanId Plan, int Number);

public sealed class RevisionActivities(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    TimeProvider clock
)
{
    /// <summary>Returns who the revision must wait for.</summary>
    [Function(nameof(TakeRevisionStep))]
    public async Task<PlanNextAction> TakeRevisionStep([ActivityTrigger] RevisionRef revision, CancellationToken cancellation)
    {
        PlanRecord plan =
            (await PlanRows.FindAsync(table, revision.Plan, cancellation))?.Value
            ?? throw new InvalidOperationException($"There is no plan {revision.Plan}.");
        if (plan.State != PlanState.UnderRevision || plan.Revision?.Number != revision.Number)
        {
            return new PlanNextAction(Ended: true);
        }

        TaskDefinition kind = plan.Revision.Stage == PlanState.Submitted ? PlanTaskKinds.ApprovePlan : PlanTaskKinds.DraftPlan;
        return new PlanNextAction(
            Ask: await PlanTasks.AskAsync(
                table,
                await directory.ReadForAsync(plan.Administration, cancellation),
                await settings.ReadAsync(cancellation),
                plan,
                kind,
                clock.GetUtcNow(),
                cancellation
            )
        );
    }
}
