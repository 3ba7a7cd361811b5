using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Lists;

/// <summary>Administrations side by side: what was due, what came in time, and how far they are.</summary>
internal sealed class AdministrationList : IProgrammeList
{
    public string Name => "administrations";

    public Text Title => Texts.AdministrationsSideBySide;

    public IReadOnlyList<ListColumn> Columns { get; } =
    [
        .. SharedColumns.Home,
        new("reports", Texts.ReportsDue, IsNumber: true),
        new("on-time", Texts.InTime, IsNumber: true),
        new("overdue", Texts.Overdue, IsNumber: true),
        new("indicators", Texts.Indicators, IsNumber: true),
        new("measured", Texts.Measured, IsNumber: true),
        new("way", Texts.WayToTarget, IsNumber: true),
    ];

    public bool May(PageContext page) => PageFrame.May(Right.ReadProgramme, page);

    public async ValueTask<ProgrammeList> ReadAsync(ListFacts facts, CancellationToken cancellation)
    {
        ProgrammeFacts programme = await facts.ProgrammeAsync(cancellation);
        return new ProgrammeList(Columns, [.. SharedColumns.InOrder(facts, programme).Select(row => Row(facts, programme, row))]);
    }

    private static ListRow Row(ListFacts facts, ProgrammeFacts programme, AdministrationRow row)
    {
        ReportCell[] reports = [.. row.Plans.SelectMany(plan => plan.Reports)];
        bool[] due = [.. reports.Select(report => report.OnTime).OfType<bool>()];
        IndicatorStatus[] indicators =
        [
            .. programme.Plans.Where(plan => plan.File.Administration == row.Id).SelectMany(IndicatorStatus.Of),
        ];
        decimal[] ways = [.. indicators.Select(one => one.Way).OfType<decimal>().Select(way => Math.Clamp(way, 0, 100))];
        decimal? mean = ways.Length == 0 ? null : Math.Round(ways.Average(), MidpointRounding.AwayFromZero);
        return new ListRow(
            row.Id.Value,
            $"/plans/{row.Plans[^1].Id}",
            [
                .. SharedColumns.OfHome(facts, row),
                ListCell.Of(due.Length),
                ListCell.Of(due.Count(inTime => inTime)),
                ListCell.Of(reports.Count(report => report.Overdue)),
                ListCell.Of(indicators.Length),
                ListCell.Of(ways.Length),
                ListCell.Way(mean, mean is { } way ? FigureText.Number(way, facts.Page.Language, Measure.Percentage) : ""),
            ]
        );
    }
}
