using ACip.Workflows.ActionPlans;
using ACip.Workflows.Languages;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports;

/// <summary>Whether everything that the period asks for has an answer.</summary>
public static class Completeness
{
    /// <param name="current">What was given for this period so far.</param>
    /// <param name="earlier">What was accepted for the periods before.</param>
    public static IReadOnlyList<ReportQuestion> Ask(
        ActionPlan plan,
        ReportingPeriod period,
        IEnumerable<Observation> current,
        IEnumerable<Observation> earlier
    )
    {
        var given = new ObservationHistory(current);
        var history = new ObservationHistory(earlier);
        return
        [
            .. plan
                .Indicators.Where(indicator => IsAsked(indicator, period) && !IsAnswered(given.In(indicator.Code, period)))
                .Select(indicator => ValueMissing(indicator.Code)),
            .. plan
                .Benchmarks.Where(benchmark => benchmark.Due <= period.End && !history.WasReachedBefore(benchmark.Code, period))
                .Select(benchmark => Asked(benchmark, given.In(benchmark.Code, period)))
                .OfType<ReportQuestion>(),
            .. StatusItems.Questions(plan, period, given, history),
            .. NarrativeSection
                .All.Where(section => section.Required && string.IsNullOrWhiteSpace(given.In(section.Code, period)?.Narrative))
                .Select(Wanted),
        ];
    }

    /// <summary>A yearly indicator is asked for when a target's period or the calendar year ends, a half-yearly one also at mid-year, any
    /// other in every period.</summary>
    public static bool IsAsked(Indicator indicator, ReportingPeriod period)
    {
        bool half = indicator.Frequency.IsHalfYearly;
        return !(half || indicator.Frequency.IsYearly)
            || indicator.Targets.Any(target => period.Covers(target.By))
            || EndsIn(period, 12, 31)
            || (half && EndsIn(period, 6, 30));
    }

    /// <summary>When the indicator is next asked for.</summary>
    /// <returns>Null where that is every period.</returns>
    public static DateOnly? NextAsked(Indicator indicator, DateOnly after)
    {
        bool half = indicator.Frequency.IsHalfYearly;
        if (!half && !indicator.Frequency.IsYearly)
        {
            return null;
        }

        var endOfYear = new DateOnly(after.Year, 12, 31);
        DateOnly[] days =
        [
            .. indicator.Targets.Select(target => target.By),
            endOfYear,
            endOfYear.AddYears(1),
            .. half ? new[] { new DateOnly(after.Year, 6, 30), new DateOnly(after.Year + 1, 6, 30) } : [],
        ];
        return days.Where(day => day > after).Min();
    }

    private static bool IsAnswered(Observation? observation) =>
        observation is { } given
        && (given.Value is not null || !string.IsNullOrWhiteSpace(given.Narrative) || !string.IsNullOrWhiteSpace(given.MissingReason));

    private static bool EndsIn(ReportingPeriod period, int month, int day) =>
        Enumerable
            .Range(period.Start.Year, period.End.Year - period.Start.Year + 1)
            .Any(year => period.Covers(new DateOnly(year, month, day)));

    private static ReportQuestion? Asked(Benchmark benchmark, Observation? given) =>
        given switch
        {
            { Reached: true, EvidenceSha256.Count: 0 } => new(
                "evidence-missing",
                benchmark.Code,
                Texts.BenchmarkCodeReportedAsReachedCanYou(benchmarkCode: benchmark.Code)
            ),
            { Reached: not null } or { MissingReason.Length: > 0 } => null,
            _ => new(
                "benchmark-missing",
                benchmark.Code,
                Texts.BenchmarkCodeDueDueBeenReached(benchmarkCode: benchmark.Code, due: Figures.Day(benchmark.Due))
            ),
        };

    private static ReportQuestion ValueMissing(string item) => new("value-missing", item, Texts.ItemNoValueWhatWhyCan(item: item));

    private static ReportQuestion Wanted(NarrativeSection section) =>
        new("narrative-missing", section.Code, Texts.SectionCodeHeadingEmptyCanYouAdd(sectionCode: section.Code, heading: section.Heading));
}
