using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Contributions;

/// <summary>Assigns parts of a report to others in the administration, and withdraws them. The part, the task and the notice to whoever
/// assigned it are one commit.</summary>
public sealed class ContributionService(
    ProgrammeTable table,
    PlanVersions versions,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    ContributionMails mails,
    TimeProvider clock
)
{
    private const int DaysToDecide = 3;

    public async Task<PartAskedResult> AskAsync(AskedPart asked, CancellationToken cancellation)
    {
        TaskRef? begin = null;
        CommandResult result = await table.DecideAsync<CommandResult>(
            async () =>
            {
                begin = null;
                if (await ReportRows.FindAsync(table, asked.Report, cancellation) is not { } row)
                {
                    return (null, new CommandResult.Refused("no-such-report", $"Plan {asked.Report.Plan} has no such report yet."));
                }

                ReportRecord report = row.Value;
                DateOnly today = clock.UtcToday();
                Person? Contributor(ProgrammeRegister known) =>
                    known.ByAddress(asked.Address) is { } one && one.IsOf(report.Administration, today) ? one : null;
                ProgrammeRegister register = await directory.ReadForAsync(known => Contributor(known) is not null, cancellation);
                if (await RefuseAsync(asked, row, register, cancellation) is { } refused)
                {
                    return (null, refused);
                }

                var unit = new UnitOfWork(asked.Report.Stream);
                (TaskRef task, CommandResult told) = Contributor(register) is { } person
                    ? await AskAsync(unit, row, asked, person.Id, cancellation)
                    : await AskOfficersAsync(unit, row, asked, register, cancellation);
                begin = task;
                return (unit.Actions.Count > 0 ? unit : null, told);
            },
            cancellation
        );
        return new PartAskedResult(result, begin);
    }

    /// <summary>Withdraws the part from its person. What they have answered stays.</summary>
    public Task<CommandResult> TakeBackAsync(
        ReportRef id,
        int number,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (
                    await ReportRows.FindAsync(table, id, cancellation) is not { } row
                    || ContributionRules.Find(row.Value, number) is not { } part
                )
                {
                    return (null, new CommandResult.Refused("no-such-part", $"The report has no part {number}."));
                }

                if (part.Ended is { Outcome: PartOutcome.TakenBack, By: { } before })
                {
                    return before == by ? (null, new CommandResult.Recorded(null)) : (null, new CommandResult.Stale(before));
                }

                if (!ContributionRules.IsOpen(row.Value, part))
                {
                    return (
                        null,
                        ReportClosureWords.Refuse(row.Value, await directory.ReadForAsync(row.Value.Administration, cancellation))
                    );
                }

                if (!asRead.Fits(row))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                DateTimeOffset now = clock.GetUtcNow();
                var end = new PartEnd(PartOutcome.TakenBack, by, now);
                ReportRecord after = row.Value with
                {
                    Contributions = [.. ContributionRules.Of(row.Value).Select(one => one == part ? one with { Ended = end } : one)],
                };
                var unit = new UnitOfWork(id.Stream);
                unit.Replace(row, after).Record(Entry(AuditKind.ContributionTakenBack, after, part, by));
                TaskRef task = await TaskEnding.CancelAsync(table, unit, ContributionTasks.Of(after, number), by, now, cancellation);
                MailsOfStream? told = await mails.TakenBackAsync(unit, after, part, by, cancellation);
                return (unit, new CommandResult.Recorded(task.InstanceId) { Mails = told });
            },
            cancellation
        );

    /// <summary>Adds the task for a person to the unit of work that holds the report, and tells them and whomever it takes the items
    /// from.</summary>
    internal async Task<AddedPart> AddAsync(
        UnitOfWork unit,
        ReportRecord report,
        (IReadOnlyList<string> Items, PersonId Person, PersonId By, EntrySource Source, DateTimeOffset? Said) wanted,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        int number = ContributionRules.Of(report).Select(one => one.Number).DefaultIfEmpty().Max() + 1;
        var part = new AssignedPart(number, wanted.Person, wanted.Items, wanted.By, now, wanted.Source) { Said = wanted.Said };
        (ReportRecord after, IReadOnlyList<AssignedPart> over) = ContributionRules.Asked(report, part);
        (after, IReadOnlyList<ContributorRequest> withdrawn) = ContributionRules.Withdrawn(after, wanted.Items, wanted.By, now);
        ProgrammeRegister register = await directory.ReadForAsync(report.Administration, cancellation);
        WorkingCalendar home = (await settings.ReadAsync(cancellation)).CalendarOf(register.Administrations[report.Administration]);
        DateTimeOffset due = PartDue.Of(report, home, now);
        TaskRef task = ContributionTasks.Of(after, number);
        unit.Add(
                task.RowKey,
                HumanTaskRecord.Ask(
                    task.Task,
                    ContributionTasks.Contribute,
                    TaskSubject.From(report.Period.Key, number),
                    report.Round,
                    report.Administration,
                    [wanted.Person],
                    now,
                    due,
                    report.Period.Locks
                )
            )
            .Record(Entry(AuditKind.ContributionAsked, after, part, wanted.By));
        TaskRef[] ended =
        [
            .. over.Select(one => ContributionTasks.Of(after, one.Number)),
            .. withdrawn.Select(one => ContributionTasks.OfRequest(after, one.Number)),
        ];
        foreach (AssignedPart one in over)
        {
            unit.Record(Entry(AuditKind.ContributionTakenBack, after, one, wanted.By));
        }

        MailsOfStream? told = MailsOfStream.Together(
            await mails.AskedAsync(unit, after, part, due, cancellation),
            await mails.AskedOfAnotherAsync(unit, report, part, cancellation)
        );
        return new AddedPart(after, part, await ContributionTasks.CancelAsync(table, unit, ended, wanted.By, now, cancellation), told);
    }

    private async Task<CommandResult.Refused?> RefuseAsync(
        AskedPart asked,
        Row<ReportRecord> row,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        ReportRecord report = row.Value;
        return !asked.AsRead.Fits(row) ? CommandResult.Refused.ChangedMeanwhile
            : !MoreTime.MoreTimeRules.IsOpen(report) ? ReportClosureWords.Refuse(report, register)
            : ContributionRules.IsOvertaken(report, asked.Items, asked.Arrived, asked.Source) ? CommandResult.Refused.LaterStands
            : ContributionRules.Refuse(
                report,
                ReportItems.Asked(await versions.ReadAsync(report.Plan, report.PlanVersion, cancellation), report),
                asked.Items,
                asked.Address,
                register.People[asked.By]
            );
    }

    private async Task<(TaskRef, CommandResult)> AskAsync(
        UnitOfWork unit,
        Row<ReportRecord> row,
        AskedPart asked,
        PersonId person,
        CancellationToken cancellation
    )
    {
        AssignedPart? same = ContributionRules
            .Of(row.Value)
            .FirstOrDefault(one => one.Ended is null && one.Person == person && asked.Items.All(one.Items.Contains));
        if (same is not null)
        {
            TaskRef task = ContributionTasks.Of(row.Value, same.Number);
            DateTimeOffset? until = (await TaskRows.FindAsync(table, task, cancellation))?.Value.Due;
            MailsOfStream? again =
                asked.Key is { } key && same.Source != asked.Source && until is { } day
                    ? await mails.AskedAgainAsync(unit, row.Value, same, day, key, cancellation)
                    : null;
            return (task, new CommandResult.Recorded(null) { Mails = again });
        }

        AddedPart added = await AddAsync(unit, row.Value, (asked.Items, person, asked.By, asked.Source, asked.Arrived), cancellation);
        unit.Replace(row, added.After);
        return (
            ContributionTasks.Of(added.After, added.Part.Number),
            new CommandResult.Recorded(null) { Also = added.Over, Mails = added.Mails }
        );
    }

    private async Task<(TaskRef, CommandResult)> AskOfficersAsync(
        UnitOfWork unit,
        Row<ReportRecord> row,
        AskedPart asked,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        ReportRecord report = row.Value;
        ContributorRequest? same = ContributionRules
            .Wanted(report)
            .FirstOrDefault(one =>
                one.Decision is null
                && string.Equals(one.Address, asked.Address, StringComparison.OrdinalIgnoreCase)
                && asked.Items.All(one.Items.Contains)
            );
        if (same is not null)
        {
            MailsOfStream? again =
                asked.Key is { } key && same.Source != asked.Source
                    ? await mails.WantedAgainAsync(unit, report, same, key, cancellation)
                    : null;
            return (ContributionTasks.OfRequest(report, same.Number), new CommandResult.Recorded(null) { Mails = again });
        }

        DateTimeOffset now = clock.GetUtcNow();
        int number = ContributionRules.Wanted(report).Count + 1;
        var wanted = new ContributorRequest(number, asked.Address, asked.Items, asked.By, asked.Arrived ?? now, asked.Source);
        (ReportRecord others, IReadOnlyList<ContributorRequest> over) = ContributionRules.Withdrawn(report, asked.Items, asked.By, now);
        ReportRecord after = others with { ContributorRequests = [.. ContributionRules.Wanted(others), wanted] };
        TaskRef[] ended = [.. over.Select(one => ContributionTasks.OfRequest(after, one.Number))];
        IReadOnlyList<WakeUp> wakes = await ContributionTasks.CancelAsync(table, unit, ended, asked.By, now, cancellation);
        WorkingCalendar secretariat = (await settings.ReadAsync(cancellation)).Secretariat;
        TaskRef task = ContributionTasks.OfRequest(after, number);
        unit.Replace(row, after)
            .Add(task.RowKey, RegisterTask(after, wanted, register, secretariat, now))
            .Record(new AuditEntry(AuditKind.ContributorWanted, report.Period.Key.Value, asked.By, string.Join(", ", asked.Items)));
        return (
            task,
            new CommandResult.Recorded(null) { Also = wakes, Mails = await mails.WantedAsync(unit, after, wanted, cancellation) }
        );
    }

    private static HumanTaskRecord RegisterTask(
        ReportRecord report,
        ContributorRequest wanted,
        ProgrammeRegister register,
        WorkingCalendar secretariat,
        DateTimeOffset now
    )
    {
        DateOnly today = secretariat.DayOf(now);
        return HumanTaskRecord.Ask(
            ContributionTasks.OfRequest(report, wanted.Number).Task,
            ContributionTasks.Register,
            TaskSubject.From(report.Period.Key, wanted.Number),
            1,
            report.Administration,
            register.Holding(Role.ProgrammeOfficer, today),
            now,
            secretariat.EndOfWorkingDay(secretariat.AddWorkingDays(today, DaysToDecide)),
            report.Period.Locks
        );
    }

    private static AuditEntry Entry(AuditKind kind, ReportRecord report, AssignedPart part, PersonId by) =>
        new(kind, report.Period.Key.Value, by, $"{string.Join(", ", part.Items)}: {part.Person}");
}
