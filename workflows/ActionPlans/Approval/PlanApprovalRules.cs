using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>The rules for an approver's decision on a submitted plan.</summary>
internal static class PlanApprovalRules
{
    /// <param name="seen">True: the approver has read the plan as it stands.</param>
    /// <returns>What is said without a look at the draft; null: the decision may count.</returns>
    public static CommandResult? Answer(PlanRecord plan, Decision decision, PersonId by, bool seen)
    {
        PlanRound? last = plan.Rounds.LastOrDefault();
        if (plan.DraftStage != PlanState.Submitted || last is null)
        {
            return last?.Decision is not { } earlier ? new CommandResult.Refused("plan-not-submitted", "The plan has not been submitted.")
                : decision.IsAgain(by, earlier.By, earlier.Approved, earlier.Reason, earlier.Items)
                    ? new CommandResult.Recorded(PlanTasks.Approval(plan).InstanceId)
                : new CommandResult.Stale(earlier.By);
        }

        return TextRefusals.Refuse(decision) ?? (seen ? null : CommandResult.Refused.ChangedMeanwhile);
    }

    /// <param name="mark">Who changed the draft last.</param>
    public static CommandResult.Refused? Refuse(PlanRecord plan, ActionPlan draft, DraftMark? mark, Decision decision, PersonId by) =>
        FourEyes.Refuse(PlanAuthors.Of(plan, mark), by)
        ?? (
            !decision.Approved && !decision.SaysWhy
                ? new("reason-when-sent-back", "Sending back needs a reason, for the whole or for each item.")
            : PlanDocument.Hash(draft) != plan.Rounds[^1].DraftSha256
                ? new("draft-is-not-what-was-submitted", "The draft differs from what was submitted; have it submitted again.")
            : null
        );

    /// <returns>The plan with the decision on its last round.</returns>
    public static PlanRecord Decided(PlanRecord plan, Decision decision, PersonId by, DateTimeOffset now)
    {
        var taken = new PlanDecision(decision.Approved, by, now, decision.Reason, decision.Items ?? new Dictionary<string, string>());
        return plan with { Rounds = [.. plan.Rounds.SkipLast(1), plan.Rounds[^1] with { Decision = taken }], DraftingFrom = now };
    }
}
