using ACip.Workflows.HumanTasks;
using static ACip.Workflows.ActionPlans.Rules.ResultRules;

namespace ACip.Workflows.ActionPlans.Rules;

/// <summary>Rules for activities.</summary>
internal static class ActivityRules
{
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        new(
            "activity-serves-a-result",
            Severity.Error,
            Texts.EveryActivityBelongsResultPlan,
            at =>
                at.Plan.Activities.Where(activity => !IsResult(at, activity.Result))
                    .Select(activity => $"activities/{activity.Code}/result")
        ),
        new(
            "activity-within-plan",
            Severity.Error,
            Texts.ActivitiesTitleTakePlaceWithinPlan,
            at =>
                at.Plan.Activities.Where(activity =>
                        Blank(activity.Title)
                        || activity.From > activity.Until
                        || activity.From < at.Plan.Start
                        || activity.Until > at.Plan.End
                    )
                    .Select(activity => $"activities/{activity.Code}/from")
        ),
    ];
}
