using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Meetings;

/// <summary>Officers' decisions on meetings: calling and cancelling them, and writing their minutes.</summary>
public sealed class MeetingService(ProgrammeTable table, ProgrammeDirectory directory, MailWriter writer, TimeProvider clock)
    : IExpectedWork
{
    private const int MostPoints = 30,
        MostPeople = 200,
        LongestTitle = 200,
        LongestAgenda = 4_000,
        YearsAhead = 2;

    public string Kind => "meeting";

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

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
        if (
            called.Start <= Today
            || called.End < called.Start
            || called.Ref.Year != called.Start.Year
            || called.Start > Today.AddYears(YearsAhead)
            || called.End > called.Start.AddDays(30)
        )
        {
            return (new CommandResult.Refused("meeting-days", "A meeting lies ahead, within two years, and ends after it begins."), null);
        }

        if (
            new[] { called.Title, called.Place, called.Agenda }.Any(string.IsNullOrWhiteSpace)
            || TextBounds.IsLonger(called.Title, LongestTitle)
            || TextBounds.IsLonger(called.Place, LongestTitle)
            || TextBounds.IsLonger(called.Agenda, LongestAgenda)
        )
        {
            return (new CommandResult.Refused("meeting-words", "A meeting has a title, a place and an agenda."), null);
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

    public Task<CommandResult> CancelAsync(MeetingRef id, string reason, PersonId by, AsRead asRead, CancellationToken cancellation) =>
        ChangeAsync(
            id,
            asRead,
            string.IsNullOrWhiteSpace(reason) ? ReasonedChange.ReasonNeeded : TextRefusals.Refuse(TextBounds.Reason, reason),
            async (unit, meeting) =>
            {
                IReadOnlyList<WakeUp> waiting = await TaskEnding.CancelAllAsync(table, unit, by, clock.GetUtcNow(), cancellation);
                unit.Record(new AuditEntry(AuditKind.MeetingCancelled, id.Id, by, reason));
                return (
                    meeting with
                    {
                        State = MeetingState.Cancelled,
                    },
                    new CommandResult.Recorded(null) { Also = [.. waiting, new WakeUp(id.InstanceId, Stages.Changed)] }
                );
            },
            cancellation
        );

    /// <summary>Saves attendance, minutes and action points. The minutes go to all coordinators, and the action points become
    /// tasks.</summary>
    public async Task<CommandResult> WriteMinutesAsync(
        MeetingRef id,
        NewMinutes minutes,
        PersonId by,
        AsRead asRead,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        return await ChangeAsync(
            id,
            asRead,
            Problem(minutes, register),
            async (unit, meeting) =>
            {
                MeetingRecord held = meeting with
                {
                    State = MeetingState.Held,
                    Minutes = minutes.Minutes.Trim(),
                    Attendance = [.. minutes.Attendance.Where(one => one.Women + one.Men > 0)],
                    Points =
                    [
                        .. minutes.Points.Select(
                            (point, at) => new ActionPoint(at + 1, point.Text.Trim(), point.Administration, point.Due)
                        ),
                    ],
                };
                unit.Record(new AuditEntry(AuditKind.MinutesWritten, id.Id, by));
                TaskRef asked = await TaskEnding.AnswerAsync(table, unit, id.Minutes, by, clock.GetUtcNow(), cancellation);
                return (
                    held,
                    new CommandResult.Recorded(asked.InstanceId)
                    {
                        Also = [new WakeUp(id.InstanceId, Stages.Changed)],
                        Mails = await TellAsync(unit, held, register, cancellation),
                    }
                );
            },
            cancellation,
            mayBegin: meeting => meeting.Start <= Today
        );
    }

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
                    || (row.Value.State == MeetingState.Called && Today < row.Value.End.AddDays(MeetingActivities.MinutesDaysTaken))
                select new ExpectedWork(nameof(CoordinatorsMeeting), id, id.InstanceId, [TaskRef.InstancesOf(id.Stream)]),
            ]
            : [];

    private CommandResult.Refused? Problem(NewMinutes minutes, ProgrammeRegister register) =>
        string.IsNullOrWhiteSpace(minutes.Minutes) ? new CommandResult.Refused("minutes-empty", "Minutes say what was said.")
        : minutes.Points.Count > MostPoints || minutes.Points.Any(point => string.IsNullOrWhiteSpace(point.Text) || point.Due <= Today)
            ? new CommandResult.Refused("action-point", "An action point says what is to be done by which day to come; at most 30.")
        : minutes.Attendance.Any(one => one.Women is < 0 or > MostPeople || one.Men is < 0 or > MostPeople)
        || minutes.Attendance.DistinctBy(one => one.Administration).Count() < minutes.Attendance.Count
            ? new CommandResult.Refused("meeting-attendance", "Who came is counted, once for each administration.")
        : minutes
            .Attendance.Select(one => one.Administration)
            .Concat(minutes.Points.Select(point => point.Administration).OfType<AdministrationId>())
            .Any(home => !register.Administrations.ContainsKey(home))
            ? new CommandResult.Refused("no-such-administration", "There is no such administration.")
        : TextRefusals.Refuse(TextBounds.Narrative, minutes.Minutes)
            ?? TextRefusals.Refuse(TextBounds.Reason, [.. minutes.Points.Select(point => point.Text)]);

    private async Task<MailsOfStream> TellAsync(
        UnitOfWork unit,
        MeetingRecord held,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        var keys = new List<string>();
        var sent = new MinutesSent(held, register.Administrations.ToDictionary(one => one.Key, one => one.Value.Names));
        foreach (PersonId to in register.Holding(Role.Coordinator, Today))
        {
            if (await writer.WriteAsync(unit, new NewMail(sent, to, $"{held.Ref.Id}-minutes-{to}"), cancellation) is { } key)
            {
                keys.Add(key);
            }
        }

        return new MailsOfStream(unit.Stream, keys);
    }

    private Task<CommandResult> ChangeAsync(
        MeetingRef id,
        AsRead asRead,
        CommandResult.Refused? problem,
        Func<UnitOfWork, MeetingRecord, Task<(MeetingRecord After, CommandResult.Recorded Result)>> change,
        CancellationToken cancellation,
        Func<MeetingRecord, bool>? mayBegin = null
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (problem is not null)
                {
                    return (null, problem);
                }

                if (
                    await id.FindAsync(table, cancellation) is not { Value.State: MeetingState.Called } row
                    || mayBegin?.Invoke(row.Value) == false
                )
                {
                    return (null, new CommandResult.Refused("no-such-meeting", "There is no such meeting to decide about."));
                }

                if (!asRead.Fits(row))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                var unit = new UnitOfWork(id.Stream);
                (MeetingRecord after, CommandResult.Recorded result) = await change(unit, row.Value);
                unit.Replace(row, after);
                return (unit, result);
            },
            cancellation
        );
}
