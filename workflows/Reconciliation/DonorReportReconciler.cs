using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Reconciliation;

/// <summary>Starts donor reports whose period has ended, and restarts those whose workflow is gone before they were issued.</summary>
public sealed class DonorReportReconciler(ProgrammeTable table, TimeProvider clock)
{
    private const int DaysBetweenLooks = 28;

    internal async Task<ReconciliationState> CheckAsync(
        ReconciliationState upkeep,
        ProgrammeRegister register,
        RunningWork running,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        HashSet<string> issued = today.DayNumber % DaysBetweenLooks == 0 ? [] : [.. upkeep.Issued];
        var findings = new List<ReconciliationFinding>(upkeep.Findings);
        foreach (DonorReportRef report in register.Agreements.Values.SelectMany(agreement => DonorSchedule.Ended(agreement, today)))
        {
            if (running.Runs(report.InstanceId) || issued.Contains(report.InstanceId))
            {
                continue;
            }

            DonorReportRecord? file = (await DonorReportRows.FindAsync(table, report.Agreement, report.Period, cancellation))?.Value;
            if (file?.State is DonorReportState.Issued or DonorReportState.Superseded)
            {
                issued.Add(report.InstanceId);
                continue;
            }

            findings.RemoveAll(one => one.Subject == report.InstanceId);
            if (
                running.States.TryGetValue(report.InstanceId, out OrchestrationRuntimeStatus status)
                && status == OrchestrationRuntimeStatus.Suspended
            )
            {
                findings.Add(
                    new ReconciliationFinding(
                        report.InstanceId,
                        null,
                        "donor-report-suspended",
                        "It was suspended by an operator.",
                        false,
                        now
                    )
                );
                continue;
            }

            if (file is not null)
            {
                findings.Add(
                    new ReconciliationFinding(
                        report.InstanceId,
                        null,
                        "donor-report-not-running",
                        "It should run and did not; it was started again.",
                        true,
                        now
                    )
                );
            }

            await running.StartAgainAsync(
                new Restart(
                    nameof(DonorReportAssembly),
                    report,
                    report.InstanceId,
                    [$"{TaskRef.InstancesOf(StreamId.Of(report.Agreement))}{report.Agreement}-sign-{report.Period}-"]
                ),
                workflows,
                cancellation
            );
        }

        return upkeep with
        {
            Findings = findings,
            Issued = [.. issued.Order(StringComparer.Ordinal)],
        };
    }
}
