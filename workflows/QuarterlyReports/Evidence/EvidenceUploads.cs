using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Evidence;

/// <summary>Takes files uploaded on a page. They are judged, stored and checked like files received by mail.</summary>
public sealed class EvidenceUploads(
    ProgrammeTable table,
    PlanVersions versions,
    ProgrammeDirectory directory,
    ReportService reports,
    EvidenceService evidence
)
{
    /// <summary>Stores all of the files or none, so that nobody has to find out which ones arrived.</summary>
    public async Task<CommandResult> KeepAsync(EvidenceUpload upload, CancellationToken cancellation)
    {
        if (upload.Files.Count == 0)
        {
            return new CommandResult.Refused("no-file", "No file was chosen.");
        }

        if (await ReportRows.FindAsync(table, upload.Report, cancellation) is not { Value: var report })
        {
            return new CommandResult.Refused("no-such-report", $"Plan {upload.Report.Plan} has no report for {upload.Report.Period} yet.");
        }

        if (!report.TakesAnswers)
        {
            return ReportClosureWords.Refuse(report, await directory.ReadForAsync(report.Administration, cancellation));
        }

        var plan = await versions.ReadAsync(report.Plan, report.PlanVersion, cancellation);
        if (upload.Item.Length > 0 && !ReportItems.Of(plan, report.Period).Any(item => item.Code == upload.Item))
        {
            return new CommandResult.Refused("no-such-item", $"The report has no item '{upload.Item}'.");
        }

        var findings = RejectedFiles.Judge(upload.Files, await RejectedFiles.OfAsync(table, upload.Report, cancellation));
        Text[] refused =
        [
            .. findings
                .Where(one => one.Refusal is not null)
                .Select(one => Texts.FileAndWhy(file: one.Name, why: AttachmentReasons.Text(one.Refusal!))),
        ];
        return refused.Length > 0
            ? new CommandResult.Refused("file-not-kept", "A file cannot be kept as evidence.") { Because = refused }
            : await TakeAsync(upload, [.. findings.Zip(upload.Files, (finding, file) => Kept(upload, finding, file))], cancellation);
    }

    private async Task<CommandResult> TakeAsync(EvidenceUpload upload, IReadOnlyList<KeptFile> files, CancellationToken cancellation)
    {
        await evidence.StoreAsync(files, cancellation);
        var nothing = new ParsedReply(null, [], []);
        var answer = new GivenAnswer(upload.Report, nothing, upload.By, upload.Source)
        {
            Part = upload.Part,
            Companion = new UploadCompanion(evidence, upload, new ReplyWithFiles(nothing, [], files), cancellation),
        };
        return await reports.AnswerAsync(answer, null, cancellation) switch
        {
            { Kind: ReportAnswerKind.Closed, After: var closed } => ReportClosureWords.Refuse(
                closed,
                await directory.ReadForAsync(closed.Administration, cancellation)
            ),
            _ => new CommandResult.Recorded(null),
        };
    }

    private static KeptFile Kept(EvidenceUpload upload, AttachmentFinding finding, ReceivedFile file) =>
        new(finding, file.Content) { Item = upload.Item.Length > 0 ? upload.Item : null };
}

/// <summary>Files chosen on a page.</summary>
/// <param name="Item">Code of what they support; empty: what their names name, else all that the report holds.</param>
/// <param name="Part">Number of the part that they belong to; null: the whole report.</param>
public sealed record EvidenceUpload(
    ReportRef Report,
    string Item,
    IReadOnlyList<ReceivedFile> Files,
    PersonId By,
    EntrySource Source,
    int? Part = null
);

/// <summary>Commits the files together with the report that they support.</summary>
internal sealed class UploadCompanion(EvidenceService evidence, EvidenceUpload upload, ReplyWithFiles files, CancellationToken cancellation)
    : IAnswerCompanion
{
    public ReportAnswerResult Complete(ReportAnswerResult result) => EvidenceLinks.Attach(result, files);

    public async Task AddAsync(UnitOfWork unit, ReportAnswerResult result, IReadOnlyList<FormItem> items, FoundRows rows)
    {
        if (result.Kind != ReportAnswerKind.Closed)
        {
            await evidence.RecordAsync(unit, files.Kept, result.After, [], upload.By, upload.Source, cancellation);
        }
    }
}
