using ACip.Workflows.ActionPlans;
using ACip.Workflows.Audit;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Workflows.Reporting;

public sealed class ReportActivities(ProgrammeTable table, ProgrammeDirectory directory, CycleSettingsDesk settings, TimeProvider clock)
{
    /// <summary>Calendar days that a coordinator has after a report was sent back, and a reviewer after it was handed in; and when a reviewer is asked anew.</summary>
    private const int DaysAfterReturn = 10, DaysToReview = 10, DaysToAskReviewerAnew = 70;

    /// <summary>A report that opens later than this opens late because the platform stood still, and its dates move.</summary>
    private static readonly TimeSpan StoodStill = TimeSpan.FromHours(12);

    /// <summary>Does what can be done at once, and says what the report has to wait for.</summary>
    [Function(nameof(TakeReportStep))]
    public Task<ReportTurn> TakeReportStep([ActivityTrigger] ReportRef report, CancellationToken cancellation) =>
        table.DecideAsync(() => DecideAsync(report, cancellation), cancellation);

    private async Task<(Unit?, ReportTurn)> DecideAsync(ReportRef id, CancellationToken cancellation)
    {
        Row<ReportFile>? row = await ReportRows.FindAsync(table, id, cancellation);
        ReportFile report = row?.Value ?? await BeginAsync(id, cancellation);
        DateTimeOffset now = clock.GetUtcNow();
        var unit = new Unit(id.Stream);
        if (ReportLifecycle.DueNow(report.Period, report.State, now) is { } move)
        {
            ReportFile moved = move == ReportMove.Open ? await OpenAsync(report, now, cancellation) : report;
            AuditKind kind = move switch { ReportMove.Open => AuditKind.ReportOpened, ReportMove.Lock => AuditKind.ReportLocked, _ => AuditKind.ReportMissed };
            report = moved with { State = ((MoveResult.Moved)ReportLifecycle.Try(report.State, move)).To };
            unit.Put(ReportRows.Key(id.Period), row, report).Record(new AuditEntry(kind, id.Period));
        }

        switch (report.State)
        {
            case ReportState.Open or ReportState.Returned:
                return await AskAsync(unit, report, TaskKind.ReportQuarter, ReportTasks.Answer(report), now, cancellation);
            case ReportState.Submitted:
                return await AskAsync(unit, report, TaskKind.ReviewReport, ReportTasks.Review(report), now, cancellation);
            default:
                DateTimeOffset? until = ReportLifecycle.NextChange(report.Period, report.State);
                return (unit.Audit.Count > 0 ? unit : null, new ReportTurn(report.State, null, until, report.NoticeKey is { } notice ? [notice] : []));
        }
    }

    private async Task<ReportFile> BeginAsync(ReportRef id, CancellationToken cancellation)
    {
        PlanFile plan = (await PlanRows.FindAsync(table, id.Plan, cancellation))?.Value ?? throw new InvalidOperationException($"There is no plan {id.Plan}.");
        ReportingPeriod period = plan.Periods.Single(period => period.Key == id.Period);
        return ReportFile.NotDue(id.Plan, plan.Administration, period, plan.VersionFor(period.Start));
    }

    private async Task<ReportFile> OpenAsync(ReportFile report, DateTimeOffset now, CancellationToken cancellation)
    {
        if (now - report.Period.Opens < StoodStill)
        {
            return report;
        }

        ReportingPeriod later = report.Period.OpenedAt(now, await CalendarAsync(report, cancellation));
        return report with { Period = later, Extensions = [.. report.Extensions, new DueExtension(report.Due, later.Due, null, now, "opened late: the platform had stood still")] };
    }

    /// <summary>Finds the task, or writes it in the same commit as whatever the unit already holds.</summary>
    private async Task<(Unit?, ReportTurn)> AskAsync(Unit unit, ReportFile report, TaskKind kind, TaskRef name, DateTimeOffset now, CancellationToken cancellation)
    {
        (TaskRef task, Row<HumanTaskFile>? row) = await TaskNames.CurrentAsync(table, name, cancellation);
        var turn = new ReportTurn(report.State, task, null, []);
        if (row is not null)
        {
            return (unit.Audit.Count > 0 ? unit : null, turn);
        }

        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        WorkingCalendar home = await CalendarAsync(report, cancellation);
        DateOnly today = home.DayOf(now);
        DateTimeOffset soon = home.EndOfWorkingDay(today.AddDays(kind == TaskKind.ReportQuarter ? DaysAfterReturn : DaysToReview));
        HumanTaskFile file = kind == TaskKind.ReportQuarter
            ? HumanTaskFile.Ask(task.Task, kind, report.Period.Key, report.Round, report.Administration, register.Holding(Role.Coordinator, today, report.Administration),
                now, report.Round > 1 && soon > report.Due ? soon : report.Due, report.Period.Locks)
            : HumanTaskFile.Ask(task.Task, kind, report.Period.Key, report.Round, report.Administration, register.Holding(Role.Approver, today), now, soon, now.AddDays(DaysToAskReviewerAnew));
        return (unit.Add(task.RowKey, file), turn);
    }

    private async Task<WorkingCalendar> CalendarAsync(ReportFile report, CancellationToken cancellation) =>
        (await settings.ReadAsync(cancellation)).CalendarOf((await directory.ReadAsync(cancellation)).Administrations[report.Administration]);
}
