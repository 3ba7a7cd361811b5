using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;

namespace ACip.Functions.Pages.ActionPlans;

/// <summary>Accepted observations by item and period. If there are several, the last one counts and the earlier ones remain
/// visible.</summary>
/// <param name="observations">In the order in which they were accepted.</param>
public sealed class Series(IEnumerable<Observation> observations)
{
    private readonly ILookup<(string Item, PeriodKey Period), Observation> all = observations.ToLookup(one => (one.Item, one.Period));

    public IEnumerable<Observation> All => all.SelectMany(group => group);

    public Observation? Find(string item, PeriodKey period) => all[(item, period)].LastOrDefault();

    /// <summary>The last of the periods, in order, that has a value, an answer or a text for the item.</summary>
    public (ReportingPeriod Period, Observation Observation)? Latest(string item, IEnumerable<ReportingPeriod> periods)
    {
        foreach (ReportingPeriod period in periods.Reverse())
        {
            if (
                Find(item, period.Key) is { } found
                && (found.Value is not null || found.Reached is not null || found.Narrative is not null)
            )
            {
                return (period, found);
            }
        }

        return null;
    }
}
