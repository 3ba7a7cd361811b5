using ACip.Workflows.ActionPlans;
using ACip.Workflows.Audit;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Workflows.Reporting;

public sealed class ReportActivities(ProgrammeTable table, ProgrammeDirectory directory, TimeProvider clock)
{
    /// <summary>Time that a reviewer has, from the submission.</summary>
    private static readonly TimeSpan ReviewTime = TimeSpan.FromDays(10), ReviewGrace = TimeSpan.FromDays(60);

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
        switch (ReportRules.Next(report, now))
        {
            case ReportStepKind.WaitToOpen:
                return (null, new ReportTurn(report.State, null, report.Period.Opens, []));
            case ReportStepKind.Open:
                report = report with { State = ReportState.Open };
                unit.Put(ReportRows.Key(id.Period), row, report).Record(new AuditEntry(AuditKind.ReportOpened, id.Period));
                return await AskAsync(unit, report, TaskKind.ReportQuarter, $"{id.Plan}-report-{id.Period}-r{report.Round}", now, cancellation);
            case ReportStepKind.AskCoordinator:
                return await AskAsync(unit, report, TaskKind.ReportQuarter, $"{id.Plan}-report-{id.Period}-r{report.Round}", now, cancellation);
            case ReportStepKind.AskReviewer:
                return await AskAsync(unit, report, TaskKind.ReviewReport, $"{id.Plan}-review-{id.Period}-s{report.Submissions.Count}", now, cancellation);
            case ReportStepKind.WaitToLock:
                return (null, new ReportTurn(report.State, null, report.Period.Locks, report.NoticeKey is { } notice ? [notice] : []));
            case ReportStepKind.Lock:
                return End(report with { State = ReportState.Locked }, AuditKind.ReportLocked);
            case ReportStepKind.Miss:
                return End(report with { State = ReportState.Missed }, AuditKind.ReportMissed);
            default:
                return (null, new ReportTurn(report.State, null, null, report.NoticeKey is { } last ? [last] : []));
        }

        (Unit?, ReportTurn) End(ReportFile ended, AuditKind kind) =>
            (unit.Put(ReportRows.Key(id.Period), row, ended).Record(new AuditEntry(kind, id.Period)), new ReportTurn(ended.State, null, null, []));
    }

    private async Task<ReportFile> BeginAsync(ReportRef id, CancellationToken cancellation)
    {
        PlanFile plan = (await PlanRows.FindAsync(table, id.Plan, cancellation))?.Value ?? throw new InvalidOperationException($"There is no plan {id.Plan}.");
        return ReportFile.NotDue(id.Plan, plan.Administration, plan.Periods.Single(period => period.Key == id.Period), plan.Version);
    }

    /// <summary>Finds the task, or writes it in the same commit as whatever the unit already holds.</summary>
    private async Task<(Unit?, ReportTurn)> AskAsync(Unit unit, ReportFile report, TaskKind kind, string taskId, DateTimeOffset now, CancellationToken cancellation)
    {
        var task = new TaskRef(unit.Stream, new TaskId(taskId));
        var turn = new ReportTurn(report.State, task, null, []);
        if (await TaskRows.FindAsync(table, task, cancellation) is not null)
        {
            return (unit.Actions.Count > 0 ? unit : null, turn);
        }

        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        HumanTaskFile file = kind == TaskKind.ReportQuarter
            ? HumanTaskFile.Ask(task.Task, kind, report.Period.Key, report.Round, register.Holding(Role.Coordinator, today, report.Administration),
                Backups.Of(register, report.Administration, now), now, Latest(report.Due, now.AddDays(report.Round > 1 ? 10 : 0)), report.Period.Locks)
            : HumanTaskFile.Ask(task.Task, kind, report.Period.Key, report.Round, register.Holding(Role.Approver, today), Backups.Officers(register, now), now, now + ReviewTime, now + ReviewGrace);
        return (unit.Add(task.RowKey, file), turn);
    }

    private static DateTimeOffset Latest(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
