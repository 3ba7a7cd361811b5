using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.QuarterlyReports;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>Converts a value from what the coordinator was asked at the time to what the donor measures: through every later revision of
/// the plan's indicator, and then through the link.</summary>
internal static class Conversion
{
    /// <returns>Value in the donor's unit = value as reported × this; null where the series breaks in between.</returns>
    public static decimal? FactorOf(PlanExtract plan, Indicator indicator, Observation observation)
    {
        decimal factor = indicator.DonorLink!.Factor;
        foreach (SeriesStep step in Since(plan, indicator, observation))
        {
            if (IsBreak(step, indicator))
            {
                return null;
            }

            factor *= step.Factor!.Value;
        }

        return factor;
    }

    /// <summary>The unit that an observation is in.</summary>
    public static string UnitOf(PlanExtract plan, Indicator indicator, Observation observation) =>
        Since(plan, indicator, observation).FirstOrDefault()?.Unit ?? indicator.Unit;

    public static IEnumerable<SeriesStep> Breaks(PlanExtract plan, Indicator indicator) =>
        StepsOf(plan, indicator).Where(step => IsBreak(step, indicator));

    /// <summary>An exchange rate is not a unit of measure, whatever factor somebody entered.</summary>
    private static bool IsBreak(SeriesStep step, Indicator indicator) =>
        step.Factor is null || Currencies.In(step.Unit) != Currencies.In(indicator.Unit);

    private static IEnumerable<SeriesStep> Since(PlanExtract plan, Indicator indicator, Observation observation) =>
        StepsOf(plan, indicator).Where(step => step.Version > observation.PlanVersion);

    private static IEnumerable<SeriesStep> StepsOf(PlanExtract plan, Indicator indicator) =>
        plan.Series.Where(step => step.Code == indicator.Code).OrderBy(step => step.Version);
}
