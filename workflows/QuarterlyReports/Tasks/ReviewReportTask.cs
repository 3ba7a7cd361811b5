using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Tasks;

/// <summary>A reviewer accepts a report, or sends it back with reasons.</summary>
internal sealed class ReviewReportTask(ProgrammeTable table, MailWriter writer) : ReportDecisionTask(table, writer)
{
    private readonly ProgrammeTable rows = table;

    public override TaskDefinition Definition => ReportTaskKinds.ReviewReport;

    public override Text Title { get; } = Texts.ReviewTheReport;

    protected override Task<MailContent> AskAsync(
        HumanTaskRecord task,
        ReportRecord report,
        About.Report about,
        Uri link,
        CancellationToken cancellation
    ) => Task.FromResult<MailContent>(new ReviewTask(about, report.Entries.Count, report.Submissions[^1].At, task.Due, link));

    public override async Task<IReadOnlySet<PersonId>> AuthorsAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        CancellationToken cancellation
    ) => ReportAuthors.Of(await ReportTasks.ReportAsync(rows, stream, task, read, cancellation));
}
