using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.QuarterlyReports;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>Converts a value from what the coordinator was asked at the time to what the donor measures: through every later revision of
/// the plan's indicator, and then through the link.</summary>
internal static class Conversion
{
    /// <returns>Value in the donor's unit = value as reported × this; null where the series breaks in between.</returns>
    public static decimal? FactorOf(PlanExtract plan, Indicator indicator, Observation observation) =>
        indicator.DonorLink!.Factor
        * SeriesFactor.Through(Since(plan, indicator, observation).Select(step => (step.Factor, step.Unit)), indicator.Unit);

    /// <summary>The unit that an observation is in.</summary>
    public static string UnitOf(PlanExtract plan, Indicator indicator, Observation observation) =>
        Since(plan, indicator, observation).FirstOrDefault()?.Unit ?? indicator.Unit;

    public static IEnumerable<SeriesStep> Breaks(PlanExtract plan, Indicator indicator) =>
        StepsOf(plan, indicator).Where(step => SeriesFactor.IsBreak(step.Factor, step.Unit, indicator.Unit));

    private static IEnumerable<SeriesStep> Since(PlanExtract plan, Indicator indicator, Observation observation) =>
        StepsOf(plan, indicator).Where(step => step.Version > observation.PlanVersion);

    private static IEnumerable<SeriesStep> StepsOf(PlanExtract plan, Indicator indicator) =>
        plan.Series.Where(step => step.Code == indicator.Code).OrderBy(step => step.Version);
}
