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

/// <summary>An approver signs a donor report, or sends it back.</summary>
internal sealed class SignDonorReportTask(ProgrammeTable table, MailWriter writer) : ITaskKind
{
    public TaskDefinition Definition => DonorReportTaskKinds.SignDonorReport;

    public Text Title { get; } = Texts.SignTheDonorReport;

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
        var sign = new ReviewTask(about, report.FigureCount, report.AssembledAt ?? task.AskedAt, task.Due, writer.TaskLink);
        return TaskMatter.Of(task, about, sign, writer.TaskLink);
    }

    public async Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation) =>
        DonorReportTasks.Open(await DonorReportTasks.ReportAsync(table, opening.Stream, opening.Task, cancellation), opening);

    public async Task<IReadOnlySet<PersonId>> AuthorsAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        CancellationToken cancellation
    ) =>
        (await table.FindAsync<DonorReportRecord>(stream, DonorReportRows.Key(task.Subject.Period), cancellation))?.Value.Latest
            is { } version
            ? DonorReportAuthors.Of(version)
            : TaskKinds.Nobody;
}
