using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Onboarding.Donors;

/// <summary>Donors that join and leave the programme.</summary>
public sealed class DonorService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    RegisterService registers,
    PeopleService people,
    MailWriter writer,
    TimeProvider clock
) : IExpectedWork
{
    private const int LongestId = 40,
        DaysAtMost = 400;

    public string Kind => "donor";

    private DateOnly Today => clock.UtcToday();

    /// <returns>The donor to begin; null where there are problems.</returns>
    public async Task<(CommandResult Result, DonorRef? Begin)> BeginAsync(NewDonor wanted, PersonId by, CancellationToken cancellation)
    {
        var id = new DonorRef(wanted.Donor.Id);
        directory.Forget();
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        if (register.Donors.TryGetValue(id.Donor, out Donor? there) && there != wanted.Donor)
        {
            return (new CommandResult.Refused("donor-twice", "This donor takes part already, or did."), null);
        }

        var contact = new Person(
            new PersonId($"reader-{id.Donor}"),
            wanted.ContactName,
            wanted.ContactEmail,
            wanted.Donor.Language,
            [new RoleHeld(Role.DonorReader, Today, Donor: id.Donor)]
        );
        if (
            id.Donor.Value.Length > LongestId
            || RegisterEntryRules
                .In(wanted.Donor, register)
                .Concat(RegisterEntryRules.In(contact with { Roles = [] }, register).Where(_ => !register.People.ContainsKey(contact.Id)))
                .Any()
        )
        {
            return (
                new CommandResult.Refused(
                    "donor-words",
                    "A donor has an id, a name, an IATI reference, and a contact with an address of their own."
                ),
                null
            );
        }

        if (there is null && (await registers.SaveAsync(wanted.Donor, AsRead.Nothing, by, cancellation)).Saved is null)
        {
            return (CommandResult.Refused.ChangedMeanwhile, null);
        }

        MailsOfStream? mails = register.People.ContainsKey(contact.Id)
            ? null
            : (await people.SaveAsync(contact, AsRead.Nothing, by, "reads for a new donor", cancellation)).Mails;
        bool begun = await table.AddOnceAsync<DonorRecord>(
            id.Stream,
            DonorRecord.Row,
            () =>
                new UnitOfWork(id.Stream)
                    .Add(DonorRecord.Row, new DonorRecord(id.Donor, DonorState.Agreement, contact.Id, Today))
                    .Record(new AuditEntry(AuditKind.DonorBegun, id.Donor.Value, by)),
            cancellation
        );
        return begun
            ? (new CommandResult.Recorded(null) { Mails = mails }, id)
            : (new CommandResult.Refused("donor-twice", "This donor takes part already, or did."), null);
    }

    /// <summary>Ends a donor's participation: its agreements end on that day, the last report still comes, and its readers keep what they
    /// can read.</summary>
    public async Task<CommandResult> LeaveAsync(DonorRef id, DateOnly lastDay, string reason, PersonId by, CancellationToken cancellation)
    {
        directory.Forget();
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        if (!register.Donors.ContainsKey(id.Donor) || (await id.FindAsync(table, cancellation))?.Value.State == DonorState.Left)
        {
            return new CommandResult.Refused("no-such-donor", "There is no such donor.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return ReasonedChange.ReasonNeeded;
        }

        if (TextRefusals.Refuse(TextBounds.Reason, reason) is { } longer)
        {
            return longer;
        }

        if (lastDay < Today.AddDays(-DaysAtMost) || lastDay > Today.AddDays(DaysAtMost))
        {
            return new CommandResult.Refused("donor-last-day", "The last day lies within a year or so from today.");
        }

        GrantAgreement[] goingOn = [.. register.Agreements.Values.Where(one => one.Donor == id.Donor && one.End > lastDay)];
        if (goingOn.Where(one => one.Start > lastDay).ToArray() is [_, ..] later)
        {
            string which = string.Join(", ", later.Select(one => $"{one.Id} ({one.OfficialNumber})").Order(StringComparer.Ordinal));
            return new CommandResult.Refused("donor-later-agreement", $"It begins after that day: {which}.")
            {
                Because = [Text.Same(which)],
            };
        }

        foreach (GrantAgreement agreement in goingOn)
        {
            RegisterResult<GrantAgreement> ended = await registers.SaveAsync(
                agreement with
                {
                    End = lastDay,
                },
                AsRead.Of(ContentTag.Of(agreement)),
                by,
                cancellation
            );
            if (ended.Saved is null)
            {
                return ended.Problems is [var first, ..]
                    ? new CommandResult.Refused(first.Rule, $"{agreement.Id}: {first.Path}: {first.Why}")
                    : CommandResult.Refused.ChangedMeanwhile;
            }
        }

        return await EndAsync(id, lastDay, reason, by, register, cancellation);
    }

    public Task<IReadOnlyList<DonorRecord>> ListAsync(CancellationToken cancellation) => DonorRecord.ListAsync(table, cancellation);

    public async Task<IReadOnlyList<ExpectedWork>> FindAsync(bool thorough, CancellationToken cancellation) =>
        thorough
            ?
            [
                .. from one in await ListAsync(cancellation)
                let id = new DonorRef(one.Id)
                where one.State != DonorState.Left && one.Joined is null && one.Begun.AddYears(1) > Today
                select new ExpectedWork(nameof(OnboardingDonor), id, id.InstanceId, [TaskRef.InstancesOf(id.Stream)]),
            ]
            : [];

    private Task<CommandResult> EndAsync(
        DonorRef id,
        DateOnly lastDay,
        string reason,
        PersonId by,
        ProgrammeRegister register,
        CancellationToken cancellation
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                Row<DonorRecord>? row = await id.FindAsync(table, cancellation);
                IReadOnlyList<PersonId> readers = register.Holding(Role.DonorReader, Today, donor: id.Donor);
                DonorRecord before = row?.Value ?? new DonorRecord(id.Donor, DonorState.Joined, readers.FirstOrDefault(by), Today);
                var unit = new UnitOfWork(id.Stream);
                IReadOnlyList<WakeUp> waiting = await TaskEnding.CancelAllAsync(table, unit, by, clock.GetUtcNow(), cancellation);
                unit.Put(DonorRecord.Row, row, before with { State = DonorState.Left, Left = lastDay, LeftWhy = reason.Trim() })
                    .Record(new AuditEntry(AuditKind.DonorLeft, id.Donor.Value, by, reason));
                var keys = new List<string>();
                foreach (PersonId reader in readers)
                {
                    var mail = new NewMail(new DonorFarewell(lastDay), reader, $"donor-{id.Donor}-farewell-{reader}");
                    if (await writer.WriteAsync(unit, mail, cancellation) is { } key)
                    {
                        keys.Add(key);
                    }
                }

                return (unit, new CommandResult.Recorded(null) { Also = waiting, Mails = new MailsOfStream(unit.Stream, keys) });
            },
            cancellation
        );
}
