using ACip.Workflows.ActionPlans;
using ACip.Workflows.Replies;

namespace ACip.Workflows.Reporting;

/// <summary>What a report asks for: every indicator of the plan, and every benchmark that falls due by the end of the period.</summary>
public static class ReportItems
{
    public static IReadOnlyList<FormItem> Of(ActionPlan plan, ReportingPeriod period) =>
        [.. plan.Indicators.Select(indicator => ToItem(indicator, period)), .. plan.Benchmarks.Where(b => b.Due <= period.End).Select(ToItem)];

    /// <summary>The group's key in an observation: "sex:women".</summary>
    public static string GroupKey(Indicator indicator, string group) =>
        indicator.Dimensions.FirstOrDefault(d => d.Groups.Contains(group, StringComparer.OrdinalIgnoreCase)) is { } dimension ? $"{dimension.Code}:{group}" : group;

    private static FormItem ToItem(Indicator indicator, ReportingPeriod period) => new(
        indicator.Code,
        indicator.Measure switch
        {
            Measure.Percentage => FormItemKind.Percentage,
            Measure.Unit or Measure.Ordinal => FormItemKind.Number,
            _ => FormItemKind.Narrative,
        },
        indicator.Statement,
        indicator.Measure is Measure.Percentage ? null : indicator.Unit,
        [.. indicator.Dimensions.SelectMany(dimension => dimension.Groups)],
        indicator.Baseline.Value,
        indicator.Targets.FirstOrDefault(target => target.By >= period.End)?.Value,
        indicator.Sensitive);

    private static FormItem ToItem(Benchmark benchmark) => new(benchmark.Code, FormItemKind.YesNo, benchmark.Statement);
}
