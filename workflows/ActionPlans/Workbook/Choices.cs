using ACip.Workflows.Documents;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans.Workbook;

/// <summary>The drop-down lists of the workbooks, in three languages.</summary>
internal static class Choices
{
    public static IReadOnlyList<Choice<bool>> YesNo { get; } = [Of(true, Texts.Yes), Of(false, Texts.No)];

    public static IReadOnlyList<Choice<ResultLevel>> Levels { get; } =
    [
        Of(ResultLevel.Ultimate, Texts.UltimateOutcome),
        Of(ResultLevel.Intermediate, Texts.IntermediateOutcome),
        Of(ResultLevel.Immediate, Texts.ImmediateOutcome),
        Of(ResultLevel.Output, Texts.Output),
    ];

    public static IReadOnlyList<Choice<Measure>> Measures { get; } =
    [
        Of(Measure.Unit, Texts.Number),
        Of(Measure.Percentage, Texts.Percentage),
        Of(Measure.Nominal, Texts.Category),
        Of(Measure.Ordinal, Texts.Rank),
        Of(Measure.Qualitative, Texts.InWords),
    ];

    public static IReadOnlyList<Choice<bool>> Directions { get; } = [Of(true, Texts.MoreIsBetter), Of(false, Texts.LessIsBetter)];

    public static IReadOnlyList<Choice<Aggregation>> Aggregations { get; } =
    [
        Of(Aggregation.None, Texts.None),
        Of(Aggregation.Sum, Texts.Sum),
        Of(Aggregation.Mean, Texts.Mean),
        Of(Aggregation.Latest, Texts.Latest),
    ];

    public static IReadOnlyList<Choice<FigureSpan>> Spans { get; } =
    [Of(FigureSpan.Period, Texts.ThisPeriod), Of(FigureSpan.SinceStart, Texts.TotalSinceStart)];

    public static IReadOnlyList<Choice<int>> FrequencyList { get; } =
    [Of(0, Texts.Quarterly), Of(1, Texts.SemiAnnual), Of(2, Texts.Annual)];

    public static IReadOnlyList<Choice<Disclosure>> Disclosures { get; } =
    [Of(Disclosure.Programme, Texts.ProgrammeOnly), Of(Disclosure.Donors, Texts.Donors), Of(Disclosure.Public, Texts.Public)];

    public static IReadOnlyList<Choice<Principle>> Principles { get; } =
    [
        Of(Principle.CollectiveAction, Texts.CollectiveAction),
        Of(Principle.PerformanceMeasurement, Texts.PerformanceMeasurement),
        Of(Principle.DataAnalysis, Texts.DataAnalysis),
    ];

    public static IReadOnlyList<Choice<Synergy>> Synergies { get; } =
    [Of(Synergy.Ccp, Texts.CCP), Of(Synergy.Mercator, Texts.Mercator), Of(Synergy.Rkc, Texts.RKC), Of(Synergy.Tfa, Texts.TFA)];

    public static IReadOnlyList<Choice<CrossCuttingTheme>> Themes { get; } =
    [
        Of(CrossCuttingTheme.GenderEquality, Texts.GenderEquality),
        Of(CrossCuttingTheme.HumanRights, Texts.HumanRights),
        Of(CrossCuttingTheme.ClimateAndEnvironment, Texts.ClimateAndEnvironment),
    ];

    public static string Label<T>(this IReadOnlyList<Choice<T>> choices, T value, Language language)
        where T : struct => choices.First(choice => choice.Value.Equals(value)).Label.In(language);

    public static string Label<T>(this IReadOnlyList<Choice<T>> choices, IEnumerable<T> values, Language language)
        where T : struct => string.Join("; ", values.Select(value => choices.Label(value, language)));

    public static IReadOnlyList<string> Labels<T>(this IReadOnlyList<Choice<T>> choices, Language language) =>
        [.. choices.Select(choice => choice.Label.In(language))];

    private static Choice<T> Of<T>(T value, Text words) => new(value, words);
}
