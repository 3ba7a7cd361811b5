using ACip.Workflows.DonorReports.Figures;

namespace ACip.Workflows.DonorReports.Composition;

internal static class GroupSections
{
    /// <summary>Every figure by region and by the groups of its dimensions.</summary>
    public static DocumentSection Annex(CompositionContext report)
    {
        List<IReadOnlyList<Cell>> rows = [];
        foreach (IndicatorFigure figure in report.Figures.Indicators)
        {
            string code = figure.Indicator.Code;
            rows.Add([
                code,
                report.Say(Texts.AllAdministrations),
                ResultCells.Of(report, figure.Total, $"{code}/total"),
                ResultCells.OutOf(report, figure.Total),
            ]);
            rows.AddRange(
                figure.ByRegion.Select(region =>
                    Row(report, code, $"{report.Say(Texts.Region)} {region.Group}", $"{code}/region:{region.Group}", region.Figure)
                )
            );
            rows.AddRange(
                figure.Breakdowns.SelectMany(breakdown =>
                    breakdown.Groups.Select(group =>
                        Row(
                            report,
                            code,
                            report.Pair(Dimension(report, breakdown.Dimension), Named(report, group.Group)),
                            $"{code}/{breakdown.Dimension}:{group.Group}",
                            group.Figure
                        )
                    )
                )
            );
        }

        return new DocumentSection(
            "groups",
            1,
            report.Say(Texts.ResultsAnnex),
            [new Table(report.Say(Texts.ResultsAnnex), Columns(report, 2), rows)]
        );
    }

    public static DocumentSection Gender(CompositionContext report)
    {
        List<IReadOnlyList<Cell>> rows =
        [
            .. report.Figures.Indicators.SelectMany(figure =>
                figure
                    .Breakdowns.Where(breakdown => breakdown.Dimension == "sex")
                    .SelectMany(breakdown =>
                        breakdown.Groups.Select(group =>
                            Row(
                                report,
                                report.Named(figure.Indicator),
                                Named(report, group.Group),
                                $"{figure.Indicator.Code}/sex:{group.Group}",
                                group.Figure
                            )
                        )
                    )
            ),
        ];
        return new DocumentSection(
            "gender",
            1,
            report.Say(Texts.Gender),
            [
                .. report.Written(Snapshots.NarrativePart.GenderEquality, sayIfNone: false),
                rows.Count == 0
                    ? new Paragraph(report.Say(Texts.NoSexData))
                    : new Table(report.Say(Texts.Gender), Columns(report, 6), rows),
            ]
        );
    }

    private static IReadOnlyList<Cell> Row(CompositionContext report, string indicator, string group, string id, Figure figure) =>
        [indicator, group, ResultCells.Of(report, figure, id), ResultCells.OutOf(report, figure)];

    private static Column[] Columns(CompositionContext report, int indicator) =>
        [
            new(report.Say(Texts.Indicator), indicator),
            new(report.Say(Texts.Group), 3),
            new(report.Say(Texts.Actual), 2, Number: true),
            new(report.Say(Texts.ReportedBy), 2),
        ];

    private static string Dimension(CompositionContext report, string dimension) =>
        Terms.Dimension(dimension) is { } known ? report.Say(known) : dimension;

    private static string Named(CompositionContext report, string group) => Terms.Group(group) is { } known ? report.Say(known) : group;
}
