using ACip.Workflows.Messaging.Heartbeat;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.Reconciliation.Restored;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using ACip.Workflows.Telemetry;
using ACip.Workflows.Verification;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ACip.Workflows.Reconciliation;

/// <summary>Wakes overdue workflows, starts those that should be running, lists what is not safe to repair, archives the heads of the
/// audit chains, and purges expired data.</summary>
/// <remarks>Missed days cost nothing, because the next run catches up. A plan is checked at once if something about it is missing, failed
/// or changed hands, and after an outage; daily while something is wrong with it; within a week if this worker committed to it or a
/// workflow of it started; and a day after its calendar called for something. Otherwise it is checked after four weeks, or ten if nobody
/// is awaited. Apart from that, one query for running instances is all, so the cost follows activity and not days. On a day without new
/// audit events no blob is written, because the last one still holds the current heads.</remarks>
public sealed partial class ReconciliationService(
    ReconciliationStateStore book,
    ProgrammeDirectory directory,
    PlanReconciler plans,
    DonorReportReconciler donorReports,
    ExpectedWorkReconciler expected,
    FailedWork failures,
    AuditHeadArchive archive,
    OutboxCheck outbox,
    HeartbeatService heartbeat,
    DepartureService departures,
    RowsTakingUp rows,
    MailRetention mail,
    IEnumerable<IRetentionStep> retention,
    ProgrammeStandsQuery stands,
    ProgrammeMetrics metrics,
    ImportMarks imports,
    RestoreCheck restored,
    MailIndexRepair mailIndex,
    TimeProvider clock,
    ILogger<ReconciliationService> logger
) : IDisposable
{
    private const string OutboxSubject = "outbox",
        HeartbeatSubject = "inbound-mail";

    private static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    /// <summary>Serialises runs: an operator may start one while the daily run is in progress.</summary>
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>True once a complete programme was seen. An import starts only on empty storage, so it need not be checked
    /// again.</summary>
    private bool whole;

    /// <param name="late">True: after an outage, when every plan is looked into.</param>
    public async Task RunAsync(bool late, DurableTaskClient workflows, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await ReconcileAsync(late, workflows, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task ReconcileAsync(bool late, DurableTaskClient workflows, CancellationToken cancellation)
    {
        if ((late || !whole) && await imports.IsUnderWayAsync(cancellation))
        {
            LogHalfHere();
            return;
        }

        DateTimeOffset now = clock.GetUtcNow();
        if (late)
        {
            restored.Forget();
        }

        await departures.MoveAllAsync(workflows, cancellation);
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        whole = !register.IsEmpty;
        ReconciliationState before = await book.ReadAsync(cancellation);
        RunningWork running = await RunningWork.ReadAsync(workflows, cancellation);
        ReconciliationState after = await restored.CheckAsync(before, running, workflows, late, cancellation);
        if (!ReferenceEquals(after.Restored, before.Restored) && after.Restored is not null)
        {
            late = true;
            running = await RunningWork.ReadAsync(workflows, cancellation);
        }

        if (late)
        {
            LogIndexed(await mailIndex.RunAsync(register, cancellation));
        }

        foreach (string instance in running.ToBeWoken(now))
        {
            await workflows.WakeAsync(instance, LongWait.Near, cancellation);
        }

        after = after with { At = now };
        after = await plans.CheckAsync(after, register, running, workflows, late, cancellation);
        after = await donorReports.CheckAsync(after, register, running, workflows, cancellation);
        after = await expected.CheckAsync(after, running, workflows, late, cancellation);
        after = await failures.CheckAsync(after, running, workflows, cancellation);
        OutboxChecked mails = await outbox.RunAsync(workflows, cancellation);
        after = after.With(
            OutboxSubject,
            mails.Late is { } waiting
                ?
                [
                    new ReconciliationFinding(
                        OutboxSubject,
                        null,
                        "mails-waiting",
                        $"{waiting.Count} mails have not been taken by the mail service; the oldest was written on {waiting.Since:yyyy-MM-dd}.",
                        false,
                        now
                    ),
                ]
                : []
        );
        after = after.With(
            HeartbeatSubject,
            await heartbeat.ReadAsync(cancellation) is { Arrives: false } silent
                ?
                [
                    new ReconciliationFinding(
                        HeartbeatSubject,
                        null,
                        "mail-silent",
                        $"No test mail to the reply address has come back since {silent.HeardAt:yyyy-MM-dd}: received mail does not reach us.",
                        false,
                        now
                    ),
                ]
                : []
        );
        if (!after.RowsTakenUp)
        {
            LogTakenUp(await rows.RunAsync(cancellation));
            after = after with { RowsTakenUp = true };
        }

        after = after with { MailGoneBefore = await mail.SayAsync(after.MailGoneBefore, now, cancellation) };
        if (after.Heads.Count > 0 && (before.HeadsSha256 is null || Json.Write(after.Heads) != Json.Write(before.Heads)))
        {
            after = after with { HeadsSha256 = await archive.KeepAsync(new DailyHeads(now, after.HeadsSha256, after.Heads), cancellation) };
        }

        await book.WriteAsync(after, cancellation);
        int gone = 0;
        foreach (IRetentionStep step in retention)
        {
            gone += await step.PurgeAsync(now, cancellation);
        }

        // from the beginning of time: the genuine host does not take a filter without a start
        PurgeResult purged = await workflows.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(
                DateTimeOffset.UnixEpoch,
                now - Retention,
                [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated]
            ),
            cancellation
        );
        foreach (ReconciliationFinding finding in after.Findings.Where(one => one.At == now))
        {
            LogFound(finding.Subject, finding.Rule, finding.Repaired);
        }

        if (metrics.AreStandsWanted)
        {
            metrics.Stands(await stands.OfAsync(after, mails.Waiting, cancellation));
        }

        metrics.Reconciled();
        LogRan(after.Findings.Count(one => one.At == now && one.Repaired), purged.PurgedInstanceCount, gone, late);
    }

    [LoggerMessage(
        30,
        LogLevel.Information,
        "Daily reconciliation put {Repaired} things right and purged {Purged} instances and {Rows} rows (late: {Late})"
    )]
    private partial void LogRan(int repaired, int purged, int rows, bool late);

    [LoggerMessage(33, LogLevel.Warning, "A programme is being imported: nothing is reconciled until it is whole")]
    private partial void LogHalfHere();

    [LoggerMessage(32, LogLevel.Information, "{Rows} rows of before are held to the audit chain from now on")]
    private partial void LogTakenUp(int rows);

    [LoggerMessage(34, LogLevel.Information, "{Rows} rows were missing in the index of mails, and are written again")]
    private partial void LogIndexed(int rows);

    [LoggerMessage(31, LogLevel.Warning, "Reconciliation of {Subject}: {Rule} (repaired: {Repaired})")]
    private partial void LogFound(string subject, string rule, bool repaired);
}
