using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Onboarding.Members;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.ActionPlans;

/// <summary>Creates the first plan of an administration that joins, and ends all plans of one that leaves.</summary>
internal sealed class MemberPlans(ProgrammeTable table, ProgrammeDirectory directory, NewPlanService plans, PlanStatusService statuses)
    : IMemberPlans
{
    public async Task<PlanId?> BeginFirstAsync(
        AdministrationId administration,
        DateOnly start,
        PersonId by,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        directory.Forget();
        PlanListing? there = (await directory.ReadAsync(cancellation)).Plans.Values.FirstOrDefault(plan =>
            plan.Administration == administration
        );
        PlanRecord? plan = there is null
            ? (await plans.BeginAsync(new NewPlan(administration, start), by, cancellation)).Plan
            : (await PlanRows.FindAsync(table, there.Id, cancellation))?.Value;
        if (plan is not null)
        {
            await workflows.StartOnceAsync(nameof(ActionPlanLifecycle), plan.Id, plan.InstanceId, cancellation);
        }

        return plan?.Id;
    }

    public async Task<IReadOnlyList<WakeUp>> EndAllAsync(
        AdministrationId administration,
        string reason,
        PersonId by,
        CancellationToken cancellation
    )
    {
        var waiting = new List<WakeUp>();
        foreach (
            PlanListing listing in (await directory.ReadAsync(cancellation)).Plans.Values.Where(plan =>
                plan.Administration == administration
            )
        )
        {
            if (await PlanRows.FindAsync(table, listing.Id, cancellation) is not { Value: { IsOver: false } plan })
            {
                continue;
            }

            CommandResult ended = plan.State is PlanState.Active or PlanState.Suspended
                ? await statuses.CloseAsync(plan.Id, reason, by, cancellation)
                : await statuses.CancelAsync(plan.Id, reason, by, cancellation);
            waiting.AddRange(ended is CommandResult.Recorded recorded ? recorded.Also : []);
        }

        return waiting;
    }
}
