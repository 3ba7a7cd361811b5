using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme.ReportTemplates;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>Composes a report from its donor's template, which is data. Defines how each section that a template can name is
/// written.</summary>
public static class Templates
{
    private static readonly Dictionary<ReportSection, Func<CompositionContext, IEnumerable<DocumentSection>>> Sections = new()
    {
        [ReportSection.About] = One(OpeningSections.About),
        [ReportSection.Summary] = One(OpeningSections.Summary),
        [ReportSection.Final] = report => report.Head.Final == true ? FinalSections.All(report) : [],
        [ReportSection.Deviations] = One(TextSections.Deviations),
        [ReportSection.LogicModel] = One(OpeningSections.LogicModel),
        [ReportSection.Framework] = One(ResultSections.Pmf),
        [ReportSection.Results] = ResultSections.Compared,
        [ReportSection.ResultsTogether] = One(ResultSections.Together),
        [ReportSection.Ratings] = OutcomeSections.Rated,
        [ReportSection.Scores] = One(ScoreSections.Scores),
        [ReportSection.Milestones] = One(ScoreSections.Milestones),
        [ReportSection.Gender] = One(GroupSections.Gender),
        [ReportSection.KeyFactors] = One(ResultSections.KeyFactors),
        [ReportSection.Principles] = ResultSections.Principles,
        [ReportSection.Multilateral] = One(ComponentSections.Multilateral),
        [ReportSection.Cips] = One(ComponentSections.Cips),
        [ReportSection.CrossCutting] = TextSections.CrossCutting,
        [ReportSection.Risks] = One(TextSections.Risks),
        [ReportSection.Lessons] = One(TextSections.Lessons),
        [ReportSection.Synergies] = One(TextSections.Synergies),
        [ReportSection.Finance] = One(QualitySections.Finance),
        [ReportSection.FinanceWhereKept] = report => report.Head.Finance is null ? [] : [QualitySections.Finance(report)],
        [ReportSection.Signature] = One(QualitySections.Signature),
        [ReportSection.Recommendations] = FollowUpSection.Of,
        [ReportSection.Groups] = One(GroupSections.Annex),
        [ReportSection.Coverage] = One(QualitySections.Coverage),
        [ReportSection.Restatements] = One(QualitySections.Restatements),
        [ReportSection.Lineage] = One(QualitySections.Lineage),
        [ReportSection.LineageInShort] = One(QualitySections.LineageInShort),
    };

    public static ReportTemplate Of(SnapshotHead head) =>
        head.Template
        ?? ShippedTemplates.Find(head.Agreement.Schedule.Template)
        ?? throw new InvalidOperationException($"There is no template {head.Agreement.Schedule.Template}.");

    /// <summary>What a report in that language prints in another, without a translation.</summary>
    internal static IReadOnlyList<Untranslated> Untranslated(SnapshotHead head, FigureSet figures, Language language)
    {
        var report = new CompositionContext(head, figures, language);
        _ = SectionsOf(report).Count();
        return report.Untranslated;
    }

    public static ReportDocument Compose(SnapshotHead head, FigureSet figures, Language language)
    {
        var report = new CompositionContext(head, figures, language);
        DocumentSection[] sections = [.. SectionsOf(report)];
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

    /// <summary>How much stands in the document; the data annex holds all of it.</summary>
    public static TextRoom RoomOf(SnapshotHead head) => head.Final == true ? Of(head).FinalRoom : Of(head).Room;

    private static Text TitleOf(SnapshotHead head, string donor) =>
        head.Final == true ? Texts.FinalTitle(donor) : Of(head).Title ?? Texts.NeutralTitle(donor);

    private static IEnumerable<DocumentSection> SectionsOf(CompositionContext report) =>
        report
            .Template.Sections.SelectMany(section => Sections[section](report))
            .Concat(
                report
                    .Template.Annexes.SelectMany(section => Sections[section](report))
                    .Select((section, place) => place == 0 ? section with { NewPage = true } : section)
            );

    private static Func<CompositionContext, IEnumerable<DocumentSection>> One(Func<CompositionContext, DocumentSection> compose) =>
        report => [compose(report)];
}
