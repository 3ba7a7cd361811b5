using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>What an approver reviews: the submission beside the earlier version, with the findings of rules and the comments of
/// experts.</summary>
/// <param name="Before">The submission before this one, or else the approved version; null where this is the first of all.</param>
/// <param name="Changes">Null where there is nothing to compare with.</param>
/// <param name="NeedsTwo">A second approver has to agree.</param>
/// <param name="Authors">Who may not decide, for they wrote a part of it.</param>
public sealed record SubmittedPlan(
    PlanRecord Plan,
    ActionPlan Submitted,
    ActionPlan? Before,
    PlanComparison? Changes,
    IReadOnlyList<RuleFinding> Findings,
    IReadOnlyList<PlanComment> Comments,
    bool NeedsTwo,
    IReadOnlySet<PersonId> Authors
)
{
    /// <summary>Periods already past. Approval opens them one after the other, or waives them.</summary>
    public IReadOnlyList<ReportingPeriod> PastPeriods { get; init; } = [];
}

/// <param name="Item">Code of the result, indicator or benchmark; null: the plan as a whole.</param>
/// <param name="Round">Number of the submission that it was written on.</param>
public sealed record PlanComment(int Round, PersonId By, DateTimeOffset At, string? Item, string Text);
