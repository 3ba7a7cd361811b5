using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.MoreTime;

/// <summary>An officer gives an administration more time, or does not.</summary>
internal sealed class DecideMoreTimeTask(ProgrammeTable table, MailWriter writer) : ITaskKind
{
    public TaskDefinition Definition => TimeTasks.Kind;

    public Text Title { get; } = Texts.DecideOnMoreTime;

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
        TimeRequest asked = report.TimeRequests.First(one => one.Number == task.Subject.Number);
        return TaskMatter.Of(
            task,
            about,
            new AskMoreTime(about, Placeholders.NameOf(asked.By), asked.Day, asked.Reason, report.Due, writer.TaskLink),
            writer.TaskLink
        );
    }

    public async Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation)
    {
        ReportRecord report = await ReportTasks.ReportAsync(table, opening.Stream, opening.Task, null, cancellation);
        return opening.Decision(ReportTasks.About(report, opening.Register), $"/plans/{report.Plan}/reports/{report.Period.Key}");
    }
}
