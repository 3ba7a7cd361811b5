using ACip.Functions.Pages.ActionPlans;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Functions.Pages.QuarterlyReports;

/// <summary>One report beside the plan that it is measured against.</summary>
public sealed class ReportQuery(
    PlanQuery plans,
    ProgrammeTable table,
    PlanVersions versions,
    CommentService comments,
    RestatementService restatements
)
{
    /// <returns>Null where there is no such report, or it has not begun.</returns>
    public async Task<ReportReadModel?> ReadAsync(PlanId id, PeriodKey period, CancellationToken cancellation)
    {
        if (
            !Slug.Is(period.Value)
            || await plans.ReadAsync(id, cancellation) is not { } plan
            || await ReportRows.FindAsync(table, new ReportRef(id, period), cancellation) is not { } row
        )
        {
            return null;
        }

        ActionPlan version = await versions.ReadAsync(id, row.Value.PlanVersion, cancellation);
        ReportingPeriod? before = plan.File.Value.Periods.LastOrDefault(one => one.End < row.Value.Period.Start);
        bool asked = row.Value.Submissions.Count > 0 || row.Value.Entries.Count > 0;
        IReadOnlyList<ReportQuestion> questions = asked ? ReportQuestions.Ask(row.Value, version, [.. plan.Accepted.All]) : [];
        var reference = new ReportRef(id, period);
        return new ReportReadModel(
            row,
            plan,
            version,
            before,
            questions,
            await comments.ListAsync(reference, cancellation),
            await restatements.ListAsync(reference, cancellation)
        )
        {
            Corrections = await ReportCorrection.ListAsync(table, reference, cancellation),
            Evidence = await EvidenceFile.ListAsync(table, reference, cancellation),
        };
    }
}

/// <param name="Version">The version of the plan that the report answers to.</param>
/// <param name="Before">The period before; null for the first.</param>
/// <param name="Questions">What the rules would ask about it.</param>
/// <param name="Restatements">Decided or not, oldest first.</param>
public sealed record ReportReadModel(
    Row<ReportRecord> File,
    PlanReadModel Plan,
    ActionPlan Version,
    ReportingPeriod? Before,
    IReadOnlyList<ReportQuestion> Questions,
    IReadOnlyList<ReportComment> Comments,
    IReadOnlyList<ReportRestatement> Restatements
)
{
    /// <summary>Answers changed before anything was accepted, oldest first.</summary>
    public IReadOnlyList<ReportCorrection> Corrections { get; init; } = [];

    /// <summary>Supporting files, checked or not, oldest first.</summary>
    public IReadOnlyList<EvidenceFile> Evidence { get; init; } = [];

    /// <summary>What supports an answer, also what was sent before it was given.</summary>
    public IReadOnlyList<EvidenceFile> EvidenceOf(ReportEntry entry) =>
        [.. Evidence.Where(file => entry.EvidenceSha256.Contains(file.Sha256) || file.Items.Contains(entry.Item))];

    /// <summary>The results and activities that it asks about, with what was accepted before.</summary>
    public IReadOnlyList<FormItem> Statuses =>
        [
            .. ReportItems
                .Of(Version, File.Value.Period, [.. Plan.Accepted.All])
                .Where(item => item.Kind is FormItemKind.ResultStatus or FormItemKind.ActivityStatus),
        ];

    /// <summary>Since it was sent back; empty where it was not.</summary>
    public IReadOnlyList<RoundChange> Changes => RoundChanges.Of(File.Value, ReportItems.Of(Version, File.Value.Period));

    /// <summary>What the report asks for, to say what an answer means.</summary>
    public FormItem? Item(string code) => ReportItems.Of(Version, File.Value.Period).FirstOrDefault(item => item.Code == code);
}
