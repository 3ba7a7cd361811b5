using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>The status of each result of the framework: the Secretariat's rating and sentence, beside those of the contributing
/// administrations.</summary>
internal static class OutcomeSections
{
    /// <returns>None where nobody has rated anything.</returns>
    public static IEnumerable<DocumentSection> Rated(CompositionContext report)
    {
        FrameworkResult[] rated = [.. report.Head.Agreement.Framework.Results.Where(result => IsRated(report, result))];
        if (rated.Length == 0)
        {
            yield break;
        }

        yield return new DocumentSection(
            "ratings",
            1,
            report.Say(Texts.ResultsRated),
            [
                new Paragraph(report.Say(Texts.ResultsRatedExplained)),
                new Table(
                    report.Say(Texts.ResultsRated),
                    [
                        new Column(report.Say(Texts.ExpectedResult), 6),
                        new Column(report.Say(Texts.SecretariatRates), 6),
                        new Column(report.Say(Texts.AdministrationsRate), 4),
                        new Column(report.Say(Texts.FiguresCount), 4),
                    ],
                    [.. rated.Select(result => Row(report, result))]
                ),
                .. report.MostRatings is { } most ? Together(report, rated, most) : [],
            ]
        );
        foreach (FrameworkResult result in report.MostRatings is null ? rated : [])
        {
            if (Voices(report, result) is { Said.First.Count: > 0 } voices)
            {
                yield return new DocumentSection(
                    $"rating-{result.Code}",
                    2,
                    $"{report.Level(result.Level)} {result.Code}",
                    [.. report.Fitting(voices.Said, said => said.Administration, said => Quoted(report, said))]
                );
            }
        }
    }

    /// <summary>Sentences about all results, those first that an officer wants first, and no more than there is room for.</summary>
    private static IEnumerable<Block> Together(CompositionContext report, IEnumerable<FrameworkResult> rated, int most)
    {
        (string Result, AdministrationRatings Voices)[] voices =
        [
            .. rated
                .Select(result => (result.Code, Voices: Voices(report, result)))
                .Where(one => one.Voices is not null)
                .Select(one => (one.Code, one.Voices!)),
        ];
        IReadOnlyList<string> preferred = report.Head.Preferred ?? [];
        (string Result, AdministrationId From, ItemStatus Status, string Sentence)[] said =
        [
            .. voices
                .SelectMany(one => one.Voices.Said.First.Select(said => (one.Result, said.Administration, said.Status, said.Sentence)))
                .OrderBy(one =>
                    preferred
                        .Index()
                        .Where(key => key.Item == Translation.KeyOf(one.Sentence))
                        .Select(key => key.Index)
                        .FirstOrDefault(int.MaxValue)
                ),
        ];
        return report.Fitting(
            new TextList<(string Result, AdministrationId From, ItemStatus Status, string Sentence)>(
                said,
                voices.Sum(one => one.Voices.Said.More)
            )
            {
                MoreFrom = [.. voices.SelectMany(one => one.Voices.Said.MoreFrom)],
            },
            one => one.From,
            one => Quoted(report, (one.From, one.Status, one.Sentence), one.Result),
            most
        );
    }

    private static bool IsRated(CompositionContext report, FrameworkResult result) =>
        Own(report, result) is not null || Voices(report, result) is not null;

    private static OutcomeRating? Own(CompositionContext report, FrameworkResult result) =>
        report.Head.Outcomes?.LastOrDefault(rating => rating.Result == result.Code);

    private static AdministrationRatings? Voices(CompositionContext report, FrameworkResult result) =>
        report.Figures.Texts.Voices.GetValueOrDefault(result.Code);

    /// <summary>The Secretariat's, with its sentence.</summary>
    public static Cell OwnRating(CompositionContext report, FrameworkResult result) =>
        Own(report, result) is { } own ? Rating(report, own) : new Cell(report.Say(Texts.NotRatedYet));

    private static IReadOnlyList<Cell> Row(CompositionContext report, FrameworkResult result) =>
        [
            $"{result.Code} {result.StatementIn(report.Language)}",
            OwnRating(report, result),
            Voices(report, result) is { } voices
                ? report.List(
                    voices
                        .Counts.OrderBy(count => count.Key)
                        .Select(count => $"{report.Say(count.Key.Label())} {report.Number(count.Value)}")
                )
                : report.Say(Texts.NotRatedYet),
            report.Parts(
                report.Figures.Indicators.Where(figure => figure.Result.Code == result.Code).Select(figure => Counted(report, figure))
            ),
        ];

    private static Cell Rating(CompositionContext report, OutcomeRating own)
    {
        Cell sentence = report.Marked(own.Sentence, own.Language, 300);
        return sentence with { Text = report.Pair(report.Say(own.Status.Label()), sentence.Text) };
    }

    /// <summary>Whether a figure is of the period or a total since the start.</summary>
    private static string Counted(CompositionContext report, IndicatorFigure figure)
    {
        Text? span = figure.SpansDiffer ? Texts.SpansDiffer : figure.Span?.Words;
        return span is null ? figure.Indicator.Code : report.Pair(figure.Indicator.Code, report.Say(span));
    }

    /// <param name="result">Code of the result that it is about, where that does not stand above it.</param>
    private static Quotation Quoted(
        CompositionContext report,
        (AdministrationId Administration, ItemStatus Status, string Sentence) said,
        string? result = null
    )
    {
        string about = result is null ? "" : $"{result} ";
        Language written = report.Head.Administrations.FirstOrDefault(one => one.Id == said.Administration)?.Language ?? report.Language;
        return report.Quoted(
            [said.Sentence],
            (parts, language) => $"{about}{said.Status.Label().In(report.Language)}{report.Language.Culture.FirmColon} {parts[0]}",
            written,
            said.Administration
        );
    }
}
