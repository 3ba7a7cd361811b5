using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Programme.ReportTemplates;

namespace ACip.Workflows.DonorReports.Composition;

internal static class ResultSections
{
    /// <summary>One table for each result of the framework.</summary>
    public static IEnumerable<DocumentSection> Compared(CompositionContext report)
    {
        yield return new DocumentSection(
            "results",
            1,
            report.Say(Texts.ResultsComparedWithFramework),
            [.. report.Written(NarrativePart.Results, sayIfNone: false), LevelTable(report)]
        );
        foreach (IGrouping<FrameworkResult, IndicatorFigure> result in report.Figures.Indicators.GroupBy(figure => figure.Result))
        {
            yield return new DocumentSection(
                $"result-{result.Key.Code}",
                2,
                $"{report.Level(result.Key.Level)} {result.Key.Code}",
                [
                    new Paragraph(result.Key.StatementIn(report.Language)),
                    new Table(
                        $"{report.Level(result.Key.Level)} {result.Key.Code}",
                        Columns(report),
                        [.. result.Select(figure => Row(report, figure))]
                    ),
                    .. result.SelectMany(figure => Answers(report, figure)),
                ]
            );
        }
    }

    /// <summary>All results in one table, each in the donor's words where it begins.</summary>
    public static DocumentSection Together(CompositionContext report) =>
        new(
            "results",
            1,
            report.Say(Texts.ResultsComparedWithFramework),
            [
                .. report.Written(NarrativePart.Results, sayIfNone: false),
                LevelTable(report),
                new Table(
                    report.Say(Texts.ResultsComparedWithFramework),
                    [new Column(report.Say(Texts.ExpectedResult), 14), .. Columns(report)],
                    [
                        .. report
                            .Figures.Indicators.GroupBy(figure => figure.Result)
                            .SelectMany(result =>
                                result.Select(
                                    (figure, place) =>
                                        (IReadOnlyList<Cell>)
                                            [
                                                place > 0
                                                    ? figure.Result.Code
                                                    : $"{figure.Result.Code} {figure.Result.StatementIn(report.Language)}",
                                                .. Row(report, figure),
                                            ]
                                )
                            ),
                    ]
                ),
                .. report.Figures.Indicators.SelectMany(figure => Answers(report, figure)),
                .. report.Template.Sections.Concat(report.Template.Annexes).Contains(ReportSection.Groups)
                    ? []
                    : new[] { new Paragraph(report.Say(Texts.GroupsInAnnex(sheet: report.Say(Texts.FiguresByGroup)))) },
            ]
        );

    private static IReadOnlyList<Cell> Row(CompositionContext report, IndicatorFigure figure) =>
        [
            report.Named(figure.Indicator),
            ResultCells.Unit(report, figure),
            report.Amount(figure.Indicator.Baseline, $"{figure.Indicator.Code}/baseline", figure.Indicator.BaselineCounts),
            ResultCells.TargetCell(report, figure),
            ResultCells.Actual(report, figure),
            ResultCells.Achieved(report, figure),
            ResultCells.TrendText(report, figure),
            ResultCells.OutOf(report, figure.Total),
        ];

    /// <summary>What is answered in words, and how many more answers there are.</summary>
    private static IEnumerable<Block> Answers(CompositionContext report, IndicatorFigure figure) =>
        report.Fitting(
            new TextList<QualitativeAnswer>(figure.Answers, figure.MoreAnswers),
            answer => answer.Administration,
            answer => report.Quoted(answer.Text, report.LanguageOf(answer.Administration) ?? report.Language, answer.Administration),
            most: 3,
            sheet: Texts.Observations
        );

    /// <summary>Global Affairs Canada's performance measurement framework: expected results word for word.</summary>
    public static DocumentSection Pmf(CompositionContext report) =>
        new(
            "pmf",
            1,
            report.Say(Texts.Pmf),
            [
                new Table(
                    report.Say(Texts.Pmf),
                    [
                        new Column(report.Say(Texts.ExpectedResult), 9),
                        new Column(report.Say(Texts.Indicator), 9),
                        new Column(report.Say(Texts.Baseline), 5, Number: true),
                        new Column(report.Say(Texts.Target), 6, Number: true),
                        ResultCells.ActualColumn(report, 5),
                        new Column(report.Say(Texts.DataSource), 7),
                        new Column(report.Say(Texts.Frequency), 6),
                        new Column(report.Say(Texts.Responsible), 8),
                    ],
                    [
                        .. report
                            .Figures.Indicators.GroupBy(figure => figure.Result)
                            .SelectMany(result =>
                                result.Select(
                                    (figure, place) =>
                                        (IReadOnlyList<Cell>)
                                            [
                                                place > 0
                                                    ? figure.Result.Code
                                                    : $"{figure.Result.Code} {figure.Result.StatementIn(report.Language)}",
                                                $"{report.Named(figure.Indicator)} ({ResultCells.Unit(report, figure)})",
                                                report.Amount(
                                                    figure.Indicator.Baseline,
                                                    $"{figure.Indicator.Code}/baseline",
                                                    figure.Indicator.BaselineCounts
                                                ),
                                                ResultCells.TargetCell(report, figure),
                                                ResultCells.Actual(report, figure),
                                                report.Term(figure.Indicator.DataSource),
                                                report.Frequency(figure.Indicator.Frequency),
                                                report.Term(figure.Indicator.Responsible),
                                            ]
                                )
                            ),
                    ]
                ),
            ]
        );

    /// <summary>How far each indicator has come; null where nothing can be drawn.</summary>
    public static BarChart? AchievementChart(CompositionContext report)
    {
        IndicatorFigure[] sayable = [.. report.Figures.Indicators.Where(figure => figure.Achievement is not null).Take(40)];
        if (sayable.Length == 0)
        {
            return null;
        }

        ChartPoint[] bars =
        [
            .. sayable.Select(figure => new ChartPoint(figure.Indicator.Code, figure.Achievement, report.Percent(figure.Achievement))),
        ];
        return new BarChart(
            report.Say(Texts.ShareWayFromBaselineTargetPeriod),
            report.Parts(bars.Select(bar => report.Pair(bar.Label, bar.Text))) + ".",
            "%",
            bars,
            Reference: 100
        );
    }

    public static DocumentSection KeyFactors(CompositionContext report) =>
        new(
            "key-factors",
            1,
            report.Say(Texts.KeyFactors),
            [
                new Paragraph(report.Say(Texts.CountsNotSums)),
                TallyTable(
                    report,
                    report.Say(Texts.KeyFactors),
                    Texts.KeyFactor,
                    report.Figures.ByKeyFactor,
                    tally =>
                        $"{tally.Kind} {report.Head.KeyFactors.First(factor => Writing.Plain(factor.Number) == tally.Kind).Name.In(report.Language)}"
                ),
            ]
        );

    public static IEnumerable<DocumentSection> Principles(CompositionContext report)
    {
        yield return new DocumentSection(
            "principles",
            1,
            report.Say(Texts.Principles),
            [
                TallyTable(
                    report,
                    report.Say(Texts.Principles),
                    Texts.Principle,
                    report.Figures.ByPrinciple,
                    tally => report.Say(Terms.Of(Enum.Parse<Principle>(tally.Kind)))
                ),
            ]
        );
        foreach (
            (Principle principle, NarrativePart section) in new[]
            {
                (Principle.CollectiveAction, NarrativePart.CollectiveAction),
                (Principle.PerformanceMeasurement, NarrativePart.PerformanceMeasurement),
                (Principle.DataAnalysis, NarrativePart.DataAnalysis),
            }
        )
        {
            yield return new DocumentSection(
                $"principle-{(int)principle + 1}",
                2,
                report.Say(Terms.Of(principle)),
                [.. report.Written(section)]
            );
        }
    }

    private static Column[] Columns(CompositionContext report) =>
        [
            new(report.Say(Texts.Indicator), 15),
            new(report.Say(Texts.Unit), 7),
            new(report.Say(Texts.Baseline), 5, Number: true),
            new(report.Say(Texts.Target), 8, Number: true),
            ResultCells.ActualColumn(report, 5),
            new(report.Say(Texts.AchievementHeading), 5, Number: true, [report.Note(Texts.AchievedNote)]),
            new(
                report.Say(Texts.Trend),
                6,
                Notes: report.Figures.Indicators.Any(figure => figure.Trend.Any(point => point.Break))
                    ? [report.Note(Texts.BreakNote)]
                    : null
            ),
            new(report.Say(Texts.ReportedBy), 7),
        ];

    private static Table LevelTable(CompositionContext report) =>
        TallyTable(
            report,
            report.Say(Texts.ResultsByLevel),
            Texts.Level,
            report.Figures.ByLevel,
            tally => report.Level(Enum.Parse<ResultLevel>(tally.Kind))
        );

    private static Table TallyTable(
        CompositionContext report,
        string caption,
        Text heading,
        IReadOnlyList<Tally> tallies,
        Func<Tally, string> name
    )
    {
        Column Counted(Text what, int weight = 4) => new(report.Say(what), weight, Number: true);
        return new Table(
            caption,
            [
                new Column(report.Say(heading), 20),
                Counted(Texts.Indicators, 6),
                Counted(Terms.Of(Progress.TargetMet), 5),
                Counted(Terms.Of(Progress.TowardsTarget), 5),
                Counted(Terms.Of(Progress.NoProgress), 5),
                Counted(Terms.Of(Progress.NoTarget)),
                Counted(Terms.Of(Progress.NotRated)),
                Counted(Terms.Of(Progress.NoData), 5),
                Counted(Terms.Of(Progress.NotDue)),
                Counted(Terms.Of(Progress.Withheld)),
                Counted(Texts.Administrations, 8),
            ],
            [
                .. tallies.Select(tally =>
                    (IReadOnlyList<Cell>)
                        [
                            name(tally),
                            report.Count(tally.Indicators),
                            report.Count(tally.TargetMet),
                            report.Count(tally.TowardsTarget),
                            report.Count(tally.NoProgress),
                            report.Count(tally.NoTarget),
                            report.Count(tally.NotRated),
                            report.Count(tally.NoData),
                            report.Count(tally.NotDue),
                            report.Count(tally.Withheld),
                            report.Count(tally.Administrations),
                        ]
                ),
            ]
        );
    }
}
