using ACip.Workflows.HumanTasks;
using ACip.Workflows.Programme;
using static ACip.Workflows.ActionPlans.Rules.ResultRules;

namespace ACip.Workflows.ActionPlans.Rules;

/// <summary>Rules for benchmarks, which people also call milestones.</summary>
internal static class BenchmarkRules
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
    ];
}
