using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Onboarding;

/// <summary>Who takes part, and what each person may do. Every change is recorded with its reason, and the person and the Secretariat are
/// told.</summary>
public sealed class PeopleService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    RoleMails mails,
    StandIns standIns,
    DepartureService departures,
    TimeProvider clock
)
{
    /// <summary>Saves an officer's entry. Roles that need two people take effect once an approver has confirmed them.</summary>
    /// <param name="asRead">The entry that the officer has read, by its <see cref="ContentTag"/>, or that there was none.</param>
    /// <param name="why">Needed where roles or the address change.</param>
    public async Task<RegisterResult<Person>> SaveAsync(
        Person wanted,
        AsRead asRead,
        PersonId by,
        string? why,
        CancellationToken cancellation
    )
    {
        // what was entered a moment ago elsewhere counts too
        directory.Forget();
        if (RegisterEntryRules.In(wanted, await directory.ReadAsync(cancellation)) is { Count: > 0 } problems)
        {
            return new RegisterResult<Person>(null, null, problems);
        }

        RegisterResult<Person> result = await table.DecideAsync<RegisterResult<Person>>(
            async () =>
            {
                string key = ProgrammeRows.Key(wanted.Id);
                Row<Person>? row = await table.FindAsync<Person>(StreamId.Programme, key, cancellation);
                if (!asRead.Fits(row is null ? null : ContentTag.Of(row.Value)))
                {
                    return (null, new RegisterResult<Person>(null, row?.Value, []) { IsStale = true });
                }

                if (RoleGranting.IsOwn(row?.Value, wanted, by))
                {
                    return (
                        null,
                        new RegisterResult<Person>(
                            null,
                            row?.Value,
                            [new("roles", RoleGranting.OwnRoles, "Nobody changes their own roles.")]
                        )
                    );
                }

                Person after = RoleGranting.Apply(row?.Value, wanted, by, clock.GetUtcNow());
                var unit = new UnitOfWork(StreamId.Programme);
                MailsOfStream? told = await mails.WriteAsync(unit, row?.Value, after, by, why, cancellation);
                if (TextRefusals.Refuse(TextBounds.Reason, why) is { } longer)
                {
                    return (null, new RegisterResult<Person>(null, row?.Value, [new("reason", longer.Rule, longer.Why)]));
                }

                if (told is not null && string.IsNullOrWhiteSpace(why))
                {
                    return (
                        null,
                        new RegisterResult<Person>(null, row?.Value, [new("reason", "reason-needed", "Say why: it is kept and told.")])
                    );
                }

                if (row is not null && ContentTag.Of(after) == ContentTag.Of(row.Value))
                {
                    return (null, new RegisterResult<Person>(after, row.Value, [])); // it says what stands: nothing to record
                }

                unit.Put(key, row, after).Record(Entry(row?.Value, after, by, why));
                return (unit, new RegisterResult<Person>(after, row?.Value, []) { Mails = told });
            },
            cancellation
        );
        directory.Forget();
        return result with { Also = await departures.MoveTasksAsync(result.Before, result.Saved, cancellation) };
    }

    /// <summary>An approver confirms a person's pending roles, or refuses them with a reason. Neither the person nor whoever proposed them
    /// may do so.</summary>
    /// <param name="asRead">The person's entry, by its <see cref="ContentTag"/>.</param>
    public async Task<CommandResult> DecideAsync(
        PersonId id,
        Decision decision,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    )
    {
        CommandResult result = await table.DecideAsync<CommandResult>(
            async () =>
            {
                if (await table.FindAsync<Person>(StreamId.Programme, ProgrammeRows.Key(id), cancellation) is not { } row)
                {
                    return (null, new CommandResult.Refused("no-such-person", $"Nobody is registered as {id}."));
                }

                if (
                    decision.Approved
                    && row.Value.Roles.All(held => !held.IsPending)
                    && row.Value.Roles.Any(held => held.Grant?.ConfirmedBy == by)
                )
                {
                    return (null, new CommandResult.Recorded(null)); // sent again, since the answer never came
                }

                if (!asRead.Fits(ContentTag.Of(row.Value)))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                if (TextRefusals.Refuse(decision) is { } longer)
                {
                    return (null, longer);
                }

                if (!decision.Approved && string.IsNullOrWhiteSpace(decision.Reason))
                {
                    return (null, new CommandResult.Refused("reason-when-sent-back", "Refusing needs a reason."));
                }

                (Person? after, string? rule) = RoleGranting.Decide(row.Value, decision.Approved, by, clock.GetUtcNow());
                if (after is null)
                {
                    return (null, new CommandResult.Refused(rule!, "These roles cannot be decided on."));
                }

                var unit = new UnitOfWork(StreamId.Programme);
                MailsOfStream? told = await mails.WriteAsync(unit, row.Value, after, by, decision.Reason, cancellation);
                AuditKind kind = decision.Approved ? AuditKind.RolesConfirmed : AuditKind.RolesRefused;
                string? said = await standIns.SayAsync(by, decision.Reason, cancellation);
                unit.Replace(row, after).Record(Entry(row.Value, after, by, said) with { Kind = kind });
                return (unit, new CommandResult.Recorded(null) { Mails = told });
            },
            cancellation
        );
        directory.Forget();
        return result;
    }

    /// <summary>What changed and why, with ids only, never names or addresses.</summary>
    internal static AuditEntry Entry(Person? before, Person after, PersonId? by, string? why)
    {
        bool newAddress = before is not null && !string.Equals(before.Email, after.Email, StringComparison.OrdinalIgnoreCase);
        string roles = RoleGranting.Describe(RoleGranting.Changes(before, after), newAddress);
        string? reason = (roles.Length, string.IsNullOrWhiteSpace(why)) switch
        {
            (0, _) => why,
            (_, true) => roles,
            _ => $"{roles}: {why!.Trim()}",
        };
        return new AuditEntry(
            roles.Length > 0 ? AuditKind.RolesChanged : AuditKind.ProgrammeChanged,
            ProgrammeRows.Key(after.Id),
            by,
            reason,
            ContentTag.Of(after)
        );
    }
}
