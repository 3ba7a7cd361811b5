using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;

namespace ACip.Workflows.DonorReports.Composition;

internal static class OpeningSections
{
    public static DocumentSection About(Composing report)
    {
        SnapshotHead head = report.Head;
        FrameworkEdition edition = head.Framework;
        List<IReadOnlyList<Cell>> rows =
        [
            [report.Say(Words.Donor), report.Term(head.Donor.Name)],
            [report.Say(Words.Agreement), $"{head.Agreement.OfficialNumber} · {report.Term(head.Agreement.Title)}"],
            [report.Say(Words.Period), $"{head.Period.Label}: {report.Day(head.Period.Start)} – {report.Day(head.Period.End)}"],
            [
                report.Say(Words.Framework),
                edition.ApprovedOn is { } day
                    ? report.Say(Words.FrameworkEdition, Writing.Plain(edition.Version), report.Day(day))
                    : report.Say(Words.FrameworkEditionOnly, Writing.Plain(edition.Version)),
            ],
            [report.Say(Words.PublishedBy), head.Publisher.Name],
            [report.Say(Words.Funded), report.Number(head.Administrations.Count)],
            [report.Say(Words.AsOf), Writing.Instant(head.AsOf)],
        ];
        if (head.Supersedes is { } supersession)
        {
            rows.Add([report.Say(Words.Replaces), $"{supersession.ReportId}: {PlainText.Short(supersession.ChangeNote, 400)}"]);
        }

        return new DocumentSection(
            "about",
            1,
            report.Say(Words.AboutReport),
            [
                new Table(
                    report.Say(Words.AboutReport),
                    [new Column(report.Say(Words.Item), 1), new Column(report.Say(Words.Details), 3)],
                    rows
                ),
            ]
        );
    }

    public static DocumentSection Summary(Composing report)
    {
        FigureSet figures = report.Figures;
        IEnumerable<string> counts =
            from progress in new[]
            {
                Progress.TargetMet,
                Progress.TowardsTarget,
                Progress.NoProgress,
                Progress.NoData,
                Progress.Withheld,
                Progress.NoTarget,
                Progress.NotRated,
            }
            let count = figures.Indicators.Count(figure => figure.Progress == progress)
            where count > 0
            select report.Say(Terms.Counted(progress), report.Number(count));
        List<Block> blocks =
        [
            new Paragraph(report.Say(Phrases.SummaryCounts, report.Number(figures.Indicators.Count), string.Join(", ", counts))),
            new Paragraph(
                report.Say(
                    Phrases.SummaryCoverage,
                    report.Number(figures.Administrations.Count(one => one.Values > 0)),
                    report.Number(figures.Administrations.Count)
                )
            ),
            new Paragraph(
                report.Head.Gaps.Count == 0
                    ? report.Say(Phrases.NoGaps)
                    : report.Say(Phrases.SummaryGaps, report.Number(report.Head.Gaps.Count), report.Say(Words.Coverage))
            ),
            .. report.Texts(NarrativeSection.Summary, sayIfNone: false),
        ];
        if (ResultSections.AchievementChart(report) is { } chart)
        {
            blocks.Add(chart);
        }

        return new DocumentSection("summary", 1, report.Say(Words.Summary), blocks);
    }

    public static DocumentSection LogicModel(Composing report) =>
        new(
            "logic-model",
            1,
            report.Say(Words.LogicModel),
            [
                new Table(
                    report.Say(Words.LogicModel),
                    [new Column(report.Say(Words.Level), 1), new Column(report.Say(Words.Result), 4)],
                    [
                        .. report.Head.Agreement.Framework.Results.Select(result =>
                            (IReadOnlyList<Cell>)
                                [report.Say(Terms.Of(result.Level)), $"{result.Code} {result.StatementIn(report.Language)}"]
                        ),
                    ]
                ),
            ]
        );
}
