using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Recalls a report that nobody has decided on, and reopens one that was accepted but is not locked. Changes then go through
/// review as in any round.</summary>
public sealed class TakingBackService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    StandIns standIns,
    TimeProvider clock
)
{
    /// <param name="reason">May be empty: it is the administration's own word that is taken back.</param>
    public Task<CommandResult> RecallAsync(
        ReportRef id,
        string reason,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        ChangeAsync(
            id,
            reason,
            asRead,
            async (report, unit, now) =>
            {
                unit.Record(new AuditEntry(AuditKind.ReportRecalled, id.Period.Value, by, reason));
                TaskRef review = await TaskEnding.CancelAsync(table, unit, ReportTasks.Review(report), by, now, cancellation);
                return (
                    TakingBack.Apply(report, ReportMove.Recall, new TakenBack(by, now, reason)),
                    new WakeUp(review.InstanceId, HumanTask.Answered)
                );
            },
            ReportMove.Recall,
            cancellation
        );

    /// <param name="reason">Needed: it is kept, and told to the administration.</param>
    public Task<CommandResult> ReopenAsync(
        ReportRef id,
        string reason,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        ChangeAsync(
            id,
            reason,
            asRead,
            async (report, unit, now) =>
            {
                string? said = await standIns.SayAsync(by, reason, cancellation);
                unit.Record(new AuditEntry(AuditKind.ReportReopened, id.Period.Value, by, said));
                return (
                    TakingBack.Apply(report, ReportMove.Reopen, new TakenBack(by, now, reason)),
                    new WakeUp(id.InstanceId, QuarterlyReport.Reopened)
                );
            },
            ReportMove.Reopen,
            cancellation
        );

    private Task<CommandResult> ChangeAsync(
        ReportRef id,
        string reason,
        AsRead asRead,
        Func<ReportRecord, UnitOfWork, DateTimeOffset, Task<(ReportRecord After, WakeUp Wakes)>> change,
        ReportMove move,
        CancellationToken cancellation
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                DateTimeOffset now = clock.GetUtcNow();
                Row<ReportRecord>? row = await ReportRows.FindAsync(table, id, cancellation);
                if (ReasonedChange.Refuse(row, ReportClosureWords.NoSuch(id), reason, asRead, move == ReportMove.Reopen) is { } refused)
                {
                    return (null, refused);
                }

                if (TakingBack.Refuse(row!.Value, move, now) is var (rule, why))
                {
                    return (null, new CommandResult.Refused(rule, why.En) { Because = [why] });
                }

                var unit = new UnitOfWork(id.Stream);
                (ReportRecord after, WakeUp wakes) = await change(row.Value, unit, now);
                WorkingCalendar home = (await settings.ReadAsync(cancellation)).CalendarOf(
                    await directory.HomeAsync(after.Administration, cancellation)
                );
                // what is recalled keeps its lock: nobody gains time by taking back
                ReportRecord asked = AnswerDue.Asked(
                    move == ReportMove.Reopen ? LockForAnotherRound.Of(after, home, now) : after,
                    home,
                    now
                );
                return (unit.Replace(row, asked), new CommandResult.Recorded(null) { Also = [wakes] });
            },
            cancellation
        );
}
