using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Onboarding.Members;

/// <summary>Administrations that join and leave the programme.</summary>
public sealed class MemberService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    RegisterService registers,
    PeopleService people,
    IMemberPlans plans,
    TimeProvider clock
) : IExpectedWork
{
    public string Kind => "member";

    private DateOnly Today => clock.UtcToday();

    /// <summary>Enters an administration that is interested, and who speaks for it. One that declined, stayed silent or left can come
    /// back.</summary>
    /// <returns>The Member to begin; null where there are problems.</returns>
    public async Task<(CommandResult Result, MemberRef? Begin)> BeginAsync(NewMember wanted, PersonId by, CancellationToken cancellation)
    {
        Administration home = wanted.Administration;
        var id = new MemberRef(home.Id);
        directory.Forget();
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        MemberRecord? before = (await id.FindAsync(table, cancellation))?.Value;
        bool returns = before is not null && MayReturn(before);
        Administration? there = register.Administrations.GetValueOrDefault(home.Id);
        // before anybody is registered: a second head of customs would speak for it beside the first
        if (!returns && (before is not null || (there is not null && ContentTag.Of(there) != ContentTag.Of(home))))
        {
            return (Twice, null);
        }

        if (!DayBounds.Holds(wanted.PlanStart) || wanted.PlanStart < Today.AddYears(-1))
        {
            return (new CommandResult.Refused("member-plan-start", "The first plan begins on a day to come."), null);
        }

        (Person head, AsRead asRead) = HeadOf(wanted, register);
        // before anything is written: an administration that nobody speaks for would be left half entered
        if (
            RegisterEntryRules.In(home, register).Concat(RegisterEntryRules.In(head with { Roles = [] }, register)).FirstOrDefault() is
            { } problem
        )
        {
            return (Refused([problem]), null);
        }

        if (there is null || returns)
        {
            AsRead read = there is null ? AsRead.Nothing : AsRead.Of(ContentTag.Of(there));
            RegisterResult<Administration> saved = await registers.SaveAsync(home, read, by, cancellation);
            if (saved.Saved is null)
            {
                return (Refused(saved.Problems), null);
            }
        }

        RegisterResult<Person> person = await people.SaveAsync(head, asRead, by, "speaks for a new Member", cancellation);
        return person.Saved is null ? (Refused(person.Problems), null)
            : await EnterAsync(id, wanted.PlanStart, by, cancellation) is { } asked
                ? (new CommandResult.Recorded(null) { Also = [.. person.Also, .. asked], Mails = person.Mails }, id)
            : (Twice, null);
    }

    /// <summary>Whether nothing of it is under way.</summary>
    private bool MayReturn(MemberRecord member) =>
        member.State is MemberState.Declined or MemberState.Left
        || (member.State == MemberState.Interested && member.Interested.AddDays(MemberActivities.DaysTaken) <= Today);

    /// <returns>Those who were asked before; null where it takes part already.</returns>
    private Task<IReadOnlyList<WakeUp>?> EnterAsync(MemberRef id, DateOnly planStart, PersonId by, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
            {
                Row<MemberRecord>? row = await id.FindAsync(table, cancellation);
                var fresh = new MemberRecord(id.Administration, MemberState.Interested, Today, planStart);
                MemberRecord? after =
                    row is null ? fresh
                    : MayReturn(row.Value) ? MemberRecord.Again(row.Value, fresh)
                    : null;
                if (after is null)
                {
                    return ((UnitOfWork?)null, (IReadOnlyList<WakeUp>?)null);
                }

                UnitOfWork unit = new UnitOfWork(id.Stream)
                    .Put(MemberRecord.Row, row, after)
                    .Record(new AuditEntry(AuditKind.MemberInterested, id.Administration.Value, by));
                return (unit, await TaskEnding.CancelAllAsync(table, unit, by, clock.GetUtcNow(), cancellation));
            },
            cancellation
        );

    /// <summary>Somebody of the administration who is registered under the address speaks for it; anybody else is new.</summary>
    private (Person Head, AsRead AsRead) HeadOf(NewMember wanted, ProgrammeRegister register)
    {
        AdministrationId home = wanted.Administration.Id;
        var role = new RoleHeld(Role.HeadOfCustoms, Today, Administration: home);
        return register.ByAddress(wanted.HeadEmail) is { } known && known.Roles.Any(held => held.Administration == home)
            ? (known with { Roles = MemberActivities.GoingOn(known.Roles, role) }, AsRead.Of(ContentTag.Of(known)))
            : (
                new Person(
                    MemberActivities.FreeId(register, $"head-{home.Value.ToLowerInvariant()}"),
                    wanted.HeadName,
                    wanted.HeadEmail,
                    wanted.Administration.Language,
                    [role]
                ),
                AsRead.Nothing
            );
    }

    /// <summary>Ends an administration's participation: its plans end, nobody of it is asked any more, and what it reported
    /// stays.</summary>
    public async Task<CommandResult> LeaveAsync(MemberRef id, string reason, PersonId by, CancellationToken cancellation)
    {
        directory.Forget();
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        if (
            !register.Administrations.ContainsKey(id.Administration)
            || (await id.FindAsync(table, cancellation))?.Value.State == MemberState.Left
        )
        {
            return new CommandResult.Refused("no-such-member", "There is no such Member.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return ReasonedChange.ReasonNeeded;
        }

        if (TextRefusals.Refuse(TextBounds.Reason, reason) is { } longer)
        {
            return longer;
        }

        // before the roles: a plan that cannot be ended leaves everybody who speaks for it
        CommandResult ended = await plans.EndAllAsync(id.Administration, reason, by, cancellation);
        if (ended is not CommandResult.Recorded closed)
        {
            return ended;
        }

        CommandResult roles = await EndRolesAsync(id.Administration, reason, by, cancellation);
        if (roles is not CommandResult.Recorded told)
        {
            return roles;
        }

        IReadOnlyList<WakeUp> cancelled = await table.DecideAsync(
            async () =>
            {
                Row<MemberRecord>? row = await id.FindAsync(table, cancellation);
                MemberRecord before = row?.Value ?? new MemberRecord(id.Administration, MemberState.Joined, Today, Today);
                var unit = new UnitOfWork(id.Stream);
                IReadOnlyList<WakeUp> waiting = await TaskEnding.CancelAllAsync(table, unit, by, clock.GetUtcNow(), cancellation);
                unit.Put(MemberRecord.Row, row, before with { State = MemberState.Left, Left = Today, LeftWhy = reason.Trim() })
                    .Record(new AuditEntry(AuditKind.MemberLeft, id.Administration.Value, by, reason));
                return ((UnitOfWork?)unit, waiting);
            },
            cancellation
        );
        return told with { Also = [.. told.Also.Concat(closed.Also).Concat(cancelled).Distinct()] };
    }

    public Task<IReadOnlyList<MemberRecord>> ListAsync(CancellationToken cancellation) => MemberRecord.ListAsync(table, cancellation);

    public async Task<IReadOnlyList<ExpectedWork>> FindAsync(bool thorough, CancellationToken cancellation) =>
        thorough
            ?
            [
                .. from one in await ListAsync(cancellation)
                let id = new MemberRef(one.Id)
                where
                    one.State is MemberState.Confirmed or MemberState.CoordinatorNamed
                    || (one.State == MemberState.Interested && one.Interested.AddDays(MemberActivities.DaysTaken) > Today)
                select new ExpectedWork(nameof(OnboardingMember), id, id.InstanceId, [TaskRef.InstancesOf(id.Stream)]),
            ]
            : [];

    /// <summary>Ends everybody's roles for it today, also those that would begin later, and tells each of them and the
    /// Secretariat.</summary>
    /// <returns>Refused where one could not be ended; repeating it ends the rest.</returns>
    private async Task<CommandResult> EndRolesAsync(AdministrationId home, string reason, PersonId by, CancellationToken cancellation)
    {
        directory.Forget();
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        var keys = new List<string>();
        var waiting = new List<WakeUp>();
        foreach (Person listed in register.People.Values.OrderBy(one => one.Id.Value, StringComparer.Ordinal))
        {
            Person person = listed;
            while (RolesWithout(person, home) is { } roles)
            {
                var asRead = AsRead.Of(ContentTag.Of(person));
                RegisterResult<Person> result = await people.SaveAsync(person with { Roles = roles }, asRead, by, reason, cancellation);
                if (result is { IsStale: true, Before: { } now })
                {
                    person = now;
                    continue;
                }

                if (result.Saved is null)
                {
                    return Refused([.. result.Problems.Select(one => one with { Path = $"{person.Id}: {one.Path}" })]);
                }

                keys.AddRange(result.Mails?.Keys ?? []);
                waiting.AddRange(result.Also);
                break;
            }
        }

        return new CommandResult.Recorded(null)
        {
            Also = waiting,
            Mails = keys.Count == 0 ? null : new MailsOfStream(StreamId.Programme, keys),
        };
    }

    /// <returns>Null where the person has no part in it from tomorrow.</returns>
    private IReadOnlyList<RoleHeld>? RolesWithout(Person person, AdministrationId home) =>
        person.Roles.Any(held => held.Administration == home && (held.Until is null || held.Until > Today))
            ?
            [
                .. person
                    .Roles.Where(held => held.Administration != home || held.From <= Today)
                    .Select(held =>
                        held.Administration == home && (held.Until is null || held.Until > Today) ? held with { Until = Today } : held
                    ),
            ]
            : null;

    private static CommandResult.Refused Twice { get; } = new("member-twice", "This administration takes part already, or did.");

    private static CommandResult.Refused Refused(IReadOnlyList<RegisterProblem> problems) =>
        problems is [var first, ..]
            ? new CommandResult.Refused(first.Rule, $"{first.Path}: {first.Why}")
            : CommandResult.Refused.ChangedMeanwhile;
}
