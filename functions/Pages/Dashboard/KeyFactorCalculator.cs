using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>How far the plans have come, by key factor.</summary>
internal static class KeyFactorCalculator
{
    /// <param name="plans">Approved versions, each with its reports in the order of their periods.</param>
    public static IReadOnlyList<KeyFactorProgress> Of(IEnumerable<(ActionPlan Plan, IReadOnlyList<ReportStatus> Reports)> plans)
    {
        var all = plans
            .SelectMany(one => one.Plan.Indicators.Select(indicator => (indicator.KeyFactors, Way: Way(indicator, one.Reports))))
            .ToArray();
        return
        [
            .. KeyFactors.All.Select(factor =>
            {
                decimal?[] ways = [.. all.Where(one => one.KeyFactors.Contains(factor.Number)).Select(one => one.Way)];
                decimal[] measured = [.. ways.OfType<decimal>()];
                return new KeyFactorProgress(
                    factor.Number,
                    factor.Name,
                    measured.Length == 0 ? null : (int)Math.Round(measured.Average(), MidpointRounding.AwayFromZero),
                    measured.Length,
                    ways.Length
                );
            }),
        ];
    }

    /// <returns>0 to 100; null without an accepted figure, a baseline or a target. A gap is a gap, never 0.</returns>
    private static decimal? Way(Indicator indicator, IReadOnlyList<ReportStatus> reports) =>
        reports.LastOrDefault(report => report.IsAccepted && report.Values.ContainsKey(indicator.Code)) is { } last
        && indicator.Baseline.Value is { } baseline
        && Achievement.Percent(indicator.Ascending, baseline, indicator.Targets.LastOrDefault()?.Value, last.Values[indicator.Code])
            is { } percent
            ? Math.Clamp(percent, 0, 100)
            : null;
}
