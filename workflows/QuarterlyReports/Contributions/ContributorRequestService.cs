using System.Globalization;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Contributions;

/// <summary>An officer registers the proposed contributor, or refuses with a reason.</summary>
/// <remarks>The register is another stream. The person is written there first and is found there if the step is tried again.</remarks>
public sealed class ContributorRequestService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    PeopleService people,
    ContributionService parts,
    ContributionMails mails,
    TimeProvider clock
)
{
    /// <param name="name">As the officer knows it.</param>
    public async Task<PartAskedResult> RegisterAsync(
        ReportRef id,
        int number,
        string name,
        Language language,
        PersonId by,
        CancellationToken cancellation
    )
    {
        if (await FindAsync(id, number, cancellation) is not { } found)
        {
            return new PartAskedResult(NoSuch(number), null);
        }

        if (Refuse(found.Row.Value, found.Request, by) is { } settled)
        {
            return new PartAskedResult(settled, null);
        }

        RegisterResult<Person> registered = await PersonAsync(found.Row.Value, found.Request, name, language, by, cancellation);
        if (registered.Saved is not { } person)
        {
            return new PartAskedResult(RefusalOf(registered), null);
        }

        TaskRef? begin = null;
        CommandResult result = await table.DecideAsync<CommandResult>(
            async () =>
            {
                (Row<ReportRecord> row, ContributorRequest request) = (await FindAsync(id, number, cancellation))!.Value;
                if (Refuse(row.Value, request, by) is { } other)
                {
                    return (null, other);
                }

                (UnitOfWork unit, CommandResult recorded, begin) = await AssignAsync(row, request, person, by, cancellation);
                return (unit, recorded);
            },
            cancellation
        );
        return new PartAskedResult(result, begin) { Registered = registered.Mails };
    }

    /// <summary>Assigns the part to the newly registered person.</summary>
    private async Task<(UnitOfWork Unit, CommandResult Result, TaskRef Begin)> AssignAsync(
        Row<ReportRecord> row,
        ContributorRequest request,
        Person person,
        PersonId by,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        ReportRecord decided = Decided(row.Value, request, new ContributorDecision(person.Id, null, by, now));
        var unit = new UnitOfWork(StreamId.Of(decided.Plan));
        AddedPart added = await parts.AddAsync(
            unit,
            decided,
            (request.Items, person.Id, request.By, request.Source, request.At),
            cancellation
        );
        ReportRecord after = added.After;
        unit.Replace(row, after).Record(new AuditEntry(AuditKind.ContributorRegistered, after.Period.Key.Value, by, person.Id.Value));
        TaskRef asked = ContributionTasks.OfRequest(after, request.Number);
        TaskRef ended = await TaskEnding.AnswerAsync(table, unit, asked, by, now, cancellation);
        var recorded = new CommandResult.Recorded(ended.InstanceId) { Also = added.Over, Mails = added.Mails };
        return (unit, recorded, ContributionTasks.Of(after, added.Part.Number));
    }

    public Task<CommandResult> RefuseAsync(ReportRef id, int number, string reason, PersonId by, CancellationToken cancellation) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (await FindAsync(id, number, cancellation) is not { } found)
                {
                    return (null, NoSuch(number));
                }

                if (Refuse(found.Row.Value, found.Request, by) is { } settled)
                {
                    return (null, settled);
                }

                if (string.IsNullOrWhiteSpace(reason))
                {
                    return (null, new CommandResult.Refused("reason-needed", "This needs a reason: it is kept and told."));
                }

                if (TextRefusals.Refuse(TextBounds.Reason, reason) is { } longer)
                {
                    return (null, longer);
                }

                DateTimeOffset now = clock.GetUtcNow();
                var unit = new UnitOfWork(id.Stream);
                var decision = new ContributorDecision(null, reason, by, now);
                ReportRecord after = Decided(found.Row.Value, found.Request, decision);
                unit.Replace(found.Row, after).Record(new AuditEntry(AuditKind.ContributorRefused, id.Period.Value, by, reason));
                TaskRef ended = await TaskEnding.AnswerAsync(
                    table,
                    unit,
                    ContributionTasks.OfRequest(after, number),
                    by,
                    now,
                    cancellation
                );
                return (
                    unit,
                    new CommandResult.Recorded(ended.InstanceId)
                    {
                        Mails = await mails.RefusedAsync(unit, after, found.Request with { Decision = decision }, cancellation),
                    }
                );
            },
            cancellation
        );

    private async Task<(Row<ReportRecord> Row, ContributorRequest Request)?> FindAsync(
        ReportRef id,
        int number,
        CancellationToken cancellation
    ) =>
        await ReportRows.FindAsync(table, id, cancellation) is { } row
        && ContributionRules.Wanted(row.Value).FirstOrDefault(one => one.Number == number) is { } request
            ? (row, request)
            : null;

    private static CommandResult? Refuse(ReportRecord report, ContributorRequest request, PersonId by) =>
        request.Decision is { By: { } made }
            ? made == by
                ? new CommandResult.Recorded(null)
                : new CommandResult.Stale(made)
            : ContributionRules.Waits(report, request)
                ? null
                : new CommandResult.Refused("report-not-open", $"The report is {report.State}.");

    private static ReportRecord Decided(ReportRecord report, ContributorRequest request, ContributorDecision decision) =>
        report with
        {
            ContributorRequests =
            [
                .. ContributionRules.Wanted(report).Select(one => one == request ? one with { Address = null, Decision = decision } : one),
            ],
        };

    /// <summary>Registers the person, or adds the part to a person who is already in the register.</summary>
    private async Task<RegisterResult<Person>> PersonAsync(
        ReportRecord report,
        ContributorRequest request,
        string name,
        Language language,
        PersonId by,
        CancellationToken cancellation
    )
    {
        DateOnly today = clock.UtcToday();
        directory.Forget();
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        Person? known = register.ByAddress(request.Address!);
        if (known is not null && known.IsOf(report.Administration, today))
        {
            return new RegisterResult<Person>(known, known, []);
        }

        var role = new RoleHeld(Role.Contributor, today, Administration: report.Administration);
        Person wanted = known is null
            ? new Person(IdFor(report.Administration, register), name, request.Address!, language, [role])
            : known with
            {
                Roles = [.. known.Roles, role],
            };
        AsRead asRead = known is null ? AsRead.Nothing : AsRead.Of(ContentTag.Of(known));
        string why = $"Contributes to the report of {report.Administration} for {report.Period.Key}.";
        return await people.SaveAsync(wanted, asRead, by, why, cancellation);
    }

    /// <summary>An id made from the role, so that it can stay when the person is erased.</summary>
    private static PersonId IdFor(AdministrationId home, ProgrammeRegister register)
    {
        for (int number = 1; ; number++)
        {
            var id = new PersonId(string.Create(CultureInfo.InvariantCulture, $"contributor-{home.Value.ToLowerInvariant()}-{number}"));
            if (!register.People.ContainsKey(id))
            {
                return id;
            }
        }
    }

    private static CommandResult.Refused RefusalOf(RegisterResult<Person> result) =>
        result.Problems is [{ } problem, ..]
            ? new CommandResult.Refused(problem.Rule, problem.Why)
            : CommandResult.Refused.ChangedMeanwhile;

    private static CommandResult.Refused NoSuch(int number) => new("no-such-part", $"The report has no request {number}.");
}
