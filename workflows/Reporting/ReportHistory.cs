namespace ACip.Workflows.Reporting;

/// <summary>What is known of a plan's items: of several observations of one item in one period, the last one counts.</summary>
internal sealed class ReportHistory
{
    private readonly Dictionary<string, SortedDictionary<string, Observation>> items = new(StringComparer.Ordinal);

    public ReportHistory(IEnumerable<Observation> observations)
    {
        foreach (Observation observation in observations.OrderBy(one => one.At))
        {
            if (!items.TryGetValue(observation.Item, out var periods))
            {
                items[observation.Item] = periods = new SortedDictionary<string, Observation>(StringComparer.Ordinal);
            }

            periods[observation.Period] = observation;
        }
    }

    public Observation? In(string item, ReportingPeriod period) => items.GetValueOrDefault(item)?.GetValueOrDefault(period.Key);

    /// <summary>The values of the periods before, oldest first; gaps are left out, for a gap is not a 0.</summary>
    public IReadOnlyList<decimal> ValuesBefore(string item, ReportingPeriod period) =>
        [.. Before(item, period).Select(one => one.Value).OfType<decimal>()];

    public bool WasReachedBefore(string benchmark, ReportingPeriod period) =>
        Before(benchmark, period).LastOrDefault(one => one.Reached is not null)?.Reached == true;

    private IEnumerable<Observation> Before(string item, ReportingPeriod period) =>
        items.GetValueOrDefault(item)?.Where(one => string.CompareOrdinal(one.Key, period.Key) < 0).Select(one => one.Value) ?? [];
}
