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

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Enters an administration that is interested, and who speaks for it.</summary>
    /// <returns>The Member to begin; null where there are problems.</returns>
    public async Task<(CommandResult Result, MemberRef? Begin)> BeginAsync(NewMember wanted, PersonId by, CancellationToken cancellation)
    {
        Administration home = wanted.Administration;
        var id = new MemberRef(home.Id);
        directory.Forget();
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        if (register.Administrations.TryGetValue(home.Id, out Administration? there) && ContentTag.Of(there) != ContentTag.Of(home))
        {
            return (new CommandResult.Refused("member-twice", "This administration takes part already, or did."), null);
        }

        if (!DayBounds.Holds(wanted.PlanStart) || wanted.PlanStart < Today.AddYears(-1))
        {
            return (new CommandResult.Refused("member-plan-start", "The first plan begins on a day to come."), null);
        }

        string small = home.Id.Value.ToLowerInvariant();
        var head = new Person(
            new PersonId($"head-{small}"),
            wanted.HeadName,
            wanted.HeadEmail,
            home.Language,
            [new RoleHeld(Role.HeadOfCustoms, Today, Administration: home.Id)]
        );
        // before anything is written: an administration that nobody speaks for would be left half entered
        if (
            RegisterProblems.In(home, register).Concat(RegisterProblems.In(head with { Roles = [] }, register)).FirstOrDefault() is
            { } problem
        )
        {
            return (new CommandResult.Refused(problem.Rule, $"{problem.Path}: {problem.Why}"), null);
        }

        if (there is null)
        {
            RegisterResult<Administration> saved = await registers.SaveAsync(home, AsRead.Nothing, by, cancellation);
            if (saved.Saved is null)
            {
                return (Refused(saved.Problems), null);
            }
        }

        MailsOfStream? mails = null;
        if (!register.People.ContainsKey(head.Id))
        {
            RegisterResult<Person> person = await people.SaveAsync(head, AsRead.Nothing, by, "speaks for a new Member", cancellation);
            if (person.Saved is null)
            {
                return (Refused(person.Problems), null);
            }

            mails = person.Mails;
        }

        bool begun = await table.AddOnceAsync<MemberRecord>(
            id.Stream,
            MemberRecord.Row,
            () =>
                new UnitOfWork(id.Stream)
                    .Add(MemberRecord.Row, new MemberRecord(home.Id, MemberState.Interested, Today, wanted.PlanStart))
                    .Record(new AuditEntry(AuditKind.MemberInterested, home.Id.Value, by)),
            cancellation
        );
        return begun
            ? (new CommandResult.Recorded(null) { Mails = mails }, id)
            : (new CommandResult.Refused("member-twice", "This administration takes part already, or did."), null);
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

        var waiting = new List<WakeUp>(await plans.EndAllAsync(id.Administration, reason, by, cancellation));
        MailsOfStream? mails = await EndRolesAsync(id.Administration, register, reason, by, cancellation);
        await table.DecideAsync(
            async () =>
            {
                Row<MemberRecord>? row = await id.FindAsync(table, cancellation);
                MemberRecord before = row?.Value ?? new MemberRecord(id.Administration, MemberState.Joined, Today, Today);
                var unit = new UnitOfWork(id.Stream);
                waiting.AddRange(await TaskEnding.CancelAllAsync(table, unit, by, clock.GetUtcNow(), cancellation));
                unit.Put(MemberRecord.Row, row, before with { State = MemberState.Left, Left = Today, LeftWhy = reason.Trim() })
                    .Record(new AuditEntry(AuditKind.MemberLeft, id.Administration.Value, by, reason));
                return ((UnitOfWork?)unit, true);
            },
            cancellation
        );
        return new CommandResult.Recorded(null) { Also = [.. waiting.Distinct()], Mails = mails };
    }

    public async Task<IReadOnlyList<MemberRecord>> ListAsync(CancellationToken cancellation) =>
        [
            .. (await table.ListOfAllAsync<MemberRecord>(MemberRef.Streams, MemberRecord.Row, cancellation))
                .Select(row => row.Value)
                .OrderBy(one => one.Id.Value, StringComparer.Ordinal),
        ];

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

    /// <summary>Ends everybody's roles for it today, and tells each of them and the Secretariat.</summary>
    private async Task<MailsOfStream?> EndRolesAsync(
        AdministrationId home,
        ProgrammeRegister register,
        string reason,
        PersonId by,
        CancellationToken cancellation
    )
    {
        var keys = new List<string>();
        foreach (Person person in register.People.Values.OrderBy(one => one.Id.Value, StringComparer.Ordinal))
        {
            RoleHeld[] roles =
            [
                .. person.Roles.Select(held =>
                    held.Administration == home && held.From <= Today && (held.Until is null || held.Until > Today)
                        ? held with
                        {
                            Until = Today,
                        }
                        : held
                ),
            ];
            if (roles.SequenceEqual(person.Roles))
            {
                continue;
            }

            RegisterResult<Person> result = await people.SaveAsync(
                person with
                {
                    Roles = roles,
                },
                AsRead.Of(ContentTag.Of(person)),
                by,
                reason,
                cancellation
            );
            keys.AddRange(result.Mails?.Keys ?? []);
        }

        return keys.Count == 0 ? null : new MailsOfStream(StreamId.Programme, keys);
    }

    private static CommandResult.Refused Refused(IReadOnlyList<RegisterProblem> problems) =>
        problems is [var first, ..]
            ? new CommandResult.Refused(first.Rule, $"{first.Path}: {first.Why}")
            : CommandResult.Refused.ChangedMeanwhile;
}
