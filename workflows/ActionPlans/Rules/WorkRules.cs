using ACip.Workflows.HumanTasks;
using ACip.Workflows.Programme;
using static ACip.Workflows.ActionPlans.Rules.ResultRules;

namespace ACip.Workflows.ActionPlans.Rules;

/// <summary>Rules for milestones, activities and risks.</summary>
internal static class WorkRules
{
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        new(
            "benchmark-serves-a-result",
            Severity.Error,
            Texts.EveryMilestoneBelongsResultPlan,
            at =>
                at.Plan.Benchmarks.Where(benchmark => !IsResult(at, benchmark.Result))
                    .Select(benchmark => $"benchmarks/{benchmark.Code}/result")
        ),
        new(
            "benchmark-within-plan",
            Severity.Error,
            Texts.MilestonesFallDueWithinPlan,
            at =>
                at.Plan.Benchmarks.Where(benchmark => benchmark.Due < at.Plan.Start || benchmark.Due > at.Plan.End)
                    .Select(benchmark => $"benchmarks/{benchmark.Code}/due")
        ),
        new(
            "benchmark-verifiable",
            Severity.Error,
            Texts.EveryMilestoneSaysHowVerified,
            at =>
                at.Plan.Benchmarks.Where(benchmark => Blank(benchmark.MeansOfVerification))
                    .Select(benchmark => $"benchmarks/{benchmark.Code}/meansOfVerification")
        ),
        new(
            "benchmark-key-factor",
            Severity.Error,
            Texts.EveryMilestoneNamesOneMoreTen,
            at =>
                at.Plan.Benchmarks.Where(benchmark =>
                        benchmark.KeyFactors.Count == 0 || benchmark.KeyFactors.Any(number => KeyFactors.Find(number) is null)
                    )
                    .Select(benchmark => $"benchmarks/{benchmark.Code}/keyFactors")
        ),
        new("benchmark-given", Severity.Warning, Texts.PlanAtLeastOneMilestone, at => When(at.Plan.Benchmarks.Count == 0, "benchmarks")),
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
        new(
            "risk-scale",
            Severity.Error,
            Texts.LikelihoodImpactRiskWholeNumbersFrom,
            at =>
                at.Plan.Risks.Where(risk => risk.Likelihood is < 1 or > 5 || risk.Impact is < 1 or > 5)
                    .Select(risk => $"risks/{risk.Code}/likelihood")
        ),
        new(
            "risk-answered",
            Severity.Error,
            Texts.EveryRiskStatedMitigationOwner,
            at =>
                at.Plan.Risks.Where(risk => Blank(risk.Statement) || Blank(risk.Mitigation) || Blank(risk.Owner))
                    .Select(risk => $"risks/{risk.Code}/mitigation")
        ),
        new("risk-given", Severity.Warning, Texts.PlanNamesAtLeastOneRisk, at => When(at.Plan.Risks.Count == 0, "risks")),
    ];

    private static bool IsResult(CheckedPlan at, string code) => at.Plan.Results.Any(result => result.Code == code);
}
