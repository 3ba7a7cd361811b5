using System.Globalization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using static ACip.Workflows.ActionPlans.Rules.ResultRules;

namespace ACip.Workflows.ActionPlans.Rules;

/// <summary>Rules for each single indicator.</summary>
internal static class IndicatorRules
{
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        Rule(
            "indicator-measures-a-result",
            Severity.Error,
            Texts.EveryIndicatorMeasuresResultPlan,
            "result",
            (plan, indicator) => plan.Results.All(result => result.Code != indicator.Result)
        ),
        Rule(
            "key-factor-named",
            Severity.Error,
            Texts.EveryIndicatorNamesOneMoreTen,
            "keyFactors",
            (_, indicator) =>
                indicator.KeyFactors.Count == 0
                || indicator.KeyFactors.Any(number => KeyFactors.Find(number) is null)
                || indicator.KeyFactors.Distinct().Count() != indicator.KeyFactors.Count
        ),
        Rule(
            "how-it-is-measured",
            Severity.Error,
            Texts.DataSourceMethodResponsibleRoleGiven,
            "method",
            (_, indicator) => Blank(indicator.DataSource) || Blank(indicator.Method) || Blank(indicator.Responsible)
        ),
        Rule(
            "frequency-known",
            Severity.Error,
            Texts.FrequencyQuarterlySemiAnnualAnnual,
            "frequency",
            (_, indicator) => !indicator.Frequency.IsKnown
        ),
        Rule(
            "unit-given",
            Severity.Error,
            Texts.EveryIndicatorUnitPercentage,
            "unit",
            (_, indicator) => Blank(indicator.Unit) || (indicator.Measure == Measure.Percentage && indicator.Unit.Trim() != "%")
        ),
        Rule(
            "percentage-not-summed",
            Severity.Error,
            Texts.PercentagesRanksNotSummed,
            "aggregation",
            (_, indicator) =>
                indicator.Measure is Measure.Percentage or Measure.Ordinal or Measure.Nominal && indicator.Aggregation == Aggregation.Sum
        ),
        Rule(
            "ratio-of-a-percentage",
            Severity.Error,
            Texts.OnlyPercentageNumeratorDenominatorBothNamed,
            "ratio",
            (_, indicator) =>
                indicator.Ratio is { } names
                && (indicator.Measure != Measure.Percentage || Blank(names.Numerator) || Blank(names.Denominator))
        ),
        Rule(
            "words-not-aggregated",
            Severity.Error,
            Texts.QualitativeIndicatorNotAggregated,
            "aggregation",
            (_, indicator) => indicator.Measure == Measure.Qualitative && indicator.Aggregation != Aggregation.None
        ),
        Rule(
            "dimension-has-groups",
            Severity.Error,
            Texts.BreakdownNameAtLeastTwoDifferent,
            "dimensions",
            (_, indicator) =>
                indicator.Dimensions.Select(dimension => dimension.Code).Distinct().Count() != indicator.Dimensions.Count
                || indicator.Dimensions.Any(dimension =>
                    !Plain(dimension.Code)
                    || dimension.Groups.Count < 2
                    || dimension.Groups.Distinct().Count() != dimension.Groups.Count
                    || !dimension.Groups.All(Plain)
                )
        ),
        Rule(
            "uncac-article-form",
            Severity.Error,
            Texts.UNCACArticleNumberFrom171,
            "markers",
            (_, indicator) => !indicator.Markers.UncacArticles.All(IsArticle)
        ),
        Rule(
            "sensitive-is-not-public",
            Severity.Error,
            Texts.SensitiveIndicatorNotPublic,
            "disclosure",
            (_, indicator) => indicator.Sensitive && indicator.Disclosure == Disclosure.Public
        ),
        Rule(
            "sensitive-feeds-no-donor",
            Severity.Error,
            Texts.IndicatorStaysWithinProgrammeFeedsNo,
            "donorLink",
            (_, indicator) => indicator.Disclosure == Disclosure.Programme && indicator.DonorLink is not null
        ),
        Rule(
            "change-explained",
            Severity.Error,
            Texts.RevisedIndicatorSaysWhyFromWhich,
            "change",
            (plan, indicator) =>
                indicator.Revision < 1
                || (indicator.Revision > 1) != (indicator.Change is not null)
                || (
                    indicator.Change is { } change
                    && (Blank(change.Reason) || change.From < plan.Start || change.From > plan.End || change.Factor is <= 0 or > 1_000_000)
                )
        ),
        Rule(
            "measured-by-known",
            Severity.Error,
            Texts.WhatMeasuresIndicatorCipsKeyFactor,
            "measuredBy",
            (_, indicator) =>
                indicator.MeasuredBy is not null
                && (FigureSource.Read(indicator.MeasuredBy) is null || indicator.Measure is Measure.Nominal or Measure.Qualitative)
        ),
        new(
            "people-by-sex",
            Severity.Warning,
            Texts.AtLeastOneIndicatorBrokenDown,
            at => When(at.Plan.Indicators.All(indicator => indicator.Dimensions.All(dimension => dimension.Code != "sex")), "indicators")
        ),
    ];

    public static PlanRule Rule(string name, Severity severity, Text explanation, string field, Func<ActionPlan, Indicator, bool> broken) =>
        new(
            name,
            severity,
            explanation,
            at =>
                at.Plan.Indicators.Where(indicator => broken(at.Plan, indicator))
                    .Select(indicator => $"indicators/{indicator.Code}/{field}")
        );

    // a group is typed before a colon in replies and keyed "sex:women" in observations
    private static bool Plain(string text) => !Blank(text) && text.AsSpan().IndexOfAny(":,;=") < 0;

    private static bool IsArticle(string article)
    {
        string[] parts = article.Split('.');
        return parts.Length <= 2
            && parts.All(part => part.Length is 1 or 2 && part.All(char.IsAsciiDigit))
            && int.Parse(parts[0], CultureInfo.InvariantCulture) is >= 1 and <= 71;
    }
}
