using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Annex;

/// <summary>Everything that was written, in full: narratives, deviations, risks, sentences of ratings, and reasons for
/// restatements.</summary>
internal static class TextTable
{
    public static AnnexTable Of(DonorSnapshot snapshot, FigureSet figures, Language language) =>
        new(
            Texts.TextsWord,
            [
                new("kind", Texts.Kind, 20),
                new("administration", Texts.Administration, 12),
                new("language", Texts.Language, 9),
                new("item", Texts.Indicator, 12),
                new("text", Texts.What, 80),
                new("translation", Texts.TranslationHeading, 60),
                new("response", Texts.Mitigation, 50),
                new("person", Texts.Person),
            ],
            Rows(snapshot, figures, language)
        );

    private static IEnumerable<AnnexValue[]> Rows(DonorSnapshot snapshot, FigureSet figures, Language language)
    {
        SnapshotHead head = snapshot.Head;
        HashSet<AdministrationId> funded = [.. head.Administrations.Select(one => one.Id)];
        var rows = new TextRows(
            language,
            (head.Translations ?? [])
                .Where(one => one.Language == language)
                .DistinctBy(one => one.Of)
                .ToDictionary(one => one.Of, one => one.Text),
            figures.Indicators.Where(figure => figure.MinimumCell > 1).Select(figure => figure.Indicator.Code).ToHashSet()
        );
        return
        [
            .. rows.Of(null, head.Narratives, head.Deviations, head.Risks),
            .. (head.Outcomes ?? []).Select(rating =>
                rows.Rating(rating.Status, null, rating.Language, (rating.Result, rating.Sentence), rating.By)
            ),
            .. snapshot.Plans.Where(plan => funded.Contains(plan.Administration)).SelectMany(plan => rows.Of(plan, head)),
        ];
    }
}
