using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.MoreTime;

/// <summary>Takes requests for more time. The request, the officers' task and the confirmation of receipt are one commit.</summary>
public sealed class MoreTimeService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    MoreTimeMails mails,
    TimeProvider clock
)
{
    private const int DaysToDecide = 3;

    public async Task<TimeAskedResult> AskAsync(AskedTime asked, CancellationToken cancellation)
    {
        TaskAsked? begin = null;
        CommandResult result = await table.DecideAsync<CommandResult>(
            async () =>
            {
                begin = null;
                if (await ReportRows.FindAsync(table, asked.Report, cancellation) is not { } row)
                {
                    return (null, new CommandResult.Refused("no-such-report", $"Plan {asked.Report.Plan} has no such report yet."));
                }

                if (!asked.AsRead.Fits(row))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                ReportRecord report = row.Value;
                ProgrammeRegister register = await directory.ReadForAsync(report.Administration, cancellation);
                CycleSettings rules = await settings.ReadAsync(cancellation);
                DateTimeOffset now = clock.GetUtcNow();
                WorkingCalendar home = rules.CalendarOf(register.Administrations[report.Administration]);
                CommandResult.Refused? refused = MoreTimeRules.IsOpen(report)
                    ? MoreTimeRules.Refuse(report, asked.Day, asked.Reason, home, now)
                    : ReportClosureWords.Refuse(report, register);
                if (refused is not null)
                {
                    return (null, refused);
                }

                MoreTimeRequest? waits = MoreTimeRules.Waiting(report);
                if (waits is not null && (waits.Day, waits.Reason, waits.By) == (asked.Day, asked.Reason, asked.By))
                {
                    begin = BeginOf(report, waits);
                    return waits.Source == asked.Source
                        ? (null, new CommandResult.Recorded(null))
                        : await TellAgainAsync(report, asked, cancellation);
                }

                if (MoreTimeRules.IsOvertaken(report, asked.Arrived))
                {
                    return (null, CommandResult.Refused.LaterStands);
                }

                ReportRecord after = MoreTimeRules.Asked(report, asked.Day, asked.Reason, asked.By, asked.Arrived ?? now, asked.Source);
                MoreTimeRequest request = after.TimeRequests[^1];
                var unit = new UnitOfWork(asked.Report.Stream);
                unit.Replace(row, after).Record(new AuditEntry(AuditKind.MoreTimeAsked, asked.Report.Period.Value, asked.By, asked.Reason));
                if (waits is null)
                {
                    unit.Add(MoreTimeTasks.Of(report, request.Number).RowKey, TaskOf(report, request, register, rules.Secretariat, now));
                }

                begin = BeginOf(report, request);
                return (unit, new CommandResult.Recorded(null) { Mails = await mails.AskedAsync(unit, after, asked.Key, cancellation) });
            },
            cancellation
        );
        return new TimeAskedResult(result, begin);
    }

    /// <summary>Who asks once more, unsure whether it has arrived, is told that it has.</summary>
    private async Task<(UnitOfWork?, CommandResult)> TellAgainAsync(ReportRecord report, AskedTime asked, CancellationToken cancellation)
    {
        var unit = new UnitOfWork(asked.Report.Stream);
        MailsOfStream? told = await mails.AskedAgainAsync(unit, report, asked.Key, cancellation);
        return (unit.Actions.Count > 0 ? unit : null, new CommandResult.Recorded(null) { Mails = told });
    }

    /// <summary>Refuses the request with a reason. Granting it is <see cref="ReportOfficerService.ExtendAsync"/>.</summary>
    public Task<CommandResult> DeclineAsync(
        ReportRef id,
        string reason,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (await ReportRows.FindAsync(table, id, cancellation) is not { } row)
                {
                    return (null, ReportClosureWords.NoSuch(id));
                }

                if (string.IsNullOrWhiteSpace(reason))
                {
                    return (null, new CommandResult.Refused("reason-needed", "This needs a reason: it is kept and told."));
                }

                if (TextRefusals.Refuse(TextBounds.Reason, reason) is { } longer)
                {
                    return (null, longer);
                }

                if (MoreTimeRules.Waiting(row.Value) is not { } waits)
                {
                    return row.Value.TimeRequests.LastOrDefault()?.Decision is { } made
                        ? (null, new CommandResult.Stale(made.By))
                        : (null, new CommandResult.Refused("no-time-asked", "Nobody waits for more time here."));
                }

                if (!asRead.Fits(row))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                DateTimeOffset now = clock.GetUtcNow();
                ReportRecord after = MoreTimeRules.Decided(row.Value, new MoreTimeDecision(null, reason, by, now));
                var unit = new UnitOfWork(id.Stream);
                unit.Replace(row, after).Record(new AuditEntry(AuditKind.MoreTimeRefused, id.Period.Value, by, reason));
                TaskRef ended = await TaskEnding.AnswerAsync(table, unit, MoreTimeTasks.Of(after, waits.Number), by, now, cancellation);
                return (
                    unit,
                    new CommandResult.Recorded(ended.InstanceId)
                    {
                        Mails = await mails.DecidedAsync(unit, after, waits, (false, by, reason), cancellation),
                    }
                );
            },
            cancellation
        );

    private static TaskAsked BeginOf(ReportRecord report, MoreTimeRequest request)
    {
        TaskRef task = MoreTimeTasks.Of(report, request.Number);
        return new TaskAsked(task.Stream, task.Task);
    }

    private static HumanTaskRecord TaskOf(
        ReportRecord report,
        MoreTimeRequest request,
        ProgrammeRegister register,
        WorkingCalendar secretariat,
        DateTimeOffset now
    )
    {
        DateOnly today = secretariat.DayOf(now);
        return HumanTaskRecord.Ask(
            MoreTimeTasks.Of(report, request.Number).Task,
            MoreTimeTasks.Kind,
            TaskSubject.From(report.Period.Key, request.Number),
            1,
            report.Administration,
            register.Holding(Role.ProgrammeOfficer, today),
            now,
            secretariat.EndOfWorkingDay(secretariat.AddWorkingDays(today, DaysToDecide)),
            report.Period.Locks
        );
    }
}

/// <summary>Who asks for how much time, and why.</summary>
/// <param name="Key">Of the message or the moment: names the mail that confirms it.</param>
public sealed record AskedTime(ReportRef Report, DateOnly Day, string Reason, PersonId By, EntrySource Source, string Key)
{
    public AsRead AsRead { get; init; }

    /// <summary>When it was asked for; null for now.</summary>
    public DateTimeOffset? Arrived { get; init; }
}

/// <param name="Begin">The question to the officers, to be begun; null where nothing waits.</param>
public sealed record TimeAskedResult(CommandResult Result, TaskAsked? Begin);
