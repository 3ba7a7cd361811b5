using ACip.Workflows.Audit;
using ACip.Workflows.Programme;
using ACip.Workflows.Replies;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;

namespace ACip.Workflows.Reporting;

/// <summary>What a programme officer does to a report: more time, an end without figures, notes. Each with a reason that is kept.</summary>
public sealed class OfficerDesk(ProgrammeTable table, ProgrammeDirectory directory, CycleSettingsDesk settings, ReportDesk reports, TimeProvider clock)
{
    /// <summary>More time. The lock moves as far as the due date.</summary>
    /// <param name="day">New due day in the administration's zone; the end of it, or of the next working day there.</param>
    public Task<DeskResult> ExtendAsync(ReportRef id, DateOnly day, string reason, PersonId by, CancellationToken cancellation) => ChangeAsync(id, reason, async (report, unit, now) =>
    {
        if (report.State is not (ReportState.Open or ReportState.Returned))
        {
            return Refused("report-not-open", $"The report is {report.State}; only an open one can be given more time.");
        }

        WorkingCalendar calendar = (await settings.ReadAsync(cancellation)).CalendarOf((await directory.ReadAsync(cancellation)).Administrations[report.Administration]);
        if (calendar.EndOfWorkingDay(day) is var due && (due <= report.Due || due <= now))
        {
            return Refused("not-later", "The new date must lie after the present one, and in the future.");
        }

        ReportFile after = report with { Period = report.Period.ExtendedTo(day, calendar) };
        after = after with { Extensions = [.. report.Extensions, new DueExtension(report.Due, after.Due, by, now, reason)] };
        unit.Record(new AuditEntry(AuditKind.DueDateExtended, id.Period, by, reason));
        return new Change(after, await TaskEnding.ExtendAsync(table, unit, ReportTasks.Answer(report), after.Due, after.Period.Locks, now, cancellation));
    }, cancellation);

    /// <summary>This report is not wanted.</summary>
    public Task<DeskResult> WaiveAsync(ReportRef id, string reason, PersonId by, CancellationToken cancellation) =>
        EndAsync(id, ReportMove.Waive, AuditKind.ReportWaived, reason, by, cancellation);

    /// <summary>Nothing to report, on behalf of the administration.</summary>
    public Task<DeskResult> DeclareNilAsync(ReportRef id, string reason, PersonId by, CancellationToken cancellation) =>
        EndAsync(id, ReportMove.DeclareNil, AuditKind.ReportNil, reason, by, cancellation);

    /// <summary>Figures that somebody gives without a mail or a task's page: an officer on behalf of the administration, marked so, or a coordinator's own program.</summary>
    /// <param name="source">"officer:{key}" marks what an officer enters; "api:{key}" or "page:{key}" what a coordinator does.</param>
    public async Task<DeskResult> EnterAsync(ReportRef id, ReplyReading figures, PersonId by, string source, CancellationToken cancellation)
    {
        TaskRef? task = await ReportRows.FindAsync(table, id, cancellation) is { } before ? (await TaskNames.CurrentAsync(table, ReportTasks.Answer(before.Value), cancellation)).Task : null;
        return await reports.AnswerAsync(id, figures, by, source, (_, _, _, _) => Task.CompletedTask, cancellation) switch
        {
            null => new DeskResult.Refused("no-such-report", $"Plan {id.Plan} has no report for {id.Period} yet."),
            { Kind: ReportAnswerKind.Closed } => new DeskResult.Refused("report-not-open", "The report takes nothing more."),
            { Kind: ReportAnswerKind.NothingNew } => new DeskResult.Refused("nothing-new", "Nothing in it says anything new."),
            { Kind: ReportAnswerKind.Submitted } => new DeskResult.Recorded(task?.InstanceId),
            _ => new DeskResult.Recorded(null),
        };
    }

    /// <summary>Risks, deviations and delivery events; what was noted before stands in the audit trail by its hash.</summary>
    /// <param name="change">From what stands to what shall stand; null: it is not what the caller has seen.</param>
    public Task<DeskResult> NoteAsync(ReportRef id, Func<ReportNotes, ReportNotes?> change, PersonId by, string source, CancellationToken cancellation) => ChangeAsync(id, source, (report, unit, now) =>
    {
        if (!report.TakesAnswers)
        {
            return Task.FromResult(Refused("report-not-open", $"The report is {report.State} and takes nothing more."));
        }

        if (change(report.Notes) is not { } notes)
        {
            return Task.FromResult(Refused("entry-changed", "The notes have changed since they were read."));
        }

        if (notes.Risks.Any(risk => risk.Likelihood is < 1 or > 5 || risk.Impact is < 1 or > 5))
        {
            return Task.FromResult(Refused("risk-scale", "Likelihood and impact go from 1 to 5."));
        }

        if (notes.Events.Any(one => string.IsNullOrWhiteSpace(one.Title) || one.Women < 0 || one.Men < 0 || one.NotStated < 0 || one.End < one.Start))
        {
            return Task.FromResult(Refused("delivery-event", "An event ends after it begins, and nobody takes part less than not at all."));
        }

        unit.Record(new AuditEntry(AuditKind.ReportNoted, id.Period, by, source, Hash(notes)));
        return Task.FromResult(new Change(report with { Notes = notes }, null));
    }, cancellation);

    private Task<DeskResult> EndAsync(ReportRef id, ReportMove move, AuditKind kind, string reason, PersonId by, CancellationToken cancellation) => ChangeAsync(id, reason, async (report, unit, now) =>
    {
        if (ReportLifecycle.Try(report.State, move) is not MoveResult.Moved { To: var ended })
        {
            var refused = (MoveResult.Refused)ReportLifecycle.Try(report.State, move);
            return Refused(refused.Rule, refused.Why.En);
        }

        unit.Record(new AuditEntry(kind, id.Period, by, reason));
        TaskRef asked = report.State == ReportState.Submitted ? ReportTasks.Review(report) : ReportTasks.Answer(report);
        return new Change(report with { State = ended, EndedBy = new OfficerEnding(by, now, reason) }, await TaskEnding.CancelAsync(table, unit, asked, by, now, cancellation));
    }, cancellation);

    private Task<DeskResult> ChangeAsync(ReportRef id, string reason, Func<ReportFile, Unit, DateTimeOffset, Task<Change>> change, CancellationToken cancellation) => table.DecideAsync<DeskResult>(async () =>
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return (null, new DeskResult.Refused("reason-needed", "This needs a reason: it is kept and shown."));
        }

        if (await ReportRows.FindAsync(table, id, cancellation) is not { } row)
        {
            return (null, new DeskResult.Refused("no-such-report", $"Plan {id.Plan} has no report for {id.Period} yet."));
        }

        var unit = new Unit(id.Stream);
        Change made = await change(row.Value, unit, clock.GetUtcNow());
        return made.Refusal is { } refusal ? (null, refusal) : (unit.Replace(row, made.After!), new DeskResult.Recorded(made.Wakes?.InstanceId));
    }, cancellation);

    private static string Hash(ReportNotes notes) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Json.Write(notes))));

    private static Change Refused(string rule, string why) => new(null, null, new DeskResult.Refused(rule, why));

    private sealed record Change(ReportFile? After, TaskRef? Wakes, DeskResult.Refused? Refusal = null);
}
