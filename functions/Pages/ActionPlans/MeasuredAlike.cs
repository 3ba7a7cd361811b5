using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.Identifiers;

namespace ACip.Functions.Pages.ActionPlans;

/// <summary>Figures beside the baseline and targets of a version of the plan: what was reported under an earlier one is converted to how
/// its indicators measure, and left out where its series breaks in between.</summary>
internal static class MeasuredAlike
{
    /// <summary>The versions from the first that something was reported under to the one shown.</summary>
    /// <param name="reportedUnder">Empty where nothing was reported.</param>
    public static async Task<IReadOnlyList<ActionPlan>> ReadAsync(
        PlanVersions versions,
        ActionPlan shown,
        IEnumerable<int> reportedUnder,
        PlanId plan,
        int lastApproved,
        CancellationToken cancellation
    )
    {
        var read = new List<ActionPlan>();
        for (int version = reportedUnder.DefaultIfEmpty(shown.Version).Min(); version <= lastApproved && version < shown.Version; version++)
        {
            read.Add(await versions.ReadAsync(plan, version, cancellation));
        }

        return [.. read, shown];
    }

    /// <param name="versions">In their order; the last one is shown.</param>
    /// <returns>Value as the last version measures = value as reported × this; null where the series breaks in between.</returns>
    public static decimal? FactorOf(IReadOnlyList<ActionPlan> versions, string code, int reportedUnder)
    {
        ActionPlan[] since = [.. versions.Where(version => version.Version >= reportedUnder)];
        string[] units = [.. since.SelectMany(version => version.Indicators.Where(one => one.Code == code)).Select(one => one.Unit)];
        return units.Length < 2 ? 1
            : Currencies.In(units[0]) != Currencies.In(units[^1]) ? null
            : SeriesLink.Along(since, code)[0].Factor;
    }

    public static Series Of(Series accepted, IReadOnlyList<ActionPlan> versions) =>
        versions.Count < 2
            ? accepted
            : new Series(
                from one in accepted.All
                let factor = FactorOf(versions, one.Item, one.PlanVersion)
                where factor is not null
                select factor == 1 ? one : one with { Value = one.Value * factor, Counts = null }
            );
}
