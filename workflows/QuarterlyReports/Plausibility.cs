using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports;

/// <summary>Asks about figures that look implausible. Every figure can be confirmed as it is.</summary>
public static class Plausibility
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
        List<ReportQuestion> questions = [];
        foreach (Indicator indicator in plan.Indicators)
        {
            if (given.In(indicator.Code, period) is { } observation)
            {
                IReadOnlyList<decimal> before = history.ValuesBefore(indicator.Code, period, indicator.Change?.From);
                questions.AddRange(Ask(indicator, observation, [.. Baseline(indicator), .. before]));
            }
        }

        questions.AddRange(
            plan.Benchmarks.Where(benchmark =>
                    given.In(benchmark.Code, period)?.Reached == false && history.WasReachedBefore(benchmark.Code, period)
                )
                .Select(benchmark => PlausibilityWords.NoLongerReached(benchmark.Code))
        );
        return questions;
    }

    /// <param name="before">Baseline and values so far, oldest first.</param>
    private static IEnumerable<ReportQuestion> Ask(Indicator indicator, Observation observation, IReadOnlyList<decimal> before)
    {
        if (observation.Value is not { } value)
        {
            yield break;
        }

        foreach (ReportQuestion question in AskAboutGroups(indicator, observation, value))
        {
            yield return question;
        }

        bool percentage = indicator.Measure == Measure.Percentage;
        if (percentage && value is (< 0 or > 100))
        {
            yield return PlausibilityWords.PercentOutOfRange(indicator.Code, value);
        }
        else if (percentage && value is > 0 and < 1 && before.Any(one => one >= 5))
        {
            yield return PlausibilityWords.FractionForPercent(indicator.Code, value);
        }
        else if (indicator.Measure == Measure.Unit && value < 0)
        {
            yield return PlausibilityWords.Negative(indicator.Code, value);
        }
        else if (IsCumulative(indicator) && before.Count > 0 && value < before[^1])
        {
            yield return PlausibilityWords.CumulativeFalls(indicator.Code, value, before[^1]);
        }
        else if (ExpectedRange.From(before, percentage) is { } range && !range.Holds(value))
        {
            yield return PlausibilityWords.Jump(indicator.Code, value, before[^1]);
        }
    }

    private static IEnumerable<ReportQuestion> AskAboutGroups(Indicator indicator, Observation observation, decimal total)
    {
        if (indicator.Measure == Measure.Percentage)
        {
            foreach (
                ReportQuestion question in indicator
                    .Dimensions.Select(one => AskAboutCounts(indicator, observation, one))
                    .OfType<ReportQuestion>()
            )
            {
                yield return question;
            }
        }

        if (indicator.Measure != Measure.Unit)
        {
            yield break; // shares and means of groups do not add up to that of all; only their counts do
        }

        foreach (Dimension dimension in indicator.Dimensions)
        {
            decimal?[] groups =
            [
                .. dimension.Groups.Select(group =>
                    observation.Groups.TryGetValue($"{dimension.Code}:{group}", out decimal value) ? value : (decimal?)null
                ),
            ];
            if (groups.All(group => group is null))
            {
                continue;
            }

            decimal sum = groups.Sum() ?? 0;
            if (groups.Any(group => group is null) ? sum > total : sum != total)
            {
                yield return PlausibilityWords.GroupsDiffer(indicator.Code, dimension.Code, sum, total);
            }
        }
    }

    private static ReportQuestion? AskAboutCounts(Indicator indicator, Observation observation, Dimension dimension)
    {
        Ratio? sum = Ratio.Sum(dimension.Groups.Select(group => observation.Counts?.Of($"{dimension.Code}:{group}")));
        return sum is not null && observation.Counts?.Total is { } total && sum != total
            ? PlausibilityWords.CountsDiffer(indicator.Code, dimension.Code, sum, total)
            : null;
    }

    // a total of everything so far can only grow
    private static bool IsCumulative(Indicator indicator) => indicator.Span == FigureSpan.SinceStart;

    private static IEnumerable<decimal> Baseline(Indicator indicator) => indicator.Baseline.Value is { } value ? [value] : [];
}
