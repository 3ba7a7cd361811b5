using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>Who wrote what is decided about a plan, as <see cref="HumanTasks.Authorship"/> asks. Pure.</summary>
public static class PlanAuthors
{
    /// <summary>Whoever handed the draft in, saved anything in it since the last approval, or opened the revision that it is for.</summary>
    public static IReadOnlySet<PersonId> Of(PlanRecord plan, DraftMark? mark) =>
        new HashSet<PersonId>([
            .. mark?.Authors ?? [],
            .. plan.Rounds.TakeLast(1).Select(round => round.SubmittedBy),
            .. plan.Revision is { } revision ? [revision.OpenedBy] : Array.Empty<PersonId>(),
        ]);

    /// <summary>Whoever said what was found.</summary>
    public static IReadOnlySet<PersonId> Of(PlanReviewStage review) =>
        new HashSet<PersonId>(review.Findings is { } findings ? [findings.By] : []);
}
