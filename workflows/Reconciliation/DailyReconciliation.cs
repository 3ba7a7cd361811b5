using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ACip.Workflows.Reconciliation;

/// <summary>Once a day: starts what should run and does not. A day without power costs nothing, the next run catches up.</summary>
public sealed partial class DailyReconciliation(ProgrammeTable table, ProgrammeDirectory directory, TimeProvider clock, ILogger<DailyReconciliation> logger)
{
    [Function(nameof(DailyReconciliation))]
    public async Task Run([TimerTrigger("0 0 5 * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        DateOnly today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        int started = 0;
        foreach (PlanListing plan in register.Plans.Values)
        {
            string instance = $"plan:{plan.Administration.Value.ToLowerInvariant()}:{plan.Id}";
            if (await workflows.GetInstanceAsync(instance, cancellation) is null && await PlanRows.FindAsync(table, plan.Id, cancellation) is { Value.State: not (PlanState.Closed or PlanState.Cancelled) })
            {
                started += await workflows.StartOnceAsync(nameof(ActionPlanLifecycle), plan.Id, instance, cancellation) ? 1 : 0;
            }
        }

        foreach (GrantAgreement agreement in register.Agreements.Values)
        {
            foreach (DonorReportRef report in DonorSchedule.Ended(agreement, today))
            {
                started += await workflows.StartOnceAsync(nameof(DonorReportAssembly), report, report.InstanceId, cancellation) ? 1 : 0;
            }
        }

        LogRan(started, timer.IsPastDue);
    }

    [LoggerMessage(30, LogLevel.Information, "Daily reconciliation started {Started} workflows (late: {Late})")]
    private partial void LogRan(int started, bool late);
}
