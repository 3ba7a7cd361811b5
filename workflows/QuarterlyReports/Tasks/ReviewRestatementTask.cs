using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Tasks;

/// <summary>An approver decides whether an accepted figure is restated.</summary>
internal sealed class ReviewRestatementTask(ProgrammeTable table, MailWriter writer) : ITaskKind
{
    public TaskDefinition Definition => ReportTaskKinds.ReviewRestatement;

    public Text Title { get; } = Texts.DecideOnARestatement;

    public async Task<TaskMatter> MatterAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        About.Report about = ReportTasks.About(await ReportTasks.ReportAsync(table, stream, task, read, cancellation), register);
        ReportRestatement restatement = await RestatementAsync(stream, task, cancellation);
        var review = new ReviewTask(about, restatement.Items.Count, restatement.At, task.Due, writer.TaskLink);
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
    ) => ReportAuthors.Of(await RestatementAsync(stream, task, cancellation));

    private async Task<ReportRestatement> RestatementAsync(StreamId stream, HumanTaskRecord task, CancellationToken cancellation) =>
        (await table.FindAsync<ReportRestatement>(stream, ReportRows.RestatementKey(task.Subject), cancellation))!.Value;
}
