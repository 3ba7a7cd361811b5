using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports;

namespace ACip.Functions.Pages.Lists;

/// <summary>Quarterly reports of all plans, those to come left out.</summary>
internal sealed class ReportList : IProgrammeList
{
    public string Name => "reports";

    public Text Title => Texts.QuarterlyReports;

    public IReadOnlyList<ListColumn> Columns { get; } =
    [
        new("report", Texts.Report),
        .. SharedColumns.Home,
        new("period", Texts.Period, Filters: true),
        new("due", Texts.Due),
        new("state", Texts.State, Filters: true),
        new("overdue", Texts.Overdue, Filters: true),
        new("on-time", Texts.InTime, Filters: true),
    ];

    public bool May(PageContext page) => PlanList.ReadsPlans(page);

    public async ValueTask<ProgrammeList> ReadAsync(ListFacts facts, CancellationToken cancellation)
    {
        ProgrammeFacts programme = await facts.ProgrammeAsync(cancellation);
        return new ProgrammeList(
            Columns,
            [
                .. from row in SharedColumns.InOrder(facts, programme)
                from plan in row.Plans
                from report in plan.Reports
                where report.State != ReportState.NotDue
                orderby report.End descending
                select Row(facts, row, plan, report),
            ]
        );
    }

    private static ListRow Row(ListFacts facts, AdministrationRow row, PlanRow plan, ReportCell report) =>
        new(
            $"{plan.Id}/{report.Period}",
            $"/plans/{plan.Id}/reports/{report.Period}",
            [
                new ListCell($"{facts.Page.Say(CountryNames.Of(row.Id, row.Name))}, {DayText.Period(report.Period)}"),
                .. SharedColumns.OfHome(facts, row),
                ListCell.Choice(report.Period.Value, DayText.Period(report.Period)),
                ListCell.Of(report.Due),
                ListCell.State(report.State, StateLook.Of(report.State, report.Overdue), facts.Page),
                SharedColumns.YesOrNo(facts, report.Overdue),
                SharedColumns.YesOrNo(facts, report.OnTime),
            ]
        );
}
