using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Waves;
using ACip.Workflows.Time;

namespace ACip.Functions.Pages.ActionPlans;

/// <summary>The 95 % confidence intervals of accepted figures measured by a survey. A counted figure has none.</summary>
public sealed class MeasuredIntervals(SurveyQuery surveys)
{
    private const string Survey = "survey:";

    /// <param name="since">The versions that figures were reported under; the last one is shown.</param>
    /// <param name="measured">As the last version measures.</param>
    /// <returns>By item and period, of those that have one.</returns>
    public async Task<IReadOnlyDictionary<(string Item, PeriodKey Period), (decimal Low, decimal High)>> OfAsync(
        IReadOnlyList<ActionPlan> since,
        Series measured,
        CancellationToken cancellation
    )
    {
        var found = new Dictionary<(string, PeriodKey), (decimal, decimal)>();
        var read = new Dictionary<string, WaveResults?>(StringComparer.Ordinal);
        foreach (
            Observation one in measured.All.Where(one =>
                one.Source.Way == EntryWay.Measured && one.Source.What.StartsWith(Survey, StringComparison.Ordinal)
            )
        )
        {
            string wave = one.Source.What[Survey.Length..];
            if (!read.TryGetValue(wave, out WaveResults? results))
            {
                results = (await surveys.ReadAsync(new WaveId(wave), cancellation))?.Visible(PublishedTo.Programme);
                read[wave] = results;
            }

            if (Of(since, one, results) is { } interval)
            {
                found[(one.Item, one.Period)] = interval;
            }
        }

        return found;
    }

    /// <summary>Converted as its figure is: the two are shown together.</summary>
    internal static (decimal Low, decimal High)? Of(IReadOnlyList<ActionPlan> since, Observation one, WaveResults? results) =>
        FigureSource.Read(since[^1].Indicators.FirstOrDefault(indicator => indicator.Code == one.Item)?.MeasuredBy) is { } source
        && results?.Of(source.Group)?.Factors.FirstOrDefault(factor => $"{factor.KeyFactor}" == source.Key)
            is { IsHidden: false, Low: { } low, High: { } high }
        && MeasuredAlike.FactorOf(since, one.Item, one.PlanVersion) is { } factor
            ? (MeasuredAlike.Convert((decimal)low, factor), MeasuredAlike.Convert((decimal)high, factor))
            : null;
}
