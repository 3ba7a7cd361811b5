using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.ActionPlans;

/// <summary>A plan with one of its items changed: the last result, and the first of all else.</summary>
internal static class PlanChanges
{
    public static ActionPlan Result(ActionPlan plan, Func<PlanResult, PlanResult> change) =>
        plan with
        {
            Results = [.. plan.Results.SkipLast(1), change(plan.Results[^1])],
        };

    public static ActionPlan Indicator(ActionPlan plan, Func<Indicator, Indicator> change) =>
        plan with
        {
            Indicators = [change(plan.Indicators[0]), .. plan.Indicators.Skip(1)],
        };

    public static ActionPlan Benchmark(ActionPlan plan, Func<Benchmark, Benchmark> change) =>
        plan with
        {
            Benchmarks = [change(plan.Benchmarks[0]), .. plan.Benchmarks.Skip(1)],
        };

    public static ActionPlan Activity(ActionPlan plan, Func<PlannedActivity, PlannedActivity> change) =>
        plan with
        {
            Activities = [change(plan.Activities[0]), .. plan.Activities.Skip(1)],
        };

    public static ActionPlan Risk(ActionPlan plan, Func<Risk, Risk> change) =>
        plan with
        {
            Risks = [change(plan.Risks[0]), .. plan.Risks.Skip(1)],
        };

    public static ActionPlan Baseline(ActionPlan plan, Func<Baseline, Baseline> change) =>
        Indicator(plan, indicator => indicator with { Baseline = change(indicator.Baseline) });

    public static ActionPlan Targets(ActionPlan plan, params Target[] targets) =>
        Indicator(plan, indicator => indicator with { Targets = targets });

    /// <summary>Its first indicator counts something instead of being a percentage.</summary>
    public static ActionPlan Number(ActionPlan plan, Func<Indicator, Indicator> change) =>
        Indicator(plan, indicator => change(indicator with { Measure = Measure.Unit, Unit = "files", Ratio = null }));

    /// <summary>Its first indicator is told in words, as its baseline and its target are.</summary>
    public static ActionPlan Words(ActionPlan plan, Func<Indicator, Indicator> change) =>
        Indicator(
            plan,
            indicator =>
                change(
                    indicator with
                    {
                        Measure = Measure.Qualitative,
                        Aggregation = Aggregation.None,
                        Ratio = null,
                        DonorLink = null,
                        Baseline = indicator.Baseline with { Value = null, Narrative = "few" },
                        Targets = [new Target(plan.End.AddYears(-1), null, "some"), new Target(plan.End, null, "many")],
                    }
                )
        );

    public static ActionPlan Link(ActionPlan plan, Func<DonorLink, DonorLink> change) =>
        Indicator(plan, indicator => indicator with { DonorLink = change(indicator.DonorLink!) });

    public static ActionPlan Dimensions(ActionPlan plan, params Dimension[] dimensions) =>
        Indicator(plan, indicator => indicator with { Dimensions = dimensions });

    public static ActionPlan Articles(ActionPlan plan, params string[] articles) =>
        Indicator(plan, indicator => indicator with { Markers = Markers.None with { UncacArticles = articles } });

    public static ActionPlan Revised(ActionPlan plan, string reason, DateOnly from, decimal? factor = null) =>
        Indicator(plan, indicator => indicator with { Revision = 2, Change = new IndicatorChange(reason, from, factor) });

    public static ActionPlan Risks(ActionPlan plan, int count) =>
        plan with
        {
            Risks =
            [
                .. Enumerable.Range(1, count).Select(number => plan.Risks[0] with { Code = FormattableString.Invariant($"K{number}") }),
            ],
        };

    public static ActionPlan CountsOf(ActionPlan plan, decimal? share, Ratio counts) =>
        Baseline(plan, baseline => baseline with { Value = share, Counts = counts });

    /// <summary>The plan of an administration that the agreement of its first indicator does not pay for.</summary>
    public static ActionPlan Elsewhere(ActionPlan plan) => plan with { Administration = new AdministrationId("XX") };
}
