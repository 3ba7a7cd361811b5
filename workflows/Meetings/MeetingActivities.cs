using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Multilateral.Practices;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Workflows.Meetings;

public sealed class MeetingActivities(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    TaskAsking asking,
    BriefingResultsQuery results,
    PracticeService practices,
    MeetingMails papers,
    TimeProvider clock
)
{
    /// <summary>Returns what a meeting waits for.</summary>
    [Function(nameof(TakeMeetingStep))]
    public async Task<Stage> TakeMeetingStep([ActivityTrigger] MeetingRef id, CancellationToken cancellation)
    {
        MeetingRecord meeting =
            (await id.FindAsync(table, cancellation))?.Value ?? throw new InvalidOperationException($"There is no meeting {id.Year}.");
        return meeting.State switch
        {
            MeetingState.Called => await BeforeAsync(meeting, cancellation),
            MeetingState.Held => await AfterAsync(meeting, cancellation),
            MeetingState.Cancelled => await TellCancelledAsync(meeting, cancellation),
            _ => Stage.Over,
        };
    }

    private async Task<Stage> TellCancelledAsync(MeetingRecord meeting, CancellationToken cancellation)
    {
        if (meeting.Cancelled is { } why)
        {
            var told = EventCancelled.Of(meeting.Title, meeting.Start, meeting.End, meeting.Place, why);
            await papers.SendAsync(
                meeting.Ref,
                MeetingState.Cancelled,
                "cancelled",
                (_, _) => Task.FromResult<MailContent?>(told),
                cancellation
            );
        }

        return Stage.Over;
    }

    private async Task<Stage> BeforeAsync(MeetingRecord meeting, CancellationToken cancellation)
    {
        DateOnly today = clock.UtcToday(),
            briefing = MeetingDays.BriefingOn(meeting);
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        if (today < briefing)
        {
            IReadOnlyList<TaskAsked> invited = await asking.AskAsync(
                meeting.Ref.Stream,
                MeetingTaskKinds.Invite,
                [.. register.TakingPart(today).Select(one => new TaskWanted(meeting.Ref.InvitationOf(one), meeting.Ref.Id, one))],
                MeetingDays.AnswersDue(meeting),
                briefing,
                cancellation
            );
            return invited.Count > 0 ? new Stage(invited) : new Stage([], Morning(briefing));
        }

        if (meeting.BriefedAt is null || meeting.Untold is not null)
        {
            await BriefAsync(meeting, register, today, cancellation);
        }

        if (MeetingDays.MinutesAskedOn(meeting) is var after && today < after)
        {
            return new Stage([], Morning(after));
        }

        return new Stage(
            await asking.AskAsync(
                meeting.Ref.Stream,
                MeetingTaskKinds.Minutes,
                [new TaskWanted(meeting.Ref.Minutes.Task, meeting.Ref.Id, null)],
                MeetingDays.MinutesDue(meeting),
                MeetingDays.MinutesExpire(meeting),
                cancellation
            )
        );
    }

    private async Task<Stage> AfterAsync(MeetingRecord meeting, CancellationToken cancellation)
    {
        if (meeting.Untold is not null)
        {
            ProgrammeRegister register = await directory.ReadAsync(cancellation);
            Dictionary<AdministrationId, Text> names = register.Administrations.ToDictionary(one => one.Key, one => one.Value.Names);
            await papers.SendAsync(
                meeting.Ref,
                MeetingState.Held,
                "minutes",
                (held, _) => Task.FromResult<MailContent?>(new MinutesSent(held, names)),
                cancellation
            );
        }

        var open = new List<TaskAsked>();
        foreach (
            IGrouping<(DateOnly Due, bool Home), ActionPoint> same in meeting.Points.GroupBy(one =>
                (one.Due, one.Administration is not null)
            )
        )
        {
            open.AddRange(
                await asking.AskAsync(
                    meeting.Ref.Stream,
                    same.Key.Home ? MeetingTaskKinds.Point : MeetingTaskKinds.PointOfSecretariat,
                    [
                        .. same.Select(point => new TaskWanted(
                            meeting.Ref.PointTask(point.Number),
                            point.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                            point.Administration
                        )),
                    ],
                    same.Key.Due,
                    MeetingDays.PointExpires(same.Key.Due),
                    cancellation
                )
            );
        }

        if (open.Count > 0)
        {
            return new Stage(open);
        }

        await table.DecideAsync(
            async () =>
            {
                Row<MeetingRecord> row = (await meeting.Ref.FindAsync(table, cancellation))!;
                return row.Value.State == MeetingState.Held
                    ? (
                        new UnitOfWork(meeting.Ref.Stream)
                            .Replace(row, row.Value with { State = MeetingState.Closed })
                            .Record(new AuditEntry(AuditKind.ActionPointClosed, meeting.Ref.Id, Reason: "all action points have ended")),
                        true
                    )
                    : ((UnitOfWork?)null, false);
            },
            cancellation
        );
        return Stage.Over;
    }

    /// <summary>A pack to the coordinators of every administration.</summary>
    private async Task BriefAsync(MeetingRecord meeting, ProgrammeRegister register, DateOnly today, CancellationToken cancellation)
    {
        MeetingRef id = meeting.Ref;
        Dictionary<PersonId, AdministrationId> homes = register
            .TakingPart(today)
            .SelectMany(home => register.Holding(Role.Coordinator, today, home).Select(person => (Person: person, Home: home)))
            .DistinctBy(one => one.Person)
            .ToDictionary(one => one.Person, one => one.Home);
        if (meeting.BriefedAt is null)
        {
            await BeginBriefingAsync(id, homes.Keys, cancellation);
        }

        BroughtToMeeting[] brought =
        [
            .. BriefingPack.Of(await ShortFormAnswer.ListAsync(table, id.Stream, id.Inviting, cancellation), register.NamesOf),
            .. BriefingPack.Of(await practices.ListAsync(cancellation), clock.GetUtcNow(), register.NamesOf),
        ];
        await papers.SendAsync(
            id,
            MeetingState.Called,
            "briefing",
            async (now, to) =>
                homes.TryGetValue(to, out AdministrationId home)
                    ? new BriefingPack(now, register.NamesOf(home), await results.ReadAsync(home, cancellation), brought)
                    : null,
            cancellation
        );
    }

    private Task<bool> BeginBriefingAsync(MeetingRef id, IEnumerable<PersonId> coordinators, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
            {
                Row<MeetingRecord> row = (await id.FindAsync(table, cancellation))!;
                return row.Value is { State: MeetingState.Called, BriefedAt: null }
                    ? (
                        new UnitOfWork(id.Stream)
                            .Replace(row, row.Value with { BriefedAt = clock.GetUtcNow(), Untold = MeetingMails.ListOf(coordinators) })
                            .Record(new AuditEntry(AuditKind.MeetingBriefed, id.Id)),
                        true
                    )
                    : ((UnitOfWork?)null, false);
            },
            cancellation
        );

    private static DateTimeOffset Morning(DateOnly day) => new(day.ToDateTime(new TimeOnly(6, 0)), TimeSpan.Zero);
}
