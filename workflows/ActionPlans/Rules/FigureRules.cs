using ACip.Workflows.HumanTasks;
using ACip.Workflows.Programme;
using static ACip.Workflows.ActionPlans.Rules.IndicatorRules;
using static ACip.Workflows.ActionPlans.Rules.ResultRules;

namespace ACip.Workflows.ActionPlans.Rules;

/// <summary>Rules for baselines and targets.</summary>
internal static class FigureRules
{
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        Rule(
            "baseline-or-reason",
            Severity.Error,
            Texts.EveryIndicatorBaselineReasonWhyThere,
            "baseline",
            (_, indicator) => Blank(indicator.Baseline.MissingReason) == !HasBaseline(indicator)
        ),
        Rule(
            "baseline-dated-and-sourced",
            Severity.Error,
            Texts.BaselineDateSource,
            "baseline",
            (_, indicator) => HasBaseline(indicator) && (indicator.Baseline.On is null || Blank(indicator.Baseline.Source))
        ),
        Rule(
            "baseline-is-recent",
            Severity.Warning,
            Texts.BaselineAtMostThreeYearsOlder,
            "baseline/on",
            (plan, indicator) => indicator.Baseline.On < plan.Start.AddYears(-3)
        ),
        Rule(
            "baseline-within-reach",
            Severity.Error,
            Texts.BaselineMeasuredBeforeFirstYearPlan,
            "baseline/on",
            (plan, indicator) => indicator.Baseline.On >= plan.Start.AddYears(1)
        ),
        Rule(
            "target-given",
            Severity.Error,
            Texts.EveryIndicatorAtLeastOneTarget,
            "targets",
            (_, indicator) => indicator.Targets.Count == 0
        ),
        Rule(
            "target-after-baseline",
            Severity.Error,
            Texts.NoTargetLiesBeforeDateBaseline,
            "targets",
            (_, indicator) => indicator.Targets.Any(target => target.By <= indicator.Baseline.On)
        ),
        Rule(
            "target-within-plan",
            Severity.Error,
            Texts.TargetsLieWithinThePlan,
            "targets",
            (plan, indicator) => indicator.Targets.Any(target => target.By < plan.Start || target.By > plan.End)
        ),
        Rule(
            "targets-in-order",
            Severity.Error,
            Texts.TargetsFollowOneAnotherDateOne,
            "targets",
            (_, indicator) => indicator.Targets.Zip(indicator.Targets.Skip(1)).Any(pair => pair.First.By >= pair.Second.By)
        ),
        Rule(
            "words-for-words",
            Severity.Error,
            Texts.QualitativeNominalIndicatorsBaselinesTargets,
            "targets",
            (_, indicator) =>
                InWords(indicator)
                    ? indicator.Baseline.Value is not null
                        || indicator.Targets.Any(target => target.Value is not null || Blank(target.Narrative))
                    : (HasBaseline(indicator) && indicator.Baseline.Value is null) || indicator.Targets.Any(target => target.Value is null)
        ),
        Rule(
            "percentage-in-range",
            Severity.Error,
            Texts.PercentageLiesBetween0100,
            "targets",
            (_, indicator) => indicator.Measure == Measure.Percentage && Figures(indicator).Any(value => value is < 0 or > 100)
        ),
        Rule(
            "counts-make-the-share",
            Severity.Error,
            Texts.CountsBehindBaselineTargetMakePercentage,
            "targets",
            (_, indicator) =>
                Counted(indicator)
                    .Any(one => indicator.Ratio is null || !one.Counts.IsSound || one.Value is not { } share || !one.Counts.IsAbout(share))
        ),
        Rule(
            "figure-not-negative",
            Severity.Error,
            Texts.BaselinesTargetsNotNegativeBelowBillion,
            "targets",
            (_, indicator) => Figures(indicator).Any(value => value is < 0 or >= 1_000_000_000_000_000_000m)
        ),
        Rule(
            "target-improves",
            Severity.Warning,
            Texts.LastTargetNotWorseThanBaseline,
            "targets",
            (_, indicator) =>
                indicator.Targets is [.., { Value: { } last }]
                && indicator.Baseline.Value is { } start
                && (indicator.Ascending ? last < start : last > start)
        ),
    ];

    private static bool HasBaseline(Indicator indicator) => indicator.Baseline.Value is not null || !Blank(indicator.Baseline.Narrative);

    private static bool InWords(Indicator indicator) => indicator.Measure is Measure.Qualitative or Measure.Nominal;

    private static IEnumerable<(decimal? Value, Ratio Counts)> Counted(Indicator indicator) =>
        indicator
            .Targets.Select(target => (target.Value, target.Counts))
            .Append((indicator.Baseline.Value, indicator.Baseline.Counts))
            .Where(one => one.Item2 is not null)
            .Select(one => (one.Item1, one.Item2!));

    private static IEnumerable<decimal> Figures(Indicator indicator) =>
        indicator.Targets.Select(target => target.Value).Append(indicator.Baseline.Value).OfType<decimal>();
}
