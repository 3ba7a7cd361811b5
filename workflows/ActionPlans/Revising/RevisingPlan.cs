using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ACip.Workflows.ActionPlans;

/// <summary>One revision of a plan, from opening to approval or withdrawal. Beside the plan's lifecycle, because reports go on meanwhile.</summary>
public static class RevisingPlan
{
    [Function(nameof(RevisingPlan))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        RevisionRef revision = context.GetInput<RevisionRef>()!;
        while (await context.CallActivityAsync<PlanTurn>(nameof(RevisionActivities.TakeRevisionStep), revision, Patience.WithStorage) is { Ask: { } task })
        {
            await context.CallSubOrchestratorAsync<TaskOutcome>(nameof(HumanTask), task, new SubOrchestrationOptions(instanceId: task.InstanceId));
        }
    }
}

/// <param name="Number">As in <see cref="PlanRevision"/>.</param>
public sealed record RevisionRef(PlanId Plan, int Number);

public sealed class RevisionActivities(ProgrammeTable table, ProgrammeDirectory directory, CycleSettingsDesk settings, TimeProvider clock)
{
    /// <summary>Says whom the revision has to wait for.</summary>
    [Function(nameof(TakeRevisionStep))]
    public async Task<PlanTurn> TakeRevisionStep([ActivityTrigger] RevisionRef revision, CancellationToken cancellation)
    {
        PlanFile plan = (await PlanRows.FindAsync(table, revision.Plan, cancellation))?.Value ?? throw new InvalidOperationException($"There is no plan {revision.Plan}.");
        if (plan.State != PlanState.UnderRevision || plan.Revision?.Number != revision.Number)
        {
            return new PlanTurn(Ended: true);
        }

        TaskKind kind = plan.Revision.Stage == PlanState.Submitted ? TaskKind.ApprovePlan : TaskKind.DraftPlan;
        return new PlanTurn(Ask: await PlanTasks.AskAsync(table, await directory.ReadAsync(cancellation), await settings.ReadAsync(cancellation), plan, kind, clock.GetUtcNow(), cancellation));
    }
}
