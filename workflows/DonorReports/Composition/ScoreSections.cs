using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.Programme.ReportTemplates;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>What a donor wants to see at a glance: each indicator, and each administration's milestones, by the scores of its
/// template.</summary>
internal static class ScoreSections
{
    public static DocumentSection Scores(CompositionContext report) =>
        new(
            "scores",
            1,
            report.Say(Texts.Scores),
            [
                new Paragraph(Explained(report)),
                new Table(
                    report.Say(Texts.Scores),
                    [
                        new Column(report.Say(Texts.Indicator), 12),
                        new Column(report.Say(Texts.Target), 5, Number: true),
                        new Column(report.Say(Texts.Actual), 5, Number: true),
                        new Column(report.Say(Texts.AchievementHeading), 5, Number: true),
                        new Column(report.Say(Texts.Score), 5),
                    ],
                    [
                        .. report.Figures.Indicators.Select(figure =>
                            (IReadOnlyList<Cell>)
                                [
                                    report.Named(figure.Indicator),
                                    report.Amount(figure.Target?.Value, $"{figure.Indicator.Code}/target", figure.Target?.Counts),
                                    ResultCells.Actual(report, figure),
                                    ResultCells.Achieved(report, figure),
                                    Of(report.Template, figure) is { } step
                                        ? report.Say(step.Called)
                                        : report.Say(Terms.Of(figure.Progress)),
                                ]
                        ),
                    ]
                ),
            ]
        );

    /// <summary>Of every administration: how many benchmarks of its plans were due by the end of the period, and how many are
    /// reached.</summary>
    public static DocumentSection Milestones(CompositionContext report)
    {
        AdministrationStatus[] due = [.. report.Figures.Administrations.Where(one => one.BenchmarksDue > 0)];
        if (due.Length == 0)
        {
            return new DocumentSection("milestones", 1, report.Say(Texts.Milestones), [new Paragraph(report.Say(Texts.NoMilestones))]);
        }

        int reached = due.Sum(one => one.BenchmarksReached),
            all = due.Sum(one => one.BenchmarksDue);
        List<Block> blocks =
        [
            new Paragraph(report.Say(Texts.MilestonesReached(reached: report.Number(reached), due: report.Number(all)))),
            new Table(
                report.Say(Texts.Milestones),
                [
                    new Column(report.Say(Texts.Administration), 8),
                    new Column(report.Say(Texts.MilestonesDue), 4, Number: true),
                    new Column(report.Say(Texts.MilestonesReachedHeading), 4, Number: true),
                    .. report.Template.Scores is null ? [] : new[] { new Column(report.Say(Texts.Score), 4) },
                ],
                [.. due.Take(MostLines).Select(one => Row(report, one))]
            ),
        ];
        if (due.Length > MostLines)
        {
            blocks.Add(report.More(due.Length - MostLines, Texts.Observations));
        }

        return new DocumentSection("milestones", 1, report.Say(Texts.Milestones), blocks);
    }

    /// <returns>Null where the template scores nothing, and for what cannot be rated.</returns>
    public static ScoreStep? Of(ReportTemplate template, IndicatorFigure figure) =>
        figure.Progress switch
        {
            Progress.TargetMet => template.Scores?[0],
            Progress.TowardsTarget or Progress.NoProgress when figure.Achievement is { } percent => Of(template, percent),
            _ => null,
        };

    private const int MostLines = 60;

    private static ScoreStep? Of(ReportTemplate template, decimal percent) =>
        template.Scores?.FirstOrDefault(step => step.From is not { } from || percent >= from);

    private static IReadOnlyList<Cell> Row(CompositionContext report, AdministrationStatus one) =>
        [
            report.Name(one.Administration),
            report.Count(one.BenchmarksDue),
            report.Count(one.BenchmarksReached),
            .. Of(report.Template, 100m * one.BenchmarksReached / one.BenchmarksDue) is { } step
                ? new Cell[] { report.Say(step.Called) }
                : [],
        ];

    /// <summary>From which share on each score holds.</summary>
    private static string Explained(CompositionContext report) =>
        report.Say(
            Texts.ScoresExplained(
                steps: report.Parts(
                    (report.Template.Scores ?? []).Select(step =>
                        report.Pair(
                            report.Say(step.Called),
                            step.From is { } from
                                ? report.Say(Texts.FromPercent(percent: Writing.Percent(from, report.Language)))
                                : report.Say(Texts.BelowThat)
                        )
                    )
                )
            )
        );
}
