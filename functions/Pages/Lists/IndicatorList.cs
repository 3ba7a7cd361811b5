using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Lists;

/// <summary>Every indicator of the approved plans: where it began, where it is, where it should be.</summary>
internal sealed class IndicatorList : IProgrammeList
{
    public string Name => "indicators";

    public Text Title => Texts.IndicatorsAndTargets;

    public IReadOnlyList<ListColumn> Columns { get; } =
    [
        new("indicator", Texts.Indicator),
        .. SharedColumns.Home,
        new("factor", Texts.KeyFactor, Filters: true),
        new("baseline", Texts.Baseline, IsNumber: true),
        new("last", Texts.LastFigure, IsNumber: true),
        new("period", Texts.Period),
        new("target", Texts.Target, IsNumber: true),
        new("by", Texts.TargetBy),
        new("way", Texts.WayToTarget, IsNumber: true),
        new("progress", Texts.State, Filters: true),
    ];

    public bool May(PageContext page) => PlanList.ReadsPlans(page);

    public async ValueTask<ProgrammeList> ReadAsync(ListFacts facts, CancellationToken cancellation)
    {
        ProgrammeFacts programme = await facts.ProgrammeAsync(cancellation);
        var plans = programme.Plans.ToDictionary(plan => plan.File.Id);
        return new ProgrammeList(
            Columns,
            [
                .. from row in SharedColumns.InOrder(facts, programme)
                from plan in row.Plans
                from status in IndicatorStatus.Of(plans[plan.Id])
                select Row(facts, row, plan.Id, status),
            ]
        );
    }

    private static ListRow Row(ListFacts facts, AdministrationRow row, PlanId plan, IndicatorStatus status)
    {
        PageContext page = facts.Page;
        Indicator indicator = status.Indicator;
        return new ListRow(
            $"{plan}/{status.Indicator.Code}",
            $"/plans/{plan}",
            [
                new ListCell($"{indicator.Code}. {indicator.Statement}"),
                .. SharedColumns.OfHome(facts, row),
                ListCell.Several([
                    .. KeyFactors
                        .All.Where(factor => indicator.KeyFactors.Contains(factor.Number))
                        .Select(factor => new ListChoice(
                            factor.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                            $"{factor.Number}. {page.Say(factor.Name)}"
                        )),
                ]),
                Figure(indicator.Baseline.Value, indicator, page),
                Figure(status.Last, indicator, page),
                status.Period is { } period ? ListCell.Of(period.End) : ListCell.Nothing,
                Figure(status.Target?.Value, indicator, page),
                status.Target is { } target ? ListCell.Of(target.By) : ListCell.Nothing,
                indicator.Sensitive
                    ? ListCell.Nothing
                    : ListCell.Way(status.Way, status.Way is { } way ? FigureText.Number(way, page.Language, Measure.Percentage) : ""),
                ListCell.State(status.Progress, IndicatorProgressLook.Of(status.Progress), page),
            ]
        );
    }

    private static ListCell Figure(decimal? value, Indicator indicator, PageContext page) =>
        indicator.Sensitive
            ? new ListCell(page.Say(Texts.Withheld))
            : ListCell.Of(value, value is { } number ? FigureText.Number(number, page.Language, indicator.Measure) : "");
}
