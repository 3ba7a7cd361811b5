using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Composition;

internal static class TextSections
{
    /// <summary>First what the figures say is behind, then what people said about it.</summary>
    public static DocumentSection Deviations(CompositionContext report)
    {
        IndicatorFigure[] behind =
        [
            .. report.Figures.Indicators.Where(figure => figure.Progress is Progress.TowardsTarget or Progress.NoProgress),
        ];
        List<Block> blocks =
        [
            behind.Length == 0
                ? new Paragraph(report.Say(Texts.NoneBehind))
                : new Table(
                    report.Say(Texts.BehindTarget),
                    [
                        new Column(report.Say(Texts.Indicator), 6),
                        new Column(report.Say(Texts.Target), 2, Number: true),
                        new Column(report.Say(Texts.Actual), 2, Number: true),
                        new Column(report.Say(Texts.AchievementHeading), 2, Number: true),
                        new Column(report.Say(Texts.Explanation), 6),
                    ],
                    [
                        .. behind.Select(figure =>
                            (IReadOnlyList<Cell>)
                                [
                                    report.Named(figure.Indicator),
                                    report.Amount(figure.Target?.Value, $"{figure.Indicator.Code}/target"),
                                    ResultCells.Of(report, figure.Total, $"{figure.Indicator.Code}/total"),
                                    ResultCells.Achieved(report, figure),
                                    Explained(report, figure),
                                ]
                        ),
                    ]
                ),
        ];
        TextList<(AdministrationId? Administration, Deviation Deviation)> told = report.Figures.Texts.Deviations;
        blocks.AddRange(
            report.Fitting(
                told,
                one => one.Administration,
                one =>
                {
                    Deviation deviation = one.Deviation;
                    string item = deviation.Item is { } code ? $"{code}{report.Language.Culture.FirmColon} " : "";
                    return report.Quoted(
                        deviation.Response is { } response ? [deviation.Text, response] : [deviation.Text],
                        (parts, language) => item + (parts.Length > 1 ? $"{parts[0]} {Texts.Response(parts[1]).In(language)}" : parts[0]),
                        deviation.Language,
                        one.Administration
                    );
                }
            )
        );
        return new DocumentSection(
            "deviations",
            1,
            report.Say(Texts.Deviations),
            [.. blocks, .. report.Written(NarrativePart.Deviations, sayIfNone: false)]
        );
    }

    /// <summary>Why it is behind, as those say who measure it; who has said nothing is not passed over.</summary>
    private static Cell Explained(CompositionContext report, IndicatorFigure figure)
    {
        const int most = 2;
        if (figure.Explanations.Count == 0)
        {
            return report.Say(Texts.NoneGiven);
        }

        Cell[] told =
        [
            .. figure
                .Explanations.Take(most)
                .Select(one =>
                {
                    Cell cell = report.Marked(one.Deviation.Text, one.Deviation.Language, 160);
                    string who = one.Administration is { } home ? report.Name(home) : report.Say(Texts.Programme);
                    return cell with { Text = report.Pair(who, cell.Text) };
                }),
        ];
        int more = figure.Explanations.Count - told.Length;
        string text = string.Join(" · ", told.Select(cell => cell.Text));
        return more > 0
            ? $"{text} · {report.Say(Texts.MoreInAnnex(count: report.Number(more), sheet: report.Say(Texts.TextsWord)))}"
            : text;
    }

    /// <summary>Every risk in a line, and the matrix of likelihood and impact that counts them.</summary>
    public static DocumentSection Risks(CompositionContext report)
    {
        TextList<SharedRisk> all = report.Figures.Texts.Risks;
        SharedRisk[] risks = [.. all.First.Take(report.MostRisks)];
        int more = all.More + all.First.Skip(risks.Length).Sum(risk => risk.Administrations.Count + (risk.OfProgramme ? 1 : 0));
        if (risks.Length == 0)
        {
            return new DocumentSection("risks", 1, report.Say(Texts.Risks), [new Paragraph(report.Say(Texts.NoRisks))]);
        }

        List<Block> blocks = [Matrix(report, risks), Lines(report, risks)];
        if (more > 0)
        {
            blocks.Add(report.More(more, Texts.TextsWord));
        }

        return new DocumentSection("risks", 1, report.Say(Texts.Risks), blocks);
    }

    /// <summary>Where each of them stands by likelihood and impact, by its number.</summary>
    private static Table Matrix(CompositionContext report, SharedRisk[] risks) =>
        new(
            $"{report.Say(Texts.Likelihood)} × {report.Say(Texts.Impact)}",
            [
                new Column($"{report.Say(Texts.Likelihood)} ↓ {report.Say(Texts.Impact)} →", 3),
                .. Enumerable.Range(1, 5).Select(impact => new Column(Writing.Plain(impact), 2)),
            ],
            [
                .. Enumerable
                    .Range(1, 5)
                    .Reverse()
                    .Select(likelihood =>
                        (IReadOnlyList<Cell>)
                            [
                                Writing.Plain(likelihood),
                                .. Enumerable
                                    .Range(1, 5)
                                    .Select(impact => new Cell(
                                        string.Join(
                                            ", ",
                                            risks
                                                .Index()
                                                .Where(one => one.Item.Risk.Likelihood == likelihood && one.Item.Risk.Impact == impact)
                                                .Select(one => Writing.Plain(one.Index + 1))
                                        )
                                    )),
                            ]
                    ),
            ]
        );

    private static Table Lines(CompositionContext report, SharedRisk[] risks) =>
        new(
            report.Say(Texts.Risks),
            [
                new Column("№", 2),
                new Column(report.Say(Texts.Risk), 10),
                new Column(report.Say(Texts.ReportedBy), 7),
                new Column($"{report.Say(Texts.Likelihood)} × {report.Say(Texts.Impact)}", 5),
                new Column(report.Say(Texts.Mitigation), 10),
                new Column(report.Say(Texts.Owner), 6),
            ],
            [
                .. risks.Select(
                    (one, place) =>
                        (IReadOnlyList<Cell>)
                            [
                                Writing.Plain(place + 1),
                                Written(report, one, one.Risk.Statement),
                                From(report, one),
                                $"{Writing.Plain(one.Risk.Likelihood)} × {Writing.Plain(one.Risk.Impact)}",
                                Written(report, one, one.Risk.Mitigation),
                                Written(report, one, one.Risk.Owner),
                            ]
                ),
            ]
        );

    public static DocumentSection Lessons(CompositionContext report) =>
        new("lessons", 1, report.Say(Texts.Lessons), [.. report.Written(NarrativePart.LessonsLearned)]);

    public static DocumentSection Synergies(CompositionContext report) =>
        new(
            "synergies",
            1,
            report.Say(Texts.Synergies),
            [
                .. report.Written(NarrativePart.Synergies, sayIfNone: false),
                new Table(
                    report.Say(Texts.Synergies),
                    [new Column(report.Say(Texts.What), 4), new Column(report.Say(Texts.Indicators), 2, Number: true)],
                    [
                        .. Enum.GetValues<Synergy>()
                            .Select(synergy =>
                                (IReadOnlyList<Cell>)
                                    [report.Say(Terms.Of(synergy)), report.Count(report.Figures.Texts.Synergies.GetValueOrDefault(synergy))]
                            ),
                    ]
                ),
            ]
        );

    public static IEnumerable<DocumentSection> CrossCutting(CompositionContext report)
    {
        yield return new DocumentSection(
            "cross-cutting",
            1,
            report.Say(Texts.CrossCutting),
            [
                .. report.Written(NarrativePart.CrossCutting, sayIfNone: false),
                new Table(
                    report.Say(Texts.CrossCutting),
                    [new Column(report.Say(Texts.What), 4), new Column(report.Say(Texts.Indicators), 2, Number: true)],
                    [
                        .. Enum.GetValues<CrossCuttingTheme>()
                            .Select(theme =>
                                (IReadOnlyList<Cell>)
                                    [report.Say(Terms.Of(theme)), report.Count(report.Figures.Texts.Themes.GetValueOrDefault(theme))]
                            ),
                    ]
                ),
            ]
        );
        foreach (CrossCuttingTheme theme in Enum.GetValues<CrossCuttingTheme>())
        {
            yield return new DocumentSection(
                $"theme-{(int)theme + 1}",
                2,
                report.Say(Terms.Of(theme)),
                [.. report.Written(Terms.SectionOf(theme))]
            );
        }
    }

    private static Cell Written(CompositionContext report, SharedRisk risk, string text) =>
        report.Marked(
            text,
            risk.Risk.Language ?? (risk.Administrations.Count == 0 ? Language.En : report.LanguageOf(risk.Administrations[0])),
            300
        );

    private static string From(CompositionContext report, SharedRisk risk)
    {
        const int most = 12;
        string[] codes =
        [
            .. risk.OfProgramme ? new[] { report.Say(Texts.Programme) } : [],
            .. risk.Administrations.Select(one => one.Value),
        ];
        return string.Join(", ", codes.Take(most)) + (codes.Length > most ? $" +{report.Number(codes.Length - most)}" : "");
    }
}
