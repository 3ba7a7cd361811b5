using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.Time;

namespace ACip.Functions.Pages.Lists;

/// <summary>How an indicator stands against its target, by its last accepted figure. Pure.</summary>
/// <param name="Last">Null: no figure has been accepted.</param>
/// <param name="Target">The first that is due on or after the last day of that period; where all are past, the last.</param>
/// <param name="Way">Per cent of the way from baseline to the plan's last target; null where one of the three is missing.</param>
internal sealed record IndicatorStatus(Indicator Indicator, ReportingPeriod? Period, decimal? Last, Target? Target, decimal? Way)
{
    public IndicatorProgress Progress => Last is { } value ? Against(Indicator, Target, value) : IndicatorProgress.NoFigure;

    public static IndicatorProgress Against(Indicator indicator, Target? target, decimal value) =>
        Achievement.Of(indicator.Ascending, indicator.Baseline.Value, target?.Value, value) switch
        {
            Workflows.DonorReports.Figures.Progress.TargetMet => IndicatorProgress.Reached,
            Workflows.DonorReports.Figures.Progress.TowardsTarget => IndicatorProgress.OnTheWay,
            Workflows.DonorReports.Figures.Progress.NoProgress => IndicatorProgress.NotYet,
            _ => IndicatorProgress.NoTarget,
        };

    public static IEnumerable<IndicatorStatus> Of(PlanStatus plan) =>
        plan.Version?.Indicators.Select(indicator => Of(indicator, plan.Reports)) ?? [];

    /// <param name="reports">In the order of their periods.</param>
    public static IndicatorStatus Of(Indicator indicator, IReadOnlyList<ReportStatus> reports)
    {
        ReportStatus? last = reports.LastOrDefault(report => report.IsAccepted && report.Values.ContainsKey(indicator.Code));
        decimal? value = last?.Values[indicator.Code];
        return new IndicatorStatus(
            indicator,
            last?.Period,
            value,
            FigureText.TargetFor(indicator, last?.Period.End ?? DateOnly.MaxValue),
            indicator.Baseline.Value is { } baseline
                ? Achievement.Percent(indicator.Ascending, baseline, indicator.Targets.MaxBy(target => target.By)?.Value, value)
                : null
        );
    }
}

internal enum IndicatorProgress
{
    Reached,
    OnTheWay,
    NotYet,
    NoTarget,
    NoFigure,
}

internal static class IndicatorProgressLook
{
    public static StateLook Of(IndicatorProgress progress) =>
        progress switch
        {
            IndicatorProgress.Reached => new("✓", "good", Texts.TargetReached),
            IndicatorProgress.OnTheWay => new("▲", "info", Texts.OnTheWay),
            IndicatorProgress.NotYet => new("!", "bad", Texts.NoProgressYet),
            IndicatorProgress.NoTarget => new("–", "", Texts.NoTarget),
            _ => new("·", "", Texts.NoFigureYet),
        };
}
