using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Composition;

internal static class OpeningSections
{
    public static DocumentSection About(CompositionContext report)
    {
        SnapshotHead head = report.Head;
        FrameworkEdition edition = head.Framework;
        List<IReadOnlyList<Cell>> rows =
        [
            [report.Say(Texts.Donor), report.Term(head.Donor.Name)],
            [report.Say(Texts.Agreement), $"{head.Agreement.OfficialNumber} · {report.Term(head.Agreement.Title)}"],
            [report.Say(Texts.Period), report.Pair(head.Period.Label, $"{report.Day(head.Period.Start)} – {report.Day(head.Period.End)}")],
            [
                report.Say(Texts.Framework),
                edition.ApprovedOn is { } day
                    ? report.Say(Texts.FrameworkEdition(edition: Writing.Plain(edition.Version), day: report.Day(day)))
                    : report.Say(Texts.FrameworkEditionOnly(edition: Writing.Plain(edition.Version))),
            ],
            [report.Say(Texts.PublishedBy), head.Publisher.NameIn(report.Language)],
            [report.Say(Texts.Funded), report.Number(head.Administrations.Count)],
            [report.Say(Texts.AsOf), new DateWords(report.Language, "UTC").Moment(head.AsOf)],
        ];
        if (head.Supersedes is { } supersession)
        {
            rows.Add([report.Say(Texts.Replaces), report.Pair(supersession.ReportId, PrintableText.Short(supersession.ChangeNote, 400))]);
        }

        return new DocumentSection(
            "about",
            1,
            report.Say(Texts.AboutReport),
            [
                new Table(
                    report.Say(Texts.AboutReport),
                    [new Column(report.Say(Texts.Item), 1), new Column(report.Say(Texts.Details), 3)],
                    rows
                ),
            ]
        );
    }

    public static DocumentSection Summary(CompositionContext report)
    {
        FigureSet figures = report.Figures;
        IEnumerable<string> counts =
            from progress in new[]
            {
                Progress.TargetMet,
                Progress.TowardsTarget,
                Progress.NoProgress,
                Progress.NoData,
                Progress.NotDue,
                Progress.Withheld,
                Progress.NoTarget,
                Progress.NotRated,
            }
            let count = figures.Indicators.Count(figure => figure.Progress == progress)
            where count > 0
            select report.Say(Terms.Counted(progress, count));
        List<Block> blocks =
        [
            new Paragraph(report.Say(Texts.SummaryCounts(count: figures.Indicators.Count, states: report.List(counts)))),
            new Paragraph(
                report.Say(
                    Texts.SummaryCoverage(
                        reporting: figures.Administrations.Count(one => one.Values > 0),
                        all: figures.Administrations.Count
                    )
                )
            ),
            new Paragraph(
                report.Head.Gaps.Count == 0
                    ? report.Say(Texts.NoGaps)
                    : report.Say(Texts.SummaryGaps(count: report.Head.Gaps.Count, section: report.Say(Texts.Coverage)))
            ),
            .. report.Written(NarrativePart.Summary, sayIfNone: false),
        ];
        blocks.AddRange(report.Drawn(ResultSections.AchievementChart(report)));
        return new DocumentSection("summary", 1, report.Say(Texts.Summary), blocks);
    }

    public static DocumentSection LogicModel(CompositionContext report) =>
        new(
            "logic-model",
            1,
            report.Say(Texts.LogicModel),
            [
                new Table(
                    report.Say(Texts.LogicModel),
                    [new Column(report.Say(Texts.Level), 1), new Column(report.Say(Texts.ExpectedResult), 4)],
                    [
                        .. report.Head.Agreement.Framework.Results.Select(result =>
                            (IReadOnlyList<Cell>)[report.Level(result.Level), $"{result.Code} {result.StatementIn(report.Language)}"]
                        ),
                    ]
                ),
            ]
        );
}
