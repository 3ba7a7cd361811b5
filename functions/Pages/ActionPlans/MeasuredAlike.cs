using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.DonorReports.Figures;

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
        CancellationToken cancellation
    )
    {
        var read = new List<ActionPlan>();
        for (int version = reportedUnder.DefaultIfEmpty(shown.Version).Min(); version < shown.Version; version++)
        {
            read.Add(await versions.ReadAsync(shown.Id, version, cancellation));
        }

        return [.. read, shown];
    }

    /// <param name="versions">In their order; the last one is shown.</param>
    /// <returns>Value as the last version measures = value as reported × this; null where the series breaks in between.</returns>
    public static decimal? FactorOf(IEnumerable<ActionPlan> versions, string code, int reportedUnder) =>
        SeriesFactor.Along(versions.Where(version => version.Version >= reportedUnder), code);

    /// <summary>Rounded as a donor's report rounds it, so that both say the same and a target is reached in both or in neither.</summary>
    public static decimal Convert(decimal value, decimal factor) => factor == 1 ? value : FigureRounding.Presented(value * factor);

    public static Series Of(Series accepted, IReadOnlyList<ActionPlan> versions) =>
        versions.Count < 2
            ? accepted
            : new Series(
                from one in accepted.All
                let factor = FactorOf(versions, one.Item, one.PlanVersion)
                where factor is not null
                select factor == 1 || one.Value is not { } value ? one : one with { Value = Convert(value, factor.Value), Counts = null }
            );
}
