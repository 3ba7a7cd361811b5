using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.DonorReports.Tasks;

/// <summary>An officer revises a donor report that an approver sent back.</summary>
internal sealed class ReviseDonorReportTask(ProgrammeTable table, MailWriter writer) : ITaskKind
{
    public TaskDefinition Definition => DonorReportTaskKinds.ReviseDonorReport;

    public Text Title { get; } = Texts.ReviseTheDonorReport;

    public async Task<TaskMatter> MatterAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        DonorReportRecord report = await DonorReportTasks.ReportAsync(table, stream, task, cancellation);
        About.DonorReport about = DonorReportTasks.About(report, register);
        var revise = new ReportReturned(about, report.Latest?.Decision?.Reason, [], task.Due, new MailForm(""), writer.TaskLink);
        return TaskMatter.Of(task, about, revise, writer.TaskLink);
    }

    public async Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation) =>
        DonorReportTasks.Open(await DonorReportTasks.ReportAsync(table, opening.Stream, opening.Task, cancellation), opening);
}
