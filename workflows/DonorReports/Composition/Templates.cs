using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>Which sections a donor's report has, in which order. A new donor begins with Neutral; a further template is a further
/// list.</summary>
public static class Templates
{
    /// <summary>Sections about the report as such and its summary, with which every template begins.</summary>
    private const int Opening = 2;

    /// <summary>What a report in that language prints in another, without a translation.</summary>
    internal static IReadOnlyList<Untranslated> Untranslated(SnapshotHead head, FigureSet figures, Language language)
    {
        var report = new Composing(head, figures, language);
        _ = SectionsOf(head).SelectMany(compose => compose(report)).Count();
        return report.Untranslated;
    }

    public static ReportDocument Compose(SnapshotHead head, FigureSet figures, Language language)
    {
        var report = new Composing(head, figures, language);
        DocumentSection[] sections = [.. SectionsOf(head).SelectMany(compose => compose(report))];
        return new ReportDocument(
            language,
            report.Say(TitleOf(head, report.Term(head.Donor.Name))),
            report.Say(
                Texts.Subtitle(
                    title: report.Term(head.Agreement.Title),
                    start: report.Day(head.Period.Start),
                    end: report.Day(head.Period.End)
                )
            ),
            head.Fictional ? report.Say(Texts.FictionalMark) : null,
            report.Say(Texts.Contents),
            report.Say(Texts.Notes),
            sections,
            report.Notes
        );
    }

    /// <summary>Norad's progress report has five to seven pages before its annexes, however much is written; the data annex holds all texts
    /// whole.</summary>
    /// <returns>Most texts of one section, the length at which each is cut, and most risks. A final report tells of years.</returns>
    public static (int MostTexts, int LongestText, int MostRisks) RoomOf(SnapshotHead head) =>
        (head.Agreement.Schedule.Template, head.Final == true) switch
        {
            (DonorTemplate.Norad, false) => (2, 260, 7),
            (DonorTemplate.Norad, true) => (6, 600, 12),
            (_, false) => (6, 500, 10),
            _ => (10, 1500, 20),
        };

    private static Text TitleOf(SnapshotHead head, string donor) =>
        head.Agreement.Schedule.Template switch
        {
            _ when head.Final == true => Texts.FinalTitle(donor),
            DonorTemplate.Norad => Texts.NoradTitle,
            DonorTemplate.GlobalAffairsCanada => Texts.CanadaTitle,
            _ => Texts.NeutralTitle(donor),
        };

    private static Func<Composing, IEnumerable<DocumentSection>>[] SectionsOf(SnapshotHead head)
    {
        Func<Composing, IEnumerable<DocumentSection>>[] all = [.. SectionsOf(head.Agreement.Schedule.Template)];
        return head.Final == true ? [.. all.Take(Opening), FinalSections.All, .. all.Skip(Opening)] : all;
    }

    private static IEnumerable<Func<Composing, IEnumerable<DocumentSection>>> SectionsOf(DonorTemplate template) =>
        template switch
        {
            // Norad reads deviations first, against the latest approved framework, and wants date and signature
            DonorTemplate.Norad =>
            [
                One(OpeningSections.About),
                One(OpeningSections.Summary),
                One(TextSections.Deviations),
                ResultSections.Compared,
                OutcomeSections.Rated,
                One(ResultSections.KeyFactors),
                ResultSections.Principles,
                One(ComponentSections.Multilateral),
                One(ComponentSections.Cips),
                TextSections.CrossCutting,
                One(TextSections.Risks),
                One(TextSections.Lessons),
                One(TextSections.Synergies),
                One(QualitySections.Finance),
                One(QualitySections.Signature),
                .. Annexes,
            ],

            // Global Affairs Canada manages for results: logic model, performance measurement framework, figures by sex
            DonorTemplate.GlobalAffairsCanada =>
            [
                One(OpeningSections.About),
                One(OpeningSections.Summary),
                One(OpeningSections.LogicModel),
                One(ResultSections.Pmf),
                ResultSections.Compared,
                OutcomeSections.Rated,
                One(GroupSections.Gender),
                One(ResultSections.KeyFactors),
                ResultSections.Principles,
                One(ComponentSections.Multilateral),
                One(ComponentSections.Cips),
                One(TextSections.Deviations),
                One(TextSections.Risks),
                One(TextSections.Lessons),
                One(TextSections.Synergies),
                One(QualitySections.Finance),
                One(QualitySections.Signature),
                .. Annexes,
            ],
            _ =>
            [
                One(OpeningSections.About),
                One(OpeningSections.Summary),
                ResultSections.Compared,
                OutcomeSections.Rated,
                One(ResultSections.KeyFactors),
                ResultSections.Principles,
                One(ComponentSections.Multilateral),
                One(ComponentSections.Cips),
                One(TextSections.Deviations),
                One(TextSections.Risks),
                One(TextSections.Lessons),
                One(TextSections.Synergies),
                TextSections.CrossCutting,
                report => report.Head.Finance is null ? [] : [QualitySections.Finance(report)],
                .. Annexes,
            ],
        };

    /// <summary>Behind the signature, on pages of their own.</summary>
    private static IEnumerable<Func<Composing, IEnumerable<DocumentSection>>> Annexes =>
        [
            FollowUpSection.Of,
            One(GroupSections.Annex),
            One(QualitySections.Coverage),
            One(QualitySections.Restatements),
            One(QualitySections.Lineage),
        ];

    private static Func<Composing, IEnumerable<DocumentSection>> One(Func<Composing, DocumentSection> compose) =>
        report => [compose(report)];
}
