using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Messaging.Heartbeat;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Reconciliation.Restored;
using ACip.Workflows.Storage;
using ACip.Workflows.Telemetry;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Reconciliation;

/// <summary>The status of the programme for operators. Read-only.</summary>
public sealed class ProgrammeStandsQuery(
    ProgrammeTable table,
    OutboxCheck outbox,
    HeartbeatService heartbeat,
    QuarantineService quarantine,
    TimeProvider clock
)
{
    public async Task<ProgrammeStatus> ReadAsync(DurableTaskClient workflows, CancellationToken cancellation)
    {
        ReconciliationState state = await ReconciliationState.ReadAsync(table, cancellation);
        RunningWork running = await RunningWork.ReadAsync(workflows, cancellation);
        ProgrammeStands stands = await OfAsync(state, await outbox.LookAsync(cancellation), cancellation);
        string[] failed = [.. running.Failed.Select(one => one.InstanceId).Order(StringComparer.Ordinal)];
        return new ProgrammeStatus(
            stands with
            {
                FailedInstances = failed.Length,
            },
            state.At == DateTimeOffset.MinValue ? null : state.At,
            running.States.Keys.Count(running.Runs),
            failed,
            [.. state.Findings.Where(one => !one.Repaired).Select(one => new OpenFinding(one.Subject, one.Rule, one.At))],
            await heartbeat.ReadAsync(cancellation),
            state.Restored
        );
    }

    /// <summary>The status as of a reconciliation. Overdue reports are those of each plan's last check, which is at most a week old for an
    /// active plan.</summary>
    internal async Task<ProgrammeStands> OfAsync(ReconciliationState state, WaitingMails? waiting, CancellationToken cancellation) =>
        new(
            waiting?.Count ?? 0,
            waiting is null ? TimeSpan.Zero : clock.GetUtcNow() - waiting.Since,
            state.Health.Values.Sum(one => one.Overdue),
            (await quarantine.ListAsync(cancellation)).Count(mail => mail.State == QuarantineState.Waiting),
            state.Findings.Count(one => one.Rule == FailedWork.Rule),
            state.Findings.Count(one => !one.Repaired)
        );
}

/// <param name="ReconciledAt">The last daily reconciliation that was written down (of quiet days one a week is); null before the
/// first.</param>
/// <param name="Running">Instances that run or wait.</param>
/// <param name="Failed">Their ids.</param>
/// <param name="Findings">What the last reconciliations could not put right.</param>
/// <param name="InboundMail">Whether mail reaches us; null where no test mail is sent.</param>
/// <param name="Restored">Told for a month after tables were put back; null otherwise.</param>
public sealed record ProgrammeStatus(
    ProgrammeStands Stands,
    DateTimeOffset? ReconciledAt,
    int Running,
    IReadOnlyList<string> Failed,
    IReadOnlyList<OpenFinding> Findings,
    HeartbeatStatus? InboundMail,
    RestoredStorage? Restored
);

/// <summary>A finding without its words, which may quote stored content; those are on the Secretariat's start page.</summary>
public sealed record OpenFinding(string Subject, string Rule, DateTimeOffset At);
