using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Tasks;

/// <summary>A reviewer accepts a report, or sends it back with reasons.</summary>
internal sealed class ReviewReportTask(ProgrammeTable table, MailWriter writer) : ITaskKind
{
    public TaskDefinition Definition => ReportTaskKinds.ReviewReport;

    public Text Title { get; } = Texts.ReviewTheReport;

    public async Task<TaskMatter> MatterAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        ReportRecord report = await ReportTasks.ReportAsync(table, stream, task, read, cancellation);
        About.Report about = ReportTasks.About(report, register);
        var review = new ReviewTask(about, report.Entries.Count, report.Submissions[^1].At, task.Due, writer.TaskLink);
        return TaskMatter.Of(task, about, review, writer.TaskLink);
    }

    public async Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation)
    {
        ReportRecord report = await ReportTasks.ReportAsync(table, opening.Stream, opening.Task, null, cancellation);
        return opening.Decision(ReportTasks.About(report, opening.Register), $"/plans/{report.Plan}/reports/{report.Period.Key}");
    }

    public async Task<IReadOnlySet<PersonId>> AuthorsAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        CancellationToken cancellation
    ) => ReportAuthors.Of(await ReportTasks.ReportAsync(table, stream, task, read, cancellation));
}
