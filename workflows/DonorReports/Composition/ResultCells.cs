using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>What a figure says in a cell: its value with its notes, its target, how far it has come.</summary>
internal static class ResultCells
{
    private const int MostBefore = 5;

    /// <summary>A figure in a table: its number, or in words why there is none.</summary>
    public static Cell Of(CompositionContext report, Figure figure, string id) =>
        figure.State switch
        {
            FigureState.Shown => new Cell(
                report.Share(figure.Value!.Value, figure.Counts),
                figure.Value,
                id,
                Notes: figure.UnweightedOf is null ? null : [report.Note(Texts.UnweightedNote)]
            ),
            FigureState.Suppressed => new Cell(report.Say(Texts.Suppressed), Figure: id, Notes: [report.Note(Texts.SuppressedNote)]),
            FigureState.NotAggregated => new Cell(
                report.Say(Texts.NotAggregated),
                Figure: id,
                Notes: [report.Note(Texts.NotAggregatedNote)]
            ),
            FigureState.Narrative => new Cell(report.Say(Texts.InWords), Figure: id),
            _ when figure.NotDueUntil is { } day => new Cell(report.Say(Texts.NotDueUntil(day: report.Day(day))), Figure: id),
            _ => new Cell(report.Say(Texts.NoData), Figure: id, Notes: [report.Note(Texts.NoDataNote)]),
        };

    /// <summary>How many of those that could report did.</summary>
    public static string OutOf(CompositionContext report, Figure figure) =>
        figure.Linked == 0
            ? report.Say(Texts.NotSayable)
            : report.Say(Texts.NofM(part: report.Number(figure.Reported), whole: report.Number(figure.Linked)));

    public static Cell Actual(CompositionContext report, IndicatorFigure figure)
    {
        List<int> notes = [];
        if (figure.Indicator.Aggregation == Aggregation.Latest && figure.Total.State == FigureState.Shown)
        {
            notes.Add(report.Note(Texts.LatestNote));
        }

        foreach (LeftOutValue one in figure.LeftOut.Take(5))
        {
            string who = report.Name(one.Administration);
            string wanted = report.Term(one.DonorUnit);
            string since = one.Since is { } day ? report.Day(day) : "";
            Text why = one.Reason switch
            {
                LeftOutReason.OtherCurrency => Texts.LeftOutCurrencyNote(who, one.PlanIndicator, one.PlanUnit, wanted),
                LeftOutReason.SeriesBreak => Texts.LeftOutBreakNote(who, one.PlanIndicator, since, one.PlanUnit, wanted),
                _ => Texts.LeftOutUnitNote(who, one.PlanIndicator, one.PlanUnit, wanted),
            };
            notes.Add(report.Note(why));
        }

        Cell cell = Of(report, figure.Total, $"{figure.Indicator.Code}/total");
        return cell with { Notes = [.. cell.Notes ?? [], .. notes.Distinct()] };
    }

    public static Cell Achieved(CompositionContext report, IndicatorFigure figure) =>
        figure.Achievement is { } percent
            ? new Cell(
                percent < 0 ? report.Say(Texts.AwayFromTarget(percent: report.Percent(percent))) : report.Percent(percent),
                percent,
                $"{figure.Indicator.Code}/achievement"
            )
            : new Cell(figure.Progress == Progress.TargetMet ? report.Say(Terms.Of(Progress.TargetMet)) : report.Say(Texts.NotSayable));

    public static Column ActualColumn(CompositionContext report, int weight)
    {
        string straddling = report.Parts(
            report
                .Figures.Administrations.Where(one => one.Straddling.Count > 0)
                .Take(40)
                .Select(one =>
                    $"{report.Name(one.Administration)} ({report.List(one.Straddling.Select(period => report.Period(period.Key)))})"
                )
        );
        return new Column(
            report.Say(Texts.Actual),
            weight,
            Number: true,
            straddling.Length > 0 ? [report.Note(report.Say(Texts.StraddleNote(periods: straddling)))] : null
        );
    }

    /// <summary>With what the figures count: a reader must not add up totals.</summary>
    public static string Unit(CompositionContext report, IndicatorFigure figure)
    {
        string unit = report.Term(figure.Indicator.Unit);
        Text? span = figure.SpansDiffer ? Texts.SpansDiffer : figure.Span?.Words;
        return span is null ? unit : report.Parts([unit, report.Say(span)]);
    }

    public static Cell TargetCell(CompositionContext report, IndicatorFigure figure) =>
        figure.Target is { } target
            ? new Cell(
                report.Say(Texts.TargetOn(target: report.Share(target.Value, target.Counts), day: report.Day(target.By))),
                target.Value,
                $"{figure.Indicator.Code}/target"
            )
            : new Cell(report.Say(Texts.NotSayable));

    /// <summary>With what was accepted before the programme as a note: whose it is, and where it comes from.</summary>
    public static Cell TrendText(CompositionContext report, IndicatorFigure figure)
    {
        int[] notes =
        [
            .. figure
                .Before.GroupBy(one => (one.Administration, one.Year.Item, one.Year.Source))
                .Take(MostBefore)
                .Select(same =>
                    report.Note(
                        Texts.BeforeTheProgrammeNote(
                            who: report.Name(same.Key.Administration),
                            code: same.Key.Item,
                            unit: report.Term(same.First().Unit),
                            figures: report.Parts(
                                same.TakeLast(MostBefore)
                                    .Select(one =>
                                        report.Pair(
                                            $"{report.Day(one.Year.Start)} – {report.Day(one.Year.End)}",
                                            report.Number(one.Year.Value)
                                        )
                                    )
                            ),
                            source: PrintableText.Short(same.Key.Source, 300)
                        )
                    )
                ),
        ];
        return new Cell(TrendPoints(report, figure), Notes: notes.Length > 0 ? notes : null);
    }

    public static string TrendPoints(CompositionContext report, IndicatorFigure figure) =>
        figure.Trend.Count < 2 ? report.Say(Texts.FirstValue)
        : figure.Total.State is FigureState.Narrative or FigureState.NotAggregated ? report.Say(Texts.NotSayable)
        : string.Concat(
            figure
                .Trend.TakeLast(4)
                .Select(
                    (point, place) =>
                        (
                            place == 0 ? ""
                            : point.Break ? " ¦ "
                            : " → "
                        )
                        + (
                            point.Value is { } value
                                ? report.Number(value)
                                : report.Say(point.Suppressed ? Texts.Suppressed : Texts.NotSayable)
                        )
                )
        );
}
