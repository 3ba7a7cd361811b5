using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using ACip.Workflows.Replies;

namespace ACip.Workflows.Reporting;

/// <summary>What a report asks for: every indicator whose frequency it meets, every benchmark due by the end of the period, and the narrative sections.</summary>
public static class ReportItems
{
    /// <summary>All of it, whether answered or not.</summary>
    public static IReadOnlyList<FormItem> Of(ActionPlan plan, ReportingPeriod period) =>
    [
        .. plan.Indicators.Where(indicator => Completeness.IsAsked(indicator, period)).Select(indicator => ToItem(indicator, period)),
        .. plan.Benchmarks.Where(b => b.Due <= period.End).Select(ToItem),
        .. NarrativeSection.All.Select(section => new FormItem(section.Code, FormItemKind.Narrative, section.Heading.In(plan.Language))),
    ];

    /// <summary>What is still to be answered or may be corrected: without what was accepted when the rest was sent back.</summary>
    public static IReadOnlyList<FormItem> Asked(ActionPlan plan, ReportFile report) =>
        [.. Of(plan, report.Period).Where(item => !report.AcceptedItems.Contains(item.Code))];

    /// <summary>Narrative sections never keep a report from being complete: their absence is a question.</summary>
    public static bool IsFigure(FormItem item) => !NarrativeSection.All.Any(section => section.Code == item.Code);

    /// <summary>Days that an answer may name: none before the plan began, none after the period.</summary>
    public static DayRange DaysOf(ActionPlan plan, ReportingPeriod period) => new(plan.Start, period.End > plan.Start ? period.End : plan.End);

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
