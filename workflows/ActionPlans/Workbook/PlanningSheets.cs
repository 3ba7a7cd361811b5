using System.Globalization;
using ACip.Workflows.Documents;
using ACip.Workflows.Languages;

namespace ACip.Workflows.ActionPlans.Workbook;

/// <summary>The sheets of the planning workbook, filled with a plan.</summary>
internal static class PlanningSheets
{
    /// <summary>Fixed, and enough for any ordinary plan, so that a workbook of yesterday's draft has the shape of today's.</summary>
    private const int Rows = 60;

    private const int TargetRows = 300;
    private const int Spare = 20;

    public static WorkbookDesign Design(ActionPlan plan, WorkbookTicket ticket)
    {
        Language language = plan.Language;
        return new WorkbookDesign(
            $"{plan.Administration} · {plan.Id}",
            plan.Notice,
            language,
            ticket,
            [
                Sheet(0, PlanningColumns.Plan, Header(plan), 3),
                Sheet(
                    1,
                    PlanningColumns.Results,
                    plan.Results.Select(result => Row(result, language)),
                    Rows,
                    Row((PlanResult?)null, language)
                ),
                Sheet(2, PlanningColumns.Indicators, plan.Indicators.Select(indicator => Row(indicator, language)), Rows, Blank(language)),
                Sheet(
                    3,
                    PlanningColumns.Targets,
                    plan.Indicators.SelectMany(indicator => indicator.Targets.Select(target => Row(indicator.Code, target))),
                    TargetRows,
                    Row(null, null)
                ),
                Sheet(4, PlanningColumns.Benchmarks, plan.Benchmarks.Select(Row), Rows, Row((Benchmark?)null)),
                Sheet(5, PlanningColumns.Activities, plan.Activities.Select(Row), Rows, Row((PlannedActivity?)null)),
                Sheet(6, PlanningColumns.Risks, plan.Risks.Select(Row), Rows, Row((Risk?)null)),
            ]
        );

        SheetDesign Sheet(
            int tab,
            (Text Heading, double Width)[] columns,
            IEnumerable<IReadOnlyList<CellDesign>> rows,
            int count,
            IReadOnlyList<CellDesign>? blank = null
        )
        {
            List<IReadOnlyList<CellDesign>> all = [.. rows];
            all.AddRange(Enumerable.Repeat(blank ?? [], Math.Max(tab == 0 ? 0 : Spare, count - all.Count)));
            return new SheetDesign(
                PlanningColumns.Tabs[tab].In(language),
                PlanningColumns.Hint.In(language),
                [.. columns.Select(column => new ColumnDesign(column.Heading.In(language), column.Width))],
                all
            );
        }
    }

    private static IReadOnlyList<CellDesign>[] Header(ActionPlan plan) =>
        [
            [CellDesign.Label(PlanningColumns.Title.In(plan.Language)), Text(plan.Title)],
            [CellDesign.Label(PlanningColumns.Start.In(plan.Language)), Date(plan.Start)],
            [CellDesign.Label(PlanningColumns.End.In(plan.Language)), Date(plan.End)],
        ];

    private static IReadOnlyList<CellDesign> Row(PlanResult? result, Language language) =>
        [Text(result?.Code), Choose(Choices.Levels, result?.Level, language), Text(result?.Parent), Text(result?.Statement)];

    private static IReadOnlyList<CellDesign> Row(Indicator indicator, Language language) =>
        [
            Text(indicator.Code),
            Number(indicator.Revision),
            Text(indicator.Result),
            Text(indicator.Statement),
            Choose(Choices.Measures, indicator.Measure, language),
            Text(indicator.Unit),
            Choose(Choices.Directions, indicator.Ascending, language),
            Choose(Choices.Aggregations, indicator.Aggregation, language),
            Text(indicator.DataSource),
            Text(indicator.Method),
            Choose(Choices.FrequencyList, PlaceOf(indicator.Frequency), language),
            Text(indicator.Responsible),
            Text(string.Join("; ", indicator.Dimensions.Select(dimension => $"{dimension.Code}: {string.Join(", ", dimension.Groups)}"))),
            Text(Join(indicator.KeyFactors)),
            Text(Choices.Principles.Label(indicator.Markers.Principles, language)),
            Text(string.Join("; ", indicator.Markers.UncacArticles)),
            Text(Choices.Synergies.Label(indicator.Markers.Synergies, language)),
            Text(Choices.Themes.Label(indicator.Markers.CrossCutting, language)),
            Text(indicator.Markers.ParallelReforms),
            Choose(Choices.YesNo, indicator.Sensitive, language),
            Number(indicator.Baseline.Value),
            Text(indicator.Baseline.Narrative),
            Date(indicator.Baseline.On),
            Text(indicator.Baseline.Source),
            Text(indicator.Baseline.MissingReason),
            Text(indicator.DonorLink?.Agreement.Value),
            Text(indicator.DonorLink?.Indicator),
            Number(indicator.DonorLink?.Factor),
            Choose(Choices.Disclosures, indicator.Disclosure, language),
            Text(indicator.Change?.Reason),
            Date(indicator.Change?.From),
            Number(indicator.Change?.Factor),
            Choose(Choices.Spans, indicator.Covers, language),
            Text(indicator.Ratio?.Numerator),
            Text(indicator.Ratio?.Denominator),
            Number(indicator.Baseline.Counts?.Numerator),
            Number(indicator.Baseline.Counts?.Denominator),
        ];

    private static IReadOnlyList<CellDesign> Blank(Language language) =>
        [
            Text(null),
            Number(null),
            Text(null),
            Text(null),
            Choose(Choices.Measures, null, language),
            Text(null),
            Choose(Choices.Directions, null, language),
            Choose(Choices.Aggregations, null, language),
            Text(null),
            Text(null),
            Choose(Choices.FrequencyList, null, language),
            Text(null),
            Text(null),
            Text(null),
            Text(null),
            Text(null),
            Text(null),
            Text(null),
            Text(null),
            Choose(Choices.YesNo, null, language),
            Number(null),
            Text(null),
            Date(null),
            Text(null),
            Text(null),
            Text(null),
            Text(null),
            Number(null),
            Choose(Choices.Disclosures, null, language),
            Text(null),
            Date(null),
            Number(null),
            Choose(Choices.Spans, null, language),
            Text(null),
            Text(null),
            Number(null),
            Number(null),
        ];

    private static IReadOnlyList<CellDesign> Row(string? code, Target? target) =>
        [
            Text(code),
            Date(target?.By),
            Number(target?.Value),
            Text(target?.Narrative),
            Number(target?.Counts?.Numerator),
            Number(target?.Counts?.Denominator),
        ];

    private static IReadOnlyList<CellDesign> Row(Benchmark? benchmark) =>
        [
            Text(benchmark?.Code),
            Text(benchmark?.Result),
            Text(benchmark?.Statement),
            Date(benchmark?.Due),
            Text(benchmark?.MeansOfVerification),
            Text(benchmark is null ? null : Join(benchmark.KeyFactors)),
        ];

    private static IReadOnlyList<CellDesign> Row(PlannedActivity? activity) =>
        [
            Text(activity?.Code),
            Text(activity?.Result),
            Text(activity?.Title),
            Date(activity?.From),
            Date(activity?.Until),
            Text(activity?.BudgetNote),
            Text(activity?.Deliverable),
        ];

    private static IReadOnlyList<CellDesign> Row(Risk? risk) =>
        [
            Text(risk?.Code),
            Text(risk?.Statement),
            Number(risk?.Likelihood),
            Number(risk?.Impact),
            Text(risk?.Mitigation),
            Text(risk?.Owner),
        ];

    private static CellDesign Text(string? value) => new(CellKind.Text, value);

    private static CellDesign Number(decimal? value) => new(CellKind.Number, value);

    private static CellDesign Date(DateOnly? value) => new(CellKind.Date, value);

    private static CellDesign Choose<T>(IReadOnlyList<Choice<T>> choices, T? value, Language language)
        where T : struct => new(CellKind.Choice, value is { } chosen ? choices.Label(chosen, language) : null, choices.Labels(language));

    private static int? PlaceOf(Frequency frequency) => frequency.IsKnown ? Frequency.All.TakeWhile(one => one != frequency).Count() : null;

    private static string Join(IEnumerable<int> numbers) =>
        string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
