using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Meetings;

public static class MeetingTaskKinds
{
    public static TaskDefinition Invite { get; } = TaskDefinition.OfCoordinator("InviteToMeeting");

    public static TaskDefinition Minutes { get; } = TaskDefinition.OfOfficer("WriteMinutes");

    public static TaskDefinition Point { get; } = TaskDefinition.OfCoordinator("ActionPoint");

    public static TaskDefinition PointOfSecretariat { get; } = TaskDefinition.OfOfficer("ActionPointOfSecretariat");
}

/// <summary>An administration says who attends and what they contribute.</summary>
internal sealed class InviteToMeetingTask(ShortFormService forms, ProgrammeTable table, ProgrammeDirectory directory)
    : ShortFormTask(forms, directory)
{
    public override TaskDefinition Definition => MeetingTaskKinds.Invite;

    public override Text Title { get; } = Texts.InvitationTask;

    protected override async Task<ShortForm> FormAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    ) => MeetingForms.Invitation(await table.MeetingAsync(stream, cancellation), register.NamesOf(task.Administration!.Value));
}

/// <summary>An officer writes the minutes on the meeting's page.</summary>
internal sealed class WriteMinutesTask(ProgrammeTable table, MailWriter writer) : ITaskKind
{
    public TaskDefinition Definition => MeetingTaskKinds.Minutes;

    public Text Title { get; } = Texts.AskForMinutesTask;

    public async Task<TaskMatter> MatterAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        MeetingRecord meeting = await table.MeetingAsync(stream, cancellation);
        return TaskMatter.Of(task, AboutIt(meeting), new AskForMinutes(meeting, task.Due, PageOf(meeting)), PageOf(meeting));
    }

    public async Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation)
    {
        MeetingRecord meeting = await table.MeetingAsync(opening.Stream, cancellation);
        return opening.Decision(AboutIt(meeting), $"/meetings/{meeting.Ref.Year}");
    }

    private static About.Matter AboutIt(MeetingRecord meeting) => new(MeetingForms.Programme, MeetingForms.Matter(meeting));

    private Uri PageOf(MeetingRecord meeting) => writer.Page($"meetings/{meeting.Ref.Year}");
}

/// <summary>An administration, or the Secretariat, says what became of an action point.</summary>
internal abstract class PointTask(ShortFormService forms, ProgrammeTable table, ProgrammeDirectory directory)
    : ShortFormTask(forms, directory)
{
    public override Text Title { get; } = Texts.PointTask;

    protected override async Task<ShortForm> FormAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        MeetingRecord meeting = await table.MeetingAsync(stream, cancellation);
        return MeetingForms.Point(
            meeting,
            meeting.Points[Number(task) - 1],
            task.Administration is { } home ? register.NamesOf(home) : MeetingForms.Programme
        );
    }

    internal override async Task<bool> TakenAsync(
        UnitOfWork unit,
        HumanTaskRecord task,
        ShortFormAnswer answer,
        ShortFormAnswer? before,
        CancellationToken cancellation
    )
    {
        Row<MeetingRecord> row = (await table.FindAsync<MeetingRecord>(unit.Stream, MeetingRef.Row, cancellation))!;
        int number = Number(task);
        unit.Replace(
                row,
                row.Value with
                {
                    Points =
                    [
                        .. row.Value.Points.Select(point =>
                            point.Number == number
                                ? point with
                                {
                                    Done = answer.Yes(MeetingForms.Done),
                                    Outcome = answer.Words(MeetingForms.Outcome),
                                }
                                : point
                        ),
                    ],
                }
            )
            .Record(new AuditEntry(AuditKind.ActionPointClosed, task.Id.Value, answer.By));
        return true;
    }

    private static int Number(HumanTaskRecord task) => task.Subject.Number;
}

internal sealed class ActionPointTask(ShortFormService forms, ProgrammeTable table, ProgrammeDirectory directory)
    : PointTask(forms, table, directory)
{
    public override TaskDefinition Definition => MeetingTaskKinds.Point;
}

internal sealed class ActionPointOfSecretariatTask(ShortFormService forms, ProgrammeTable table, ProgrammeDirectory directory)
    : PointTask(forms, table, directory)
{
    public override TaskDefinition Definition => MeetingTaskKinds.PointOfSecretariat;
}

/// <summary>To officers, the day after a meeting.</summary>
public sealed record AskForMinutes(MeetingRecord Meeting, DateTimeOffset Due, Uri Page) : Asking
{
    public override Text Subject => Texts.MinutesSubject(meetingTitle: Meeting.Title);

    public override Uri? Link => Page;

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [Texts.AskForMinutesIntro, Texts.AskForMinutesDue(due: Text.For(eachLanguage => dates(eachLanguage).Deadline(Due)))];
}

internal static class MeetingRows
{
    public static async Task<MeetingRecord> MeetingAsync(this ProgrammeTable table, StreamId stream, CancellationToken cancellation) =>
        (await table.FindAsync<MeetingRecord>(stream, MeetingRef.Row, cancellation))!.Value;
}
