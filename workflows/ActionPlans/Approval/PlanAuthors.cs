using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>Who wrote what is to be decided about a plan, for <see cref="HumanTasks.FourEyes"/>. Pure.</summary>
public static class PlanAuthors
{
    /// <summary>Everybody who submitted the draft, saved part of it since the last approval, or opened the revision that it belongs
    /// to.</summary>
    public static IReadOnlySet<PersonId> Of(PlanRecord plan, DraftMark? mark) =>
        new HashSet<PersonId>([
            .. mark?.Authors ?? [],
            .. plan.Rounds.TakeLast(1).Select(round => round.SubmittedBy),
            .. plan.Revision is { } revision ? [revision.OpenedBy] : Array.Empty<PersonId>(),
        ]);

    /// <summary>Everybody who stated the findings.</summary>
    public static IReadOnlySet<PersonId> Of(PlanReviewStage review) =>
        new HashSet<PersonId>(review.Findings is { } findings ? [findings.By] : []);
}
