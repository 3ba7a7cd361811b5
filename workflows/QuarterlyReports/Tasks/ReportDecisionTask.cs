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

/// <summary>Base of tasks in which the Secretariat decides something about a report on its page.</summary>
internal abstract class ReportDecisionTask(ProgrammeTable table, MailWriter writer) : ITaskKind
{
    public abstract TaskDefinition Definition { get; }

    public abstract Text Title { get; }

    /// <summary>The first mail.</summary>
    protected abstract Task<MailContent> AskAsync(
        HumanTaskRecord task,
        ReportRecord report,
        About.Report about,
        Uri link,
        CancellationToken cancellation
    );

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
        return TaskMatter.Of(task, about, await AskAsync(task, report, about, writer.TaskLink, cancellation), writer.TaskLink);
    }

    public async Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation)
    {
        ReportRecord report = await ReportTasks.ReportAsync(table, opening.Stream, opening.Task, null, cancellation);
        return opening.Decision(ReportTasks.About(report, opening.Register), $"/plans/{report.Plan}/reports/{report.Period.Key}");
    }

    public virtual Task<IReadOnlySet<PersonId>> AuthorsAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        CancellationToken cancellation
    ) => Task.FromResult(TaskKinds.Nobody);
}
