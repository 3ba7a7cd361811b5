using ACip.Workflows.ActionPlans;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>What a report asks for: indicators due by their frequency, benchmarks due by the end of the period, results measured in it,
/// activities that are due, and the narrative sections.</summary>
public static class ReportItems
{
    /// <summary>All items, whether answered or not.</summary>
    public static IReadOnlyList<FormItem> Of(ActionPlan plan, ReportingPeriod period) => Of(plan, period, []);

    /// <param name="accepted">What was accepted for the plan so far, of any period: the form tells of it, and does not ask again for a
    /// benchmark that was reached.</param>
    public static IReadOnlyList<FormItem> Of(ActionPlan plan, ReportingPeriod period, IReadOnlyList<Observation> accepted)
    {
        var history = new ObservationHistory(accepted);
        return
        [
            .. plan
                .Indicators.Where(indicator => Completeness.IsAsked(indicator, period))
                .Select(indicator => ToItem(indicator, period, history)),
            .. plan.Benchmarks.Where(b => b.Due <= period.End).Select(benchmark => ToItem(benchmark, period, history)),
            .. StatusItems.Of(plan, period, history),
            .. NarrativeSection.All.Select(section => new FormItem(
                section.Code,
                FormItemKind.Narrative,
                section.Heading.In(plan.Language)
            )),
        ];
    }

    public static IReadOnlyList<FormItem> Asked(ActionPlan plan, ReportRecord report) => Asked(plan, report, []);

    /// <summary>Items to be answered or that can be corrected, without those accepted when the rest was sent back. After a return they
    /// carry the earlier answers, and questioned ones come first.</summary>
    /// <param name="round">The round whose form is meant; null: the one under way.</param>
    public static IReadOnlyList<FormItem> Asked(
        ActionPlan plan,
        ReportRecord report,
        IReadOnlyList<Observation> accepted,
        int? round = null
    ) =>
        [
            .. WithAnswers([.. Of(plan, report.Period, accepted).Where(item => !report.AcceptedItems.Contains(item.Code))], report, round)
                .OrderBy(item => item.Context.SentBackBecause is null),
        ];

    /// <summary>Adds the answers from before the round and the reasons for the return, keeping the order.</summary>
    public static IReadOnlyList<FormItem> WithAnswers(IReadOnlyList<FormItem> items, ReportRecord report, int? round = null)
    {
        IReadOnlyDictionary<string, string>? reasons = report.State == ReportState.Returned ? report.Submissions[^1].SentBack?.Items : null;
        return (round ?? report.Round) is > 1 and var form
            ?
            [
                .. items.Select(item =>
                    item with
                    {
                        Context = item.Context with
                        {
                            Given = report.SentBackAnswer(item.Code, form),
                            SentBackBecause = reasons?.GetValueOrDefault(item.Code),
                        },
                    }
                ),
            ]
            : items;
    }

    /// <summary>What a comment can refer to: items of the plan, sections, and risks noted in the report. Code, with words.</summary>
    public static IReadOnlyList<(string Code, string Words)> Topics(ActionPlan plan, ReportRecord report, Language language) =>
        [
            .. PlanCodes
                .Of(plan)
                .Concat(NarrativeSection.All.Select(section => (section.Code, section.Heading.In(language))))
                .Concat(report.Notes.Risks.Select(risk => (risk.Code, risk.Statement)))
                .Concat(Of(plan, report.Period).Select(item => (item.Code, item.Label)))
                .DistinctBy(one => one.Item1, StringComparer.OrdinalIgnoreCase)
                .Select(one => (one.Item1, $"{one.Item1} {PlanCodes.Shortened(one.Item2)}")),
        ];

    public static bool Has(ActionPlan plan, ReportRecord report, string code) =>
        Topics(plan, report, plan.Language).Any(one => string.Equals(one.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>Narrative sections, results and activities never make a report incomplete: if absent, a question is asked. A benchmark
    /// already reached is not asked for again.</summary>
    public static bool IsFigure(FormItem item) =>
        item.Context.Reached is null
        && item.Kind is not (FormItemKind.ResultStatus or FormItemKind.ActivityStatus)
        && !NarrativeSection.All.Any(section => section.Code == item.Code);

    /// <summary>Days that an answer can name: from the plan's start to the end of the period.</summary>
    public static DayRange DaysOf(ActionPlan plan, ReportingPeriod period) =>
        new(plan.Start, period.End > plan.Start ? period.End : plan.End);

    /// <summary>The group's key in an observation: "sex:women".</summary>
    public static string GroupKey(Indicator indicator, string group) =>
        indicator.Dimensions.FirstOrDefault(d => d.Groups.Contains(group, StringComparer.OrdinalIgnoreCase)) is { } dimension
            ? $"{dimension.Code}:{group}"
            : group;

    /// <summary>The group of a key: "women" of "sex:women".</summary>
    public static string GroupOf(Indicator indicator, string key) =>
        indicator.Dimensions.FirstOrDefault(d => key.StartsWith($"{d.Code}:", StringComparison.Ordinal)) is { } dimension
            ? key[(dimension.Code.Length + 1)..]
            : key;

    private static FormItem ToItem(Indicator indicator, ReportingPeriod period, ObservationHistory history)
    {
        Target? target = indicator.Targets.FirstOrDefault(target => target.By >= period.End);
        return new(
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
            target?.Value,
            indicator.Sensitive
        )
        {
            Ratio = indicator.Measure is Measure.Percentage ? indicator.Ratio : null,
            Context = new FormContext(
                TargetBy: target?.By,
                Last: history.LastBefore(indicator.Code, period, indicator.Change?.From) is { } last && last.Period.Days is var (start, end)
                    ? new FormerValue(last.Value, last.Narrative, start, end, last.Counts?.Total)
                    : null
            )
            {
                Span = indicator.Measure is Measure.Unit or Measure.Percentage or Measure.Ordinal ? indicator.Span : null,
                BaselineCounts = indicator.Baseline.Counts,
                TargetCounts = target?.Counts,
            },
        };
    }

    private static FormItem ToItem(Benchmark benchmark, ReportingPeriod period, ObservationHistory history) =>
        new(benchmark.Code, FormItemKind.YesNo, benchmark.Statement)
        {
            Context = new FormContext(
                Due: benchmark.Due,
                Reached: history.ReachedBefore(benchmark.Code, period) is { } reached && reached.Period.Days is var (start, end)
                    ? new ReachedBefore(reached.Date, start, end)
                    : null
            ),
        };
}
