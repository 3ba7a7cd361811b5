using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports;

/// <summary>The history of a plan's items. If an item has several observations in one period, the last one counts.</summary>
internal sealed class ObservationHistory
{
    private readonly Dictionary<string, SortedDictionary<PeriodKey, Observation>> items = new(StringComparer.Ordinal);

    public ObservationHistory(IEnumerable<Observation> observations)
    {
        foreach (Observation observation in observations.OrderBy(one => one.At))
        {
            if (!items.TryGetValue(observation.Item, out var periods))
            {
                items[observation.Item] = periods = new SortedDictionary<PeriodKey, Observation>();
            }

            periods[observation.Period] = observation;
        }
    }

    public Observation? In(string item, ReportingPeriod period) => items.GetValueOrDefault(item)?.GetValueOrDefault(period.Key);

    /// <summary>The values of earlier periods, oldest first. Gaps are left out, because a gap is not a 0.</summary>
    /// <param name="since">First day since which the item is measured as it is now: values from before are in another unit. Null: always.
    /// </param>
    public IReadOnlyList<decimal> ValuesBefore(string item, ReportingPeriod period, DateOnly? since = null) =>
        [.. Before(item, period, since).Select(one => one.Value).OfType<decimal>()];

    public bool WasReachedBefore(string benchmark, ReportingPeriod period) => ReachedBefore(benchmark, period) is not null;

    /// <summary>The last value or words from earlier periods.</summary>
    /// <param name="since">As with <see cref="ValuesBefore"/>.</param>
    public Observation? LastBefore(string item, ReportingPeriod period, DateOnly? since = null) =>
        Before(item, period, since)
            .LastOrDefault(one => one.Value is not null || one.Status is not null || !string.IsNullOrWhiteSpace(one.Narrative));

    /// <summary>The observation that first reported the benchmark as reached and has not been reversed since; null if it is not
    /// reached.</summary>
    public Observation? ReachedBefore(string benchmark, ReportingPeriod period)
    {
        Observation? first = null;
        foreach (Observation one in Before(benchmark, period).Where(one => one.Reached is not null))
        {
            first =
                one.Reached == true
                    ? first is { Date: null } && one.Date is not null
                        ? first with
                        {
                            Date = one.Date,
                        }
                        : first ?? one
                    : null;
        }

        return first;
    }

    private IEnumerable<Observation> Before(string item, ReportingPeriod period, DateOnly? since = null) =>
        items.GetValueOrDefault(item)?.Where(one => one.Key < period.Key && !(one.Key.Days?.Start < since)).Select(one => one.Value) ?? [];
}
