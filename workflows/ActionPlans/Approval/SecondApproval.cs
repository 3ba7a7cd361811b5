using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>Where a plan needs two approvers: the first consent waits in its round, and the second decides.</summary>
internal static class SecondApproval
{
    public static PlanRound WaitsIn(PlanRound round, Decision decision, PersonId by, DateTimeOffset at) =>
        round with
        {
            Approvals = [new FirstApproval(by, at, decision.Reason, decision.WaivePast)],
        };
}

/// <summary>One approver's consent where two are needed.</summary>
/// <param name="WaivePast">Periods that this approver would waive; null where that was not said.</param>
public sealed record FirstApproval(PersonId By, DateTimeOffset At, string? Reason, IReadOnlyList<PeriodKey>? WaivePast = null);
