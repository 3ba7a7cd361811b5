using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>What only a final report has: the overall rating, targets never met, and sustainability.</summary>
public static class FinalSections
{
    /// <summary>Sections for which nobody else has words.</summary>
    public static IReadOnlyList<NarrativePart> WrittenByTheSecretariat { get; } = [NarrativePart.FinalRating, NarrativePart.Sustainability];

    /// <summary>What a section of a final report is called.</summary>
    public static Text NameOf(NarrativePart section) => Terms.Of(section);

    internal static IEnumerable<DocumentSection> All(CompositionContext report) => [Rating(report), Unmet(report), Sustainability(report)];

    private static DocumentSection Rating(CompositionContext report)
    {
        IndicatorFigure[] aimed = [.. report.Figures.Indicators.Where(figure => figure.Target is not null)];
        return new DocumentSection(
            "final-rating",
            1,
            report.Say(Texts.FinalRating),
            [
                new Paragraph(report.Say(Texts.TargetsMetOfAll(met: report.Number(aimed.Count(IsMet)), all: report.Number(aimed.Length)))),
                new Table(
                    report.Say(Texts.FinalRating),
                    [
                        new Column(report.Say(Texts.ExpectedResult), 6),
                        new Column(report.Say(Texts.TargetsMetHeading), 2),
                        new Column(report.Say(Texts.SecretariatRates), 4),
                    ],
                    [
                        .. aimed
                            .GroupBy(figure => figure.Result)
                            .Select(result =>
                                (IReadOnlyList<Cell>)
                                    [
                                        $"{result.Key.Code} {result.Key.StatementIn(report.Language)}",
                                        report.Say(
                                            Texts.NofM(part: report.Number(result.Count(IsMet)), whole: report.Number(result.Count()))
                                        ),
                                        OutcomeSections.OwnRating(report, result.Key),
                                    ]
                            ),
                    ]
                ),
                .. report.Written(NarrativePart.FinalRating),
            ]
        );
    }

    private static DocumentSection Unmet(CompositionContext report)
    {
        IndicatorFigure[] unmet = [.. report.Figures.Indicators.Where(figure => figure.Target is not null && !IsMet(figure))];
        return new DocumentSection(
            "unmet",
            1,
            report.Say(Texts.UnmetTargets),
            [
                unmet.Length == 0
                    ? new Paragraph(report.Say(Texts.AllTargetsWereMet))
                    : new Table(
                        report.Say(Texts.UnmetTargets),
                        [
                            new Column(report.Say(Texts.Indicator), 6),
                            new Column(report.Say(Texts.Baseline), 2, Number: true),
                            new Column(report.Say(Texts.Target), 2, Number: true),
                            new Column(report.Say(Texts.Actual), 2, Number: true),
                            new Column(report.Say(Texts.AchievementHeading), 2, Number: true),
                        ],
                        [
                            .. unmet.Select(figure =>
                                (IReadOnlyList<Cell>)
                                    [
                                        report.Named(figure.Indicator),
                                        report.Amount(
                                            figure.Indicator.Baseline,
                                            $"{figure.Indicator.Code}/baseline",
                                            figure.Indicator.BaselineCounts
                                        ),
                                        report.Amount(figure.Target?.Value, $"{figure.Indicator.Code}/target", figure.Target?.Counts),
                                        ResultCells.Of(report, figure.Total, $"{figure.Indicator.Code}/total"),
                                        ResultCells.Achieved(report, figure),
                                    ]
                            ),
                        ]
                    ),
            ]
        );
    }

    private static DocumentSection Sustainability(CompositionContext report) =>
        new("sustainability", 1, report.Say(Texts.Sustainability), [.. report.Written(NarrativePart.Sustainability)]);

    private static bool IsMet(IndicatorFigure figure) => figure.Progress == Progress.TargetMet;
}
