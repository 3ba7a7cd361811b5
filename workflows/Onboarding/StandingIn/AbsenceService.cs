using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Onboarding.StandingIn;

/// <summary>An approver names a substitute for an absence, or returns early.</summary>
public sealed class AbsenceService(ProgrammeTable table, ProgrammeDirectory directory, MailWriter writer, TimeProvider clock)
{
    private const int MostAhead = 10,
        LongestDays = 366;

    public Task<CommandResult> NameAsync(PersonId person, NewAbsence wanted, CancellationToken cancellation) =>
        ChangeAsync(
            person,
            async (unit, stands, register, now) =>
            {
                DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
                if (
                    Absences
                        .Of(stands)
                        .Any(one =>
                            (one.Substitute, one.From, one.Until, one.Both) == (wanted.Substitute, wanted.From, wanted.Until, wanted.Both)
                        )
                )
                {
                    return (null, new CommandResult.Recorded(null));
                }

                if (Refuse(stands, wanted, register, today) is { } refused)
                {
                    return (null, refused);
                }

                var absence = new Absence(wanted.Substitute, wanted.From, wanted.Until, wanted.Both, now);
                Person after = stands with { Absences = [.. Absences.Of(stands), absence] };
                string days = $"{wanted.From:yyyy-MM-dd}–{wanted.Until:yyyy-MM-dd}";
                unit.Record(new AuditEntry(AuditKind.SubstituteNamed, ProgrammeRows.Key(person), person, $"{wanted.Substitute} {days}"));
                string key = $"substitute-{person}-{wanted.Substitute}-{wanted.From:yyyyMMdd}-{now.UtcTicks}";
                var notice = new StandsIn(Placeholders.NameOf(person), wanted.From, wanted.Until, writer.Page("absence"));
                string? mail = await writer.WriteAsync(unit, new NewMail(notice, wanted.Substitute, key), cancellation);
                return (after, new CommandResult.Recorded(null) { Mails = mail is null ? null : new MailsOfStream(unit.Stream, [mail]) });
            },
            cancellation
        );

    /// <summary>Ends the absence from today on, and cancels a future one.</summary>
    public Task<CommandResult> EndAsync(PersonId person, DateOnly from, CancellationToken cancellation) =>
        ChangeAsync(
            person,
            async (unit, stands, _, now) =>
            {
                DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
                if (Absences.Of(stands).FirstOrDefault(one => one.From == from && one.Until >= today) is not { } absence)
                {
                    return (null, new CommandResult.Refused("no-such-absence", "There is no such absence."));
                }

                IEnumerable<Absence> others = Absences.Of(stands).Where(one => one != absence);
                Absence[] left = absence.From >= today ? [] : [absence with { Until = today.AddDays(-1) }];
                unit.Record(new AuditEntry(AuditKind.SubstituteEnded, ProgrammeRows.Key(person), person, absence.Substitute.Value));
                string key = $"substitute-{person}-{absence.Substitute}-{absence.From:yyyyMMdd}-ended-{now.UtcTicks}";
                var notice = new StandsIn(Placeholders.NameOf(person), absence.From, absence.Until, writer.Page("absence"))
                {
                    Ended = true,
                };
                string? mail = await writer.WriteAsync(unit, new NewMail(notice, absence.Substitute, key), cancellation);
                return (
                    stands with
                    {
                        Absences = [.. others, .. left],
                    },
                    new CommandResult.Recorded(null) { Mails = mail is null ? null : new MailsOfStream(unit.Stream, [mail]) }
                );
            },
            cancellation
        );

    private static CommandResult.Refused? Refuse(Person stands, NewAbsence wanted, ProgrammeRegister register, DateOnly today) =>
        wanted.Until < wanted.From ? new("ends-before-start", "It ends before it begins.")
        : wanted.Until < today ? new("absence-past", "These days lie in the past.")
        : wanted.Until.DayNumber - wanted.From.DayNumber >= LongestDays ? new("absence-long", "An absence lasts a year at most.")
        : Absences.Of(stands).Count(one => one.Until >= today) >= MostAhead ? CommandResult.Refused.MoreThan(MostAhead)
        : wanted.Substitute == stands.Id ? new("own-substitute", "Nobody stands in for themselves.")
        : !register.People.TryGetValue(wanted.Substitute, out Person? other)
        || !other.Holds(Role.Approver, wanted.From)
        || !other.Holds(Role.Approver, wanted.Until)
            ? new("substitute-without-role", "A substitute is an approver on all these days.")
        : Absences.Of(stands).Any(one => one.From <= wanted.Until && wanted.From <= one.Until)
            ? new("absence-overlaps", "For some of these days a substitute is named already.")
        : null;

    private async Task<CommandResult> ChangeAsync(
        PersonId person,
        Func<UnitOfWork, Person, ProgrammeRegister, DateTimeOffset, Task<(Person? After, CommandResult Result)>> change,
        CancellationToken cancellation
    )
    {
        CommandResult result = await table.DecideAsync<CommandResult>(
            async () =>
            {
                string key = ProgrammeRows.Key(person);
                if (await table.FindAsync<Person>(StreamId.Programme, key, cancellation) is not { } row)
                {
                    return (null, new CommandResult.Refused("no-such-person", $"Nobody is registered as {person}."));
                }

                var unit = new UnitOfWork(StreamId.Programme);
                (Person? after, CommandResult done) = await change(
                    unit,
                    row.Value,
                    await directory.ReadNowAsync(cancellation),
                    clock.GetUtcNow()
                );
                return (after is null ? null : unit.Replace(row, after), done);
            },
            cancellation
        );
        directory.Forget();
        return result;
    }
}

/// <param name="Until">Last day, inclusive.</param>
/// <param name="Both">True: who is away is asked and written to, too.</param>
public sealed record NewAbsence(PersonId Substitute, DateOnly From, DateOnly Until, bool Both = false);
