using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Onboarding.Members;

public sealed class MemberActivities(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    PeopleService people,
    IMemberPlans plans,
    TaskAsking asking,
    MailPost post,
    TimeProvider clock
)
{
    /// <summary>How long a head of customs has to confirm.</summary>
    internal const int DaysTaken = 120;

    private const int DaysToConfirm = 45,
        DaysToRegister = 10,
        DaysRegistering = 60;

    private DateOnly Today => clock.UtcToday();

    /// <summary>Returns what a new Member waits for.</summary>
    [Function(nameof(TakeMemberStep))]
    public async Task<Stage> TakeMemberStep(
        [ActivityTrigger] MemberRef id,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        MemberRecord member =
            (await id.FindAsync(table, cancellation))?.Value
            ?? throw new InvalidOperationException($"There is no new Member {id.Administration}.");
        switch (member.State)
        {
            case MemberState.Interested:
                return new Stage(
                    await asking.AskAsync(
                        id.Stream,
                        MemberTaskKinds.Confirm,
                        [new TaskWanted(id.Confirmation(member.Returns), member.Id.Value, member.Id)],
                        Today.AddDays(DaysToConfirm),
                        Today.AddDays(DaysTaken),
                        cancellation
                    )
                );
            case MemberState.Confirmed:
                int tries = await CountTryAsync(id, member, cancellation);
                // where nobody answered in time it is asked again: without a coordinator nothing goes on
                (TaskRef asked, _) = await CurrentTask.CurrentAsync(
                    table,
                    new TaskRef(id.Stream, id.Registration(member.Returns, tries)),
                    cancellation
                );
                return new Stage(
                    await asking.AskAsync(
                        id.Stream,
                        MemberTaskKinds.Register,
                        [new TaskWanted(asked.Task, member.Id.Value, null)],
                        Today.AddDays(DaysToRegister),
                        Today.AddDays(DaysRegistering),
                        cancellation
                    )
                );
            case MemberState.CoordinatorNamed:
                return await RegisterAsync(member, cancellation)
                    ? await JoinAsync(id, member, workflows, cancellation)
                    : await TakeMemberStep(id, workflows, cancellation);
            default:
                return Stage.Over;
        }
    }

    /// <summary>The first time, and each time that what was named could not be registered.</summary>
    private Task<int> CountTryAsync(MemberRef id, MemberRecord member, CancellationToken cancellation) =>
        member.Tries > 0
            ? Task.FromResult(member.Tries)
            : table.DecideAsync(
                async () =>
                {
                    Row<MemberRecord> row = (await id.FindAsync(table, cancellation))!;
                    return row.Value.Tries > 0
                        ? ((UnitOfWork?)null, row.Value.Tries)
                        : (new UnitOfWork(id.Stream).Replace(row, row.Value with { Tries = 1 }), 1);
                },
                cancellation
            );

    /// <returns>False where what was named cannot be registered; then an officer is asked again.</returns>
    private async Task<bool> RegisterAsync(MemberRecord member, CancellationToken cancellation)
    {
        if (member.Coordinator is not { } named)
        {
            return true;
        }

        directory.Forget();
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        var role = new RoleHeld(Role.Coordinator, Today, Administration: member.Id);
        Person? known = register.ByAddress(named.Email);
        if (known?.Holds(Role.Coordinator, Today.AddDays(1), member.Id) == true)
        {
            return true;
        }

        Person wanted = known is null
            ? new Person(
                FreeId(register, $"coordinator-{member.Id.Value.ToLowerInvariant()}"),
                named.Name,
                named.Email,
                register.Administrations[member.Id].Language,
                [role]
            )
            : known with
            {
                Roles = GoingOn(known.Roles, role),
            };
        RegisterResult<Person> result = await people.SaveAsync(
            wanted,
            known is null ? AsRead.Nothing : AsRead.Of(ContentTag.Of(known)),
            member.Officer!.Value,
            "named by the head of customs",
            cancellation
        );
        if (result.IsStale)
        {
            return await RegisterAsync(member, cancellation);
        }

        if (result.Saved is null)
        {
            await AskAgainAsync(new MemberRef(member.Id), cancellation);
            return false;
        }

        if (result.Mails is { } mails)
        {
            await post.SendAsync(mails.Stream, mails.Keys, cancellation);
        }

        return true;
    }

    /// <summary>The roles with one that goes on: whoever comes back on the day it left holds one that ends today.</summary>
    internal static IReadOnlyList<RoleHeld> GoingOn(IReadOnlyList<RoleHeld> roles, RoleHeld wanted)
    {
        RoleHeld[] now =
        [
            .. roles.Where(held => held.Role == wanted.Role && held.Administration == wanted.Administration && held.IsValidOn(wanted.From)),
        ];
        return now.Any(held => held.IsValidOn(wanted.From.AddDays(1))) ? roles
            : now is [var ends, ..] ? [.. roles.Select(held => held == ends ? held with { Until = null } : held)]
            : [.. roles, wanted];
    }

    internal static PersonId FreeId(ProgrammeRegister register, string wanted)
    {
        var id = new PersonId(wanted);
        for (int number = 2; register.People.ContainsKey(id); number++)
        {
            id = new PersonId(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{wanted}-{number}"));
        }

        return id;
    }

    private Task<bool> AskAgainAsync(MemberRef id, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
            {
                Row<MemberRecord> row = (await id.FindAsync(table, cancellation))!;
                return row.Value.State == MemberState.CoordinatorNamed
                    ? (
                        new UnitOfWork(id.Stream).Replace(
                            row,
                            row.Value with
                            {
                                State = MemberState.Confirmed,
                                Tries = row.Value.Tries + 1,
                            }
                        ),
                        true
                    )
                    : ((UnitOfWork?)null, false);
            },
            cancellation
        );

    private async Task<Stage> JoinAsync(MemberRef id, MemberRecord member, DurableTaskClient workflows, CancellationToken cancellation)
    {
        PlanId? plan = await plans.BeginFirstAsync(member.Id, member.PlanStart, member.Officer!.Value, workflows, cancellation);
        await table.DecideAsync(
            async () =>
            {
                Row<MemberRecord> row = (await id.FindAsync(table, cancellation))!;
                return row.Value.State == MemberState.CoordinatorNamed
                    ? (
                        new UnitOfWork(id.Stream)
                            .Replace(
                                row,
                                row.Value with
                                {
                                    State = MemberState.Joined,
                                    Joined = row.Value.Joined ?? Today,
                                    FirstPlan = plan,
                                }
                            )
                            .Record(new AuditEntry(AuditKind.MemberJoined, id.Administration.Value, Reason: plan?.Value)),
                        true
                    )
                    : ((UnitOfWork?)null, false);
            },
            cancellation
        );
        return Stage.Over;
    }
}
