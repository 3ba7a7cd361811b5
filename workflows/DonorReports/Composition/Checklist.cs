using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>What is open in a report before it is signed: a pure function of its snapshot.</summary>
internal static class Checklist
{
    /// <summary>As many of each kind as a page can show.</summary>
    public const int MostOfAKind = 25;

    public static IReadOnlyList<OpenFinding> Of(SnapshotHead head, FigureSet figures) =>
        [
            .. head.Final == true ? Final(head) : [],
            .. head
                .Agreement.Schedule.Languages.SelectMany(language => Templates.Untranslated(head, figures, language))
                .Select(text => new OpenFinding(OpenFindingKind.MissingTranslation, PrintableText.Short(text.Text, 160), text.Wanted))
                .Take(MostOfAKind),
            .. figures
                .Indicators.Where(one => one.Progress is Progress.TowardsTarget or Progress.NoProgress && one.Explanations.Count == 0)
                .Select(one => new OpenFinding(OpenFindingKind.UnexplainedVariance, $"{one.Indicator.Code} {one.Indicator.Statement}"))
                .Take(MostOfAKind),
            .. head
                .Gaps.Select(gap => new OpenFinding(OpenFindingKind.Gap, $"{gap.Administration} {gap.Period?.Value ?? head.Period.Label}"))
                .Take(MostOfAKind),
            .. Claims(head).Take(MostOfAKind),
        ];

    /// <summary>What the donor is told at the end and only then: how the Secretariat rates the whole and each result, and what
    /// stays.</summary>
    private static IEnumerable<OpenFinding> Final(SnapshotHead head) =>
        FinalSections
            .WrittenByTheSecretariat.Where(section => head.Narratives.All(text => text.Section != section))
            .Select(section => new OpenFinding(OpenFindingKind.FinalTextMissing, section.ToString()))
            .Concat(
                head.Agreement.Framework.Results.Where(result => head.Outcomes?.Any(one => one.Result == result.Code) != true)
                    .Select(result => new OpenFinding(OpenFindingKind.ResultNotRated, $"{result.Code} {result.Statement}"))
                    .Take(MostOfAKind)
            );

    /// <summary>A text that tells of work beside tables that know of none.</summary>
    private static IEnumerable<OpenFinding> Claims(SnapshotHead head)
    {
        bool recorded = head.Deliveries.Any(row => head.Period.Holds(row.End)) || head.Multilateral is { IsEmpty: false };
        return recorded
            ? []
            : head
                .Narratives.Where(text => text.Section == NarrativePart.Multilateral)
                .Select(text => new OpenFinding(OpenFindingKind.TextWithoutActivity, PrintableText.Short(text.Text, 160), text.Language));
    }
}
