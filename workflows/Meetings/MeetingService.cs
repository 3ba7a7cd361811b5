using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Meetings;

/// <summary>Officers' decisions on meetings: calling and cancelling them, and writing their minutes.</summary>
public sealed class MeetingService(ProgrammeTable table, ProgrammeDirectory directory, TimeProvider clock) : IExpectedWork
{
    private static readonly CommandResult.Refused NoSuchMeeting = new("no-such-meeting", "There is no such meeting to decide about.");

    public string Kind => "meeting";

    private DateOnly Today => clock.UtcToday();

    /// <returns>The meeting to begin; null where none was called.</returns>
    public async Task<(CommandResult Result, MeetingRef? Begin)> CallAsync(
        MeetingRecord wanted,
        PersonId by,
        CancellationToken cancellation
    )
    {
        MeetingRecord called = new(wanted.Ref, wanted.Title, wanted.Start, wanted.End, wanted.Place, wanted.Agenda, MeetingState.Called)
        {
            CalledOn = Today,
        };
        if (MeetingRules.Refuse(called, Today) is { } refused)
        {
            return (refused, null);
        }

        bool begun = await table.AddOnceAsync<MeetingRecord>(
            called.Ref.Stream,
            MeetingRef.Row,
            () =>
                new UnitOfWork(called.Ref.Stream)
                    .Add(MeetingRef.Row, called)
                    .Record(new AuditEntry(AuditKind.MeetingCalled, called.Ref.Id, by)),
            cancellation
        );
        return begun
            ? (new CommandResult.Recorded(null), called.Ref)
            : (new CommandResult.Refused("meeting-twice", "There is a meeting of that year already."), null);
    }

    /// <summary>Cancels the meeting. The workflow tells everybody who speaks for an administration.</summary>
    public async Task<CommandResult> CancelAsync(MeetingRef id, string reason, PersonId by, AsRead asRead, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return ReasonedChange.ReasonNeeded;
        }

        return TextRefusals.Refuse(TextBounds.Reason, reason)
            ?? await TaskEnding.CancelAllWithAsync(
                table,
                id.Stream,
                (by, clock.GetUtcNow()),
                async unit =>
                {
                    (Row<MeetingRecord>? row, CommandResult refused) = await CalledAsync(id, asRead, cancellation);
                    if (row is null)
                    {
                        return refused;
                    }

                    ProgrammeRegister register = await directory.ReadNowAsync(cancellation);
                    IEnumerable<PersonId> invited = register
                        .TakingPart(Today)
                        .SelectMany(home => register.Answering(home, Today))
                        .Union(await TaskPeople.ConcernedAsync(table, id.Stream, register, Today, cancellation));
                    MeetingRecord cancelled = row.Value with
                    {
                        State = MeetingState.Cancelled,
                        Cancelled = new EventCancellation(reason, by),
                        Untold = MeetingMails.ListOf(invited.Where(one => one != by)),
                    };
                    unit.Replace(row, cancelled).Record(new AuditEntry(AuditKind.MeetingCancelled, id.Id, by, reason));
                    return new CommandResult.Recorded(null) { Also = [new WakeUp(id.InstanceId, Stages.Changed)] };
                },
                cancellation
            );
    }

    /// <summary>Saves attendance, minutes and action points. The workflow sends the minutes to all coordinators and makes tasks of the
    /// action points.</summary>
    public async Task<CommandResult> WriteMinutesAsync(
        MeetingRef id,
        NewMinutes minutes,
        PersonId by,
        AsRead asRead,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        if (MeetingRules.Refuse(minutes, register, Today) is { } problem)
        {
            return problem;
        }

        return await table.DecideAsync<CommandResult>(
            async () =>
            {
                (Row<MeetingRecord>? row, CommandResult refused) = await CalledAsync(id, asRead, cancellation);
                if (row is null || row.Value.Start > Today)
                {
                    return (null, row is null ? refused : NoSuchMeeting);
                }

                UnitOfWork unit = new UnitOfWork(id.Stream)
                    .Replace(row, Held(row.Value, minutes) with { Untold = MeetingMails.ListOf(register.Holding(Role.Coordinator, Today)) })
                    .Record(new AuditEntry(AuditKind.MinutesWritten, id.Id, by));
                TaskRef asked = await TaskEnding.AnswerAsync(table, unit, id.Minutes, by, clock.GetUtcNow(), cancellation);
                return (unit, new CommandResult.Recorded(asked.InstanceId) { Also = [new WakeUp(id.InstanceId, Stages.Changed)] });
            },
            cancellation
        );
    }

    private static MeetingRecord Held(MeetingRecord meeting, NewMinutes minutes) =>
        meeting with
        {
            State = MeetingState.Held,
            Minutes = minutes.Minutes.Trim(),
            Attendance = [.. minutes.Attendance.Where(one => one.Women + one.Men > 0)],
            Points = [.. minutes.Points.Select((point, at) => new ActionPoint(at + 1, point.Text.Trim(), point.Administration, point.Due))],
        };

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Row<MeetingRecord>>> ListAsync(CancellationToken cancellation) =>
        [
            .. (await table.ListOfAllAsync<MeetingRecord>(MeetingRef.Streams, MeetingRef.Row, cancellation)).OrderByDescending(row =>
                row.Value.Ref.Year
            ),
        ];

    public async Task<IReadOnlyList<ExpectedWork>> FindAsync(bool thorough, CancellationToken cancellation) =>
        thorough
            ?
            [
                .. from row in await ListAsync(cancellation)
                let id = row.Value.Ref
                where
                    row.Value.State == MeetingState.Held
                    || row.Value is { State: MeetingState.Cancelled, Cancelled: not null, Untold: not null }
                    || (row.Value.State == MeetingState.Called && Today < MeetingDays.MinutesExpire(row.Value))
                select new ExpectedWork(nameof(CoordinatorsMeeting), id, id.InstanceId, [TaskRef.InstancesOf(id.Stream)]),
            ]
            : [];

    /// <returns>The meeting, if it can be decided about; else why not.</returns>
    private async Task<(Row<MeetingRecord>? Row, CommandResult Refused)> CalledAsync(
        MeetingRef id,
        AsRead asRead,
        CancellationToken cancellation
    )
    {
        Row<MeetingRecord>? row = await id.FindAsync(table, cancellation);
        return row?.Value.State != MeetingState.Called ? (null, NoSuchMeeting)
            : !asRead.Fits(row) ? (null, CommandResult.Refused.ChangedMeanwhile)
            : (row, NoSuchMeeting);
    }
}
