using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans.Revision;

/// <summary>The rules for changes to an approved plan. Unlike <see cref="PlanRules"/>, each compares two versions.</summary>
public static class RevisionRules
{
    public static IReadOnlyList<RevisionRule> All { get; } =
    [
        new(
            "same-plan",
            Severity.Error,
            Texts.RevisionStaysPlanSameAdministrationStarts,
            (before, after) =>
                before.Id != after.Id || before.Administration != after.Administration || before.Start != after.Start ? ["start"] : []
        ),
        ForBoth(
            "baseline-frozen",
            Severity.Error,
            Texts.BaselineDoesNotChangeAfterApproval,
            "baseline",
            (was, now) => !IsBaselineKept(was, now)
        ),
        ForBoth(
            "change-of-meaning-is-a-revision",
            Severity.Error,
            Texts.WhoeverChangesWhatIndicatorMeasuresHow,
            "revision",
            (was, now) => now.Revision == was.Revision && !SameMeaning(was, now)
        ),
        ForBoth(
            "revision-counts-up",
            Severity.Error,
            Texts.RevisionNumbersGoUpOne,
            "revision",
            (was, now) => now.Revision != was.Revision && now.Revision != was.Revision + 1
        ),
        ForBoth(
            "factor-needs-like-units",
            Severity.Error,
            Texts.FactorJoinsNumbersOneKindDirection,
            "change",
            (was, now) =>
                now.Revision > was.Revision
                && now.Change?.Factor is not null
                && (was.Measure != now.Measure || was.Ascending != now.Ascending || now.Measure is Measure.Qualitative or Measure.Nominal)
        ),
        ForBoth(
            "donor-link-kept",
            Severity.Warning,
            Texts.DonorIndicatorIndicatorFeedsChangedEarlier,
            "donorLink",
            (was, now) => was.DonorLink != now.DonorLink
        ),
        new(
            "indicator-not-dropped",
            Severity.Warning,
            Texts.ApprovedIndicatorGoneFiguresStayBut,
            (before, after) =>
                before.Indicators.Where(was => after.Indicators.All(now => now.Code != was.Code)).Select(was => $"indicators/{was.Code}")
        ),
        new(
            "benchmark-not-dropped",
            Severity.Warning,
            Texts.ApprovedMilestoneGoneFallsDueLater,
            (before, after) =>
                before
                    .Benchmarks.Where(was => after.Benchmarks.All(now => now.Code != was.Code || now.Due > was.Due))
                    .Select(was => $"benchmarks/{was.Code}")
        ),
    ];

    public static IReadOnlyList<RuleFinding> Check(ActionPlan approved, ActionPlan revised) =>
        [
            .. All.OrderBy(rule => rule.Severity)
                .SelectMany(rule =>
                    rule.Check(approved, revised)
                        .Distinct()
                        .Select(path => new RuleFinding(rule.Name, rule.Severity, path, rule.Explanation))
                ),
        ];

    private static RevisionRule ForBoth(
        string name,
        Severity severity,
        Text explanation,
        string field,
        Func<Indicator, Indicator, bool> broken
    ) =>
        new(
            name,
            severity,
            explanation,
            (before, after) =>
                from was in before.Indicators
                from now in after.Indicators
                where was.Code == now.Code && broken(was, now)
                select $"indicators/{now.Code}/{field}"
        );

    private static bool IsBaselineKept(Indicator was, Indicator now)
    {
        if (was.Baseline == now.Baseline)
        {
            return now.Revision == was.Revision || now.Change?.Factor is null or 1 || was.Baseline.Value is null or 0;
        }

        // a first measurement may follow where approval accepted the reason for having none
        bool isFirstMeasurement = was.Baseline is { Value: null, Narrative: null, MissingReason: not null };
        bool isBroken = now.Revision > was.Revision && now.Change is { Factor: null };
        bool isConverted =
            now.Revision > was.Revision
            && now.Change?.Factor is { } factor
            && was.Baseline.Value is { } value
            && now.Baseline == was.Baseline with { Value = now.Baseline.Value }
            && now.Baseline.Value == value * factor;
        return isFirstMeasurement || isBroken || isConverted;
    }

    private static bool SameMeaning(Indicator was, Indicator now) =>
        was.Statement == now.Statement
        && was.Measure == now.Measure
        && was.Unit == now.Unit
        && was.Ascending == now.Ascending
        && was.Aggregation == now.Aggregation
        && was.Method == now.Method
        && was.DataSource == now.DataSource
        && was.Span == now.Span
        && was.Ratio == now.Ratio
        && was.Dimensions.Count == now.Dimensions.Count
        && was.Dimensions.Zip(now.Dimensions)
            .All(pair => pair.First.Code == pair.Second.Code && pair.First.Groups.SequenceEqual(pair.Second.Groups));
}

/// <param name="Check">Paths of what breaks the rule, given the approved and the revised plan.</param>
public sealed record RevisionRule(
    string Name,
    Severity Severity,
    Text Explanation,
    Func<ActionPlan, ActionPlan, IEnumerable<string>> Check
);
