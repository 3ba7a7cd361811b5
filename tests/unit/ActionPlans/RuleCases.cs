using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using ACip.Workflows.Sample;
using static ACip.Tests.Unit.ActionPlans.PlanChanges;

namespace ACip.Tests.Unit.ActionPlans;

/// <param name="Path">Where the failing plan fails.</param>
internal sealed record RuleCase(Func<ActionPlan, ActionPlan> Passing, Func<ActionPlan, ActionPlan> Failing, string Path);

/// <summary>For each rule a plan that just passes and one that just fails, both made from Ghana's.</summary>
internal static class RuleCases
{
    public static ActionPlan Right { get; } = ProgrammeSeed.Load().Plans.Single(plan => plan.Administration.Value == "GH");

    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2028, 12, 31);

    public static IReadOnlyDictionary<string, RuleCase> All { get; } =
        new Dictionary<string, RuleCase>
        {
            ["title-given"] = new(plan => plan with { Title = "T" }, plan => plan with { Title = " " }, "title"),
            ["ends-after-start"] = new(plan => plan with { End = First.AddDays(1) }, plan => plan with { End = First }, "end"),
            ["code-form"] = new(
                plan => Risk(plan, risk => risk with { Code = "KXY123" }),
                plan => Risk(plan, risk => risk with { Code = "k 1" }),
                "risks/k 1/code"
            ),
            ["code-unique"] = new(
                plan => Risk(plan, risk => risk with { Code = "A1" }),
                plan => Benchmark(plan, benchmark => benchmark with { Code = "A1" }),
                "benchmarks/A1/code"
            ),
            ["text-fits"] = new(
                plan => Result(plan, result => result with { Statement = new string('x', 2000) }),
                plan => Result(plan, result => result with { Statement = new string('x', 2001) }),
                "results/R8/statement"
            ),
            ["statement-given"] = new(
                plan => Result(plan, result => result with { Statement = "S" }),
                plan => Result(plan, result => result with { Statement = "" }),
                "results/R8/statement"
            ),
            ["no-orphan-result"] = new(
                plan => Result(plan, result => result with { Parent = "R4" }),
                plan => Result(plan, result => result with { Parent = "R99" }),
                "results/R8/parent"
            ),
            ["ultimate-stands-on-top"] = new(
                plan => Result(plan, result => result with { Level = ResultLevel.Ultimate, Parent = null }),
                plan => Result(plan, result => result with { Level = ResultLevel.Ultimate }),
                "results/R8/parent"
            ),
            ["parent-is-higher"] = new(
                plan => Result(plan, result => result with { Parent = "R2" }),
                plan => Result(plan, result => result with { Parent = "R7" }),
                "results/R8/parent"
            ),
            ["four-levels"] = new(
                plan => plan,
                plan => plan with { Results = [.. plan.Results.Where(result => result.Level != ResultLevel.Output)] },
                "results"
            ),
            ["result-is-measured"] = new(
                plan => plan with { Indicators = [.. plan.Indicators.Where(indicator => indicator.Code != "A5")] },
                plan => plan with { Results = [.. plan.Results, new PlanResult("R9", ResultLevel.Output, "R3", "S")] },
                "results/R9"
            ),
            ["indicator-measures-a-result"] = Of(
                indicator => indicator with { Result = "R1" },
                indicator => indicator with { Result = "R99" },
                "result"
            ),
            ["key-factor-named"] = Of(
                indicator => indicator with { KeyFactors = [1, 10] },
                indicator => indicator with { KeyFactors = [0] },
                "keyFactors"
            ),
            ["measured-by-known"] = Of(
                indicator => indicator with { Measure = Workflows.Programme.Measure.Percentage, MeasuredBy = "cips:3:officials" },
                indicator => indicator with { MeasuredBy = "cips:11:officials" },
                "measuredBy"
            ),
            ["how-it-is-measured"] = Of(
                indicator => indicator with { Method = "M" },
                indicator => indicator with { Method = " " },
                "method"
            ),
            ["frequency-known"] = Of(
                indicator => indicator with { Frequency = new Frequency("annual") },
                indicator => indicator with { Frequency = new Frequency("now and then") },
                "frequency"
            ),
            ["unit-given"] = Of(indicator => indicator with { Unit = " % " }, indicator => indicator with { Unit = "percent" }, "unit"),
            ["percentage-not-summed"] = Of(
                indicator => indicator with { Aggregation = Aggregation.Latest },
                indicator => indicator with { Aggregation = Aggregation.Sum },
                "aggregation"
            ),
            ["ratio-of-a-percentage"] = Of(
                indicator => indicator with { Ratio = new RatioNames("officers trained", "officers in post") },
                indicator => indicator with { Ratio = new RatioNames("officers trained", " ") },
                "ratio"
            ),
            ["counts-make-the-share"] = Of(
                indicator => indicator with { Baseline = indicator.Baseline with { Value = 46, Counts = new Ratio(46, 100) } },
                indicator => indicator with { Baseline = indicator.Baseline with { Value = 46, Counts = new Ratio(96, 100) } },
                "targets"
            ),
            ["words-not-aggregated"] = Of(
                indicator => indicator with { Measure = Measure.Qualitative, Aggregation = Aggregation.None },
                indicator => indicator with { Measure = Measure.Qualitative },
                "aggregation"
            ),
            ["dimension-has-groups"] = Of(
                indicator => indicator with { Dimensions = [new Dimension("sex", ["women", "men"])] },
                indicator => indicator with { Dimensions = [new Dimension("sex", ["women"])] },
                "dimensions"
            ),
            ["uncac-article-form"] = Of(
                indicator => indicator with { Markers = Markers.None with { UncacArticles = ["8.2", "71"] } },
                indicator => indicator with { Markers = Markers.None with { UncacArticles = ["72"] } },
                "markers"
            ),
            ["sensitive-is-not-public"] = Of(
                indicator => indicator with { Sensitive = true, Disclosure = Disclosure.Donors },
                indicator => indicator with { Sensitive = true, Disclosure = Disclosure.Public },
                "disclosure"
            ),
            ["sensitive-feeds-no-donor"] = Of(
                indicator => indicator with { Disclosure = Disclosure.Programme, DonorLink = null },
                indicator => indicator with { Disclosure = Disclosure.Programme },
                "donorLink"
            ),
            ["change-explained"] = Of(
                indicator => indicator with { Revision = 2, Change = new IndicatorChange("Why", First.AddYears(1)) },
                indicator => indicator with { Revision = 2 },
                "change"
            ),
            ["people-by-sex"] = new(
                plan => plan,
                plan => plan with { Indicators = [.. plan.Indicators.Select(indicator => indicator with { Dimensions = [] })] },
                "indicators"
            ),
            ["baseline-or-reason"] = Of(
                indicator => indicator with { Baseline = new Baseline(null, null, null, null, "Why") },
                indicator => indicator with { Baseline = new Baseline(null, null, null, null, null) },
                "baseline"
            ),
            ["baseline-dated-and-sourced"] = Of(
                indicator => indicator with { Baseline = new Baseline(46, null, First, "S", null) },
                indicator => indicator with { Baseline = new Baseline(46, null, null, "S", null) },
                "baseline"
            ),
            ["baseline-is-recent"] = On(First.AddYears(-3), First.AddYears(-3).AddDays(-1)),
            ["baseline-within-reach"] = On(First.AddYears(1).AddDays(-1), First.AddYears(1)),
            ["target-given"] = Of(
                indicator => indicator with { Targets = [new Target(Last, 80)] },
                indicator => indicator with { Targets = [] },
                "targets"
            ),
            ["target-after-baseline"] = Of(
                indicator => indicator with { Targets = [new Target(indicator.Baseline.On!.Value.AddDays(1), 80)] },
                indicator => indicator with { Targets = [new Target(indicator.Baseline.On!.Value, 80)] },
                "targets"
            ),
            ["target-within-plan"] = Of(
                indicator => indicator with { Targets = [new Target(First, 80), new Target(Last, 80)] },
                indicator => indicator with { Targets = [new Target(Last.AddDays(1), 80)] },
                "targets"
            ),
            ["targets-in-order"] = Of(
                indicator => indicator with { Targets = [new Target(Last.AddDays(-1), 80), new Target(Last, 80)] },
                indicator => indicator with { Targets = [new Target(Last, 80), new Target(Last, 80)] },
                "targets"
            ),
            ["words-for-words"] = Of(
                indicator => indicator with { Targets = [new Target(Last, 80, "and a note")] },
                indicator => indicator with { Targets = [new Target(Last, null, "many")] },
                "targets"
            ),
            ["percentage-in-range"] = Of(
                indicator => indicator with { Targets = [new Target(Last, 100)] },
                indicator => indicator with { Targets = [new Target(Last, 100.1m)] },
                "targets"
            ),
            ["figure-not-negative"] = Of(
                indicator => indicator with { Targets = [new Target(Last, 0)] },
                indicator => indicator with { Targets = [new Target(Last, -1)] },
                "targets"
            ),
            ["target-improves"] = Of(
                indicator => indicator with { Targets = [new Target(Last, 46)] },
                indicator => indicator with { Targets = [new Target(Last, 45)] },
                "targets"
            ),
            ["donor-link-known"] = Linked(link => link with { Indicator = "5.a" }, link => link with { Indicator = "99" }),
            ["donor-link-converts"] = Linked(link => link with { Factor = 1.0m }, link => link with { Factor = 2 }),
            ["donor-link-same-kind"] = Linked(link => link with { Indicator = "5.a" }, link => link with { Indicator = "7.a" }),
            ["donor-link-same-direction"] = Linked(link => link with { Indicator = "5.b" }, link => link with { Indicator = "1.a" }),
            ["donor-framework-fed"] = new(
                plan => plan with { Indicators = [plan.Indicators[0]] },
                plan => plan with { Indicators = [.. plan.Indicators.Select(indicator => indicator with { DonorLink = null })] },
                "indicators"
            ),
            ["benchmark-serves-a-result"] = Milestone(
                benchmark => benchmark with { Result = "R1" },
                benchmark => benchmark with { Result = "R99" },
                "result"
            ),
            ["benchmark-within-plan"] = Milestone(
                benchmark => benchmark with { Due = Last },
                benchmark => benchmark with { Due = Last.AddDays(1) },
                "due"
            ),
            ["benchmark-verifiable"] = Milestone(
                benchmark => benchmark with { MeansOfVerification = "M" },
                benchmark => benchmark with { MeansOfVerification = "" },
                "meansOfVerification"
            ),
            ["benchmark-key-factor"] = Milestone(
                benchmark => benchmark with { KeyFactors = [10] },
                benchmark => benchmark with { KeyFactors = [11] },
                "keyFactors"
            ),
            ["benchmark-given"] = new(
                plan => plan with { Benchmarks = [plan.Benchmarks[0]] },
                plan => plan with { Benchmarks = [] },
                "benchmarks"
            ),
            ["activity-serves-a-result"] = Work(
                activity => activity with { Result = "R1" },
                activity => activity with { Result = "R99" },
                "result"
            ),
            ["activity-within-plan"] = Work(
                activity => activity with { From = First, Until = Last },
                activity => activity with { From = First.AddDays(-1) },
                "from"
            ),
            ["risk-scale"] = new(
                plan => Risk(plan, risk => risk with { Likelihood = 5, Impact = 1 }),
                plan => Risk(plan, risk => risk with { Impact = 6 }),
                "risks/K1/likelihood"
            ),
            ["risk-answered"] = new(
                plan => Risk(plan, risk => risk with { Owner = "O" }),
                plan => Risk(plan, risk => risk with { Owner = "" }),
                "risks/K1/mitigation"
            ),
            ["risk-given"] = new(plan => plan with { Risks = [plan.Risks[0]] }, plan => plan with { Risks = [] }, "risks"),
        };

    private static RuleCase Of(Func<Indicator, Indicator> passing, Func<Indicator, Indicator> failing, string field) =>
        new(plan => Indicator(plan, passing), plan => Indicator(plan, failing), $"indicators/A1/{field}");

    private static RuleCase On(DateOnly passing, DateOnly failing) =>
        Of(
            indicator => indicator with { Baseline = indicator.Baseline with { On = passing } },
            indicator => indicator with { Baseline = indicator.Baseline with { On = failing } },
            "baseline/on"
        );

    private static RuleCase Linked(Func<DonorLink, DonorLink> passing, Func<DonorLink, DonorLink> failing) =>
        Of(
            indicator => indicator with { DonorLink = passing(indicator.DonorLink!) },
            indicator => indicator with { DonorLink = failing(indicator.DonorLink!) },
            "donorLink"
        );

    private static RuleCase Milestone(Func<Benchmark, Benchmark> passing, Func<Benchmark, Benchmark> failing, string field) =>
        new(plan => Benchmark(plan, passing), plan => Benchmark(plan, failing), $"benchmarks/M1/{field}");

    private static RuleCase Work(
        Func<PlannedActivity, PlannedActivity> passing,
        Func<PlannedActivity, PlannedActivity> failing,
        string field
    ) => new(plan => Activity(plan, passing), plan => Activity(plan, failing), $"activities/T1/{field}");
}
