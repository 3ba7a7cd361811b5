using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Workflows.QuarterlyReports.Cycle;

public sealed class ReportActivities(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    MeasuredEntries measured,
    ReportMails mails,
    MailPost post,
    TimeProvider clock
)
{
    /// <summary>If a report opens later than this, the platform was not running, and the report's dates move.</summary>
    private static readonly TimeSpan StoodStill = TimeSpan.FromHours(12);

    /// <summary>Does everything that can be done at once and returns what the report must wait for.</summary>
    [Function(nameof(TakeReportStep))]
    public async Task<ReportNextAction> TakeReportStep([ActivityTrigger] ReportStep step, CancellationToken cancellation)
    {
        ReportNextAction next = await table.DecideAsync(() => DecideAsync(step, cancellation), cancellation);
        return next with { Mails = await post.SendAsync(step.Report.Stream, next.Mails, cancellation) };
    }

    private async Task<(UnitOfWork?, ReportNextAction)> DecideAsync(ReportStep step, CancellationToken cancellation)
    {
        ReportRef id = step.Report;
        FoundRows rows = await ReportRows.ReadAsync(table, id, step.First ? [PlanRows.File] : [], accepted: false, cancellation);
        Row<ReportRecord>? row = ReportRows.Find(rows, id);
        ReportRecord report = row?.Value ?? await BeginAsync(id, rows, cancellation);
        DateTimeOffset now = clock.GetUtcNow();
        var unit = new UnitOfWork(id.Stream);
        MailsOfStream? told = null;
        if (ReportLifecycle.DueNow(report.Period, report.State, now) is { } move)
        {
            ReportRecord moved =
                move == ReportMove.Open
                    ? await measured.AddAsync(await OpenAsync(report, now, cancellation), now, cancellation)
                    : ContributionRules.Ended(report, PartOutcome.Closed, null, now);
            AuditKind kind = move switch
            {
                ReportMove.Open => AuditKind.ReportOpened,
                ReportMove.Lock => AuditKind.ReportLocked,
                _ => AuditKind.ReportMissed,
            };
            told = move == ReportMove.Miss ? await mails.MissedAsync(unit, report, rows, cancellation) : null;
            report = moved with { State = ((MoveResult.Moved)ReportLifecycle.Try(report.State, move)).To };
            unit.Put(ReportRows.Key(id.Period), row, report).Record(new AuditEntry(kind, id.Period.Value));
        }

        switch (report.State)
        {
            case ReportState.Open or ReportState.Returned:
                return await AskAsync(unit, report, ReportTasks.Answer(report), rows, step.Told, now, cancellation);
            case ReportState.Submitted:
                return await AskAsync(unit, report, ReportTasks.Review(report), rows, step.Told, now, cancellation);
            default:
                DateTimeOffset? until = ReportLifecycle.NextChange(report.Period, report.State);
                return (
                    unit.Audit.Count > 0 ? unit : null,
                    new ReportNextAction(
                        report.State,
                        null,
                        until,
                        [.. told?.Keys ?? [], .. report.NoticeKey is { } notice && notice != step.Told ? [notice] : Array.Empty<string>()],
                        report.NoticeKey
                    )
                );
        }
    }

    private async Task<ReportRecord> BeginAsync(ReportRef id, FoundRows rows, CancellationToken cancellation)
    {
        PlanRecord plan =
            (rows.Find<PlanRecord>(PlanRows.File) ?? await PlanRows.FindAsync(table, id.Plan, cancellation))?.Value
            ?? throw new InvalidOperationException($"There is no plan {id.Plan}.");
        ReportingPeriod period = plan.Periods.Single(period => period.Key == id.Period);
        return ReportRecord.NotDue(id.Plan, plan.Administration, period, plan.VersionFor(period.Start));
    }

    private async Task<ReportRecord> OpenAsync(ReportRecord report, DateTimeOffset now, CancellationToken cancellation)
    {
        if (now - report.Period.Opens < StoodStill)
        {
            return report;
        }

        ReportingPeriod later = report.Period.OpenedAt(now, await CalendarAsync(report, cancellation));
        return report with
        {
            Period = later,
            Extensions =
            [
                .. report.Extensions,
                new DueExtension(report.Due, later.Due, null, now, "opened late: the platform had stood still"),
            ],
        };
    }

    /// <summary>Finds the task, or creates it in the same commit as the rest of the unit.</summary>
    private async Task<(UnitOfWork?, ReportNextAction)> AskAsync(
        UnitOfWork unit,
        ReportRecord report,
        TaskRef name,
        FoundRows rows,
        string? told,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        (TaskRef task, Row<HumanTaskRecord>? row) = await CurrentTask.CurrentAsync(rows, name);
        ProgrammeRegister register = await directory.ReadForAsync(report.Administration, cancellation);
        CycleSettings rules = await settings.ReadAsync(cancellation);
        HumanTaskRecord file = row?.Value ?? ReportNextTask.Of(report, task.Task, register, rules, now);
        DateTimeOffset? from =
            file.State == TaskState.Open
            && TaskReminders.Of(file, register, rules, now, ReportAuthors.Of(report)).NextWake(now, file) is var next
            && next > now
                ? next
                : null;
        if (row is null)
        {
            unit.Add(task.RowKey, file);
        }

        return (
            unit.Actions.Count > 0 ? unit : null,
            new ReportNextAction(report.State, new TaskAsked(task.Stream, task.Task, from), null, [], told)
        );
    }

    private async Task<WorkingCalendar> CalendarAsync(ReportRecord report, CancellationToken cancellation) =>
        (await settings.ReadAsync(cancellation)).CalendarOf(await directory.HomeAsync(report.Administration, cancellation));
}
