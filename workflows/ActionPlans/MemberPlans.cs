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
        PlanRecord? plan =
            (await OpenAsync(administration, cancellation)).FirstOrDefault()
            ?? (await plans.BeginAsync(new NewPlan(administration, start), by, cancellation)).Plan;
        if (plan is not null)
        {
            await workflows.StartOnceAsync(nameof(ActionPlanLifecycle), plan.Id, plan.InstanceId, cancellation);
        }

        return plan?.Id;
    }

    public async Task<CommandResult> EndAllAsync(
        AdministrationId administration,
        string reason,
        PersonId by,
        CancellationToken cancellation
    )
    {
        var waiting = new List<WakeUp>();
        foreach (PlanRecord plan in await OpenAsync(administration, cancellation))
        {
            CommandResult ended = await statuses.EndOfLeavingAsync(plan, reason, by, cancellation);
            if (ended is not CommandResult.Recorded recorded)
            {
                return ended;
            }

            waiting.AddRange(recorded.Also);
        }

        return new CommandResult.Recorded(null) { Also = waiting };
    }

    private async Task<IReadOnlyList<PlanRecord>> OpenAsync(AdministrationId administration, CancellationToken cancellation)
    {
        var open = new List<PlanRecord>();
        foreach (
            PlanListing listing in (await directory.ReadAsync(cancellation))
                .Plans.Values.Where(plan => plan.Administration == administration)
                .OrderBy(plan => plan.Start)
        )
        {
            if (await PlanRows.FindAsync(table, listing.Id, cancellation) is { Value: { IsOver: false } plan })
            {
                open.Add(plan);
            }
        }

        return open;
    }
}
