using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Tasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Remarks;

/// <summary>Lets readers reply to an issued report. Nothing is asked of them: the task exists as answered, without a workflow, and accepts
/// replies as long as the mail's link is valid.</summary>
internal sealed class ReadDonorReportTask(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    DonorRemarkService remarks,
    ReplyEnding ending
) : ITaskKind
{
    public TaskDefinition Definition => DonorReportTaskKinds.ReadDonorReport;

    public Text Title { get; } = Texts.ReadTheDonorReport;

    public static HumanTaskRecord Of(
        DonorReportRecord report,
        TaskId id,
        (DonorId Of, IReadOnlyList<PersonId> People) readers,
        DateTimeOffset at,
        TimeSpan life
    ) =>
        HumanTaskRecord.Ask(
            id,
            DonorReportTaskKinds.ReadDonorReport,
            TaskSubject.From(report.Period),
            report.Versions.Count,
            null,
            readers.People,
            at,
            at + life,
            at + life
        ) with
        {
            Readers = readers.Of,
            State = TaskState.Answered,
            EndedAt = at,
        };

    public async Task<TaskMatter> MatterAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        DonorReportRecord report = await DonorReportTasks.ReportAsync(table, stream, task, cancellation);
        return TaskMatter.Of(
            task,
            DonorReportTasks.About(report, register),
            new RemarkTaken(report.Label, new DonorReply(true, null, null)),
            null
        );
    }

    public async Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation)
    {
        DonorReportRecord report = await DonorReportTasks.ReportAsync(table, opening.Stream, opening.Task, cancellation);
        LinkedTask linked = opening.Linked(DonorReportTasks.About(report, opening.Register), ProgrammeZone.Name, opening.Task.Expires);
        return opening.IsOver ? new TaskLink.Closed(linked, LinkClosed.Expired) : new TaskLink.ByReply(linked);
    }

    public async Task<AnswerTaken?> TakeAsync(
        TaskReply reply,
        HumanTaskRecord task,
        FoundRows? rows,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        DonorReply said = DonorReply.Read(reply.Message, reply.From.Language);
        return
            said.IsEmpty
            || TextBounds.IsLonger(said.Comment, TextBounds.Comment)
            || TextBounds.IsLonger(said.Question, TextBounds.Comment)
            || await remarks.TakeAsync(reply, task, said, register, cancellation) is not { } taken
            ? await ending.LeaveAsync(reply, TriageReasons.StillUnclear, cancellation)
            : new AnswerTaken(AnswerOutcome.Taken, taken);
    }

    public async Task<UnderstoodAnswer?> UnderstandAsync(
        InboundMessage message,
        TaskRef task,
        HumanTaskRecord file,
        Person person,
        CancellationToken cancellation
    )
    {
        DonorReportRecord report = await DonorReportTasks.ReportAsync(table, task.Stream, file, cancellation);
        return new UnderstoodAnswer(
            DonorReportTasks.About(report, await directory.ReadAsync(cancellation)),
            [],
            [],
            [],
            !DonorReply.Read(message, person.Language).IsEmpty
        );
    }
}
