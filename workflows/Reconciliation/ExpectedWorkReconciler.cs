using ACip.Workflows.Orchestration;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Reconciliation;

/// <summary>Starts what capabilities expect to be running and is not. Work that an operator suspended is reported and left
/// alone.</summary>
public sealed class ExpectedWorkReconciler(IEnumerable<IExpectedWork> capabilities, TimeProvider clock)
{
    private const int DaysBetweenThoroughLooks = 7;

    private const string SuspendedEnd = "-suspended",
        NotRunningEnd = "-not-running";

    /// <summary>How long a restart is reported.</summary>
    private static readonly TimeSpan Told = TimeSpan.FromDays(7);

    internal async Task<ReconciliationState> CheckAsync(
        ReconciliationState upkeep,
        RunningWork running,
        DurableTaskClient workflows,
        bool late,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        bool thorough = late || DateOnly.FromDateTime(now.UtcDateTime).DayNumber % DaysBetweenThoroughLooks == 0;
        var findings = new List<ReconciliationFinding>(
            upkeep.Findings.Where(one => !IsOurs(one) || (one.Repaired ? now - one.At < Told : !thorough))
        );
        foreach (IExpectedWork capability in capabilities)
        {
            foreach (ExpectedWork work in await capability.FindAsync(thorough, cancellation))
            {
                findings.RemoveAll(one => one.Subject == work.InstanceId && !one.Repaired);
                if (await LookAsync(capability.Kind, work, running, workflows, now, cancellation) is { } found)
                {
                    findings.RemoveAll(one => one.Subject == work.InstanceId);
                    findings.Add(found);
                }
            }
        }

        return upkeep with
        {
            Findings = findings,
        };
    }

    /// <returns>Null where it runs.</returns>
    private static async Task<ReconciliationFinding?> LookAsync(
        string kind,
        ExpectedWork work,
        RunningWork running,
        DurableTaskClient workflows,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (running.Suspended(work) is { } suspended)
        {
            return new ReconciliationFinding(
                work.InstanceId,
                null,
                $"{kind}{SuspendedEnd}",
                $"{suspended} was suspended by an operator.",
                false,
                now
            );
        }

        return
            !running.Runs(work.InstanceId)
            && await running.StartAgainAsync(
                new Restart(work.Orchestrator, work.Input, work.InstanceId, work.Orphans),
                workflows,
                cancellation
            )
            ? new ReconciliationFinding(
                work.InstanceId,
                null,
                $"{kind}{NotRunningEnd}",
                $"{work.InstanceId} should run and did not; it was started again.",
                true,
                now
            )
            : null;
    }

    private bool IsOurs(ReconciliationFinding finding) =>
        capabilities.Any(one => finding.Rule == one.Kind + SuspendedEnd || finding.Rule == one.Kind + NotRunningEnd);
}
