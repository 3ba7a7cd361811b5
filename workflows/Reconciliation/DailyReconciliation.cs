using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Reconciliation;

/// <summary>Timer: once a day, before working hours. Operators can also start it.</summary>
public sealed class DailyReconciliation(ReconciliationService reconciliation)
{
    [Function(nameof(DailyReconciliation))]
    public Task Run(
        [TimerTrigger("0 0 5 * * *", UseMonitor = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) => reconciliation.RunAsync(timer.IsPastDue, workflows, cancellation);
}
