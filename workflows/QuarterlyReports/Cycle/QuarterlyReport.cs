using ACip.Workflows.HumanTasks;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>One report from opening to lock: asks the coordinator, then the reviewer, round after round, as the table says.</summary>
public static class QuarterlyReport
{
    /// <summary>Event raised when an accepted report was reopened.</summary>
    public const string Reopened = "reopened";

    [Function(nameof(QuarterlyReport))]
    public static async Task<ReportState> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ReportRef report = context.GetInput<ReportRef>()!;
        var step = new ReportStep(report, First: true, Told: null);
        Task<string> reopened = context.WaitForExternalEvent<string>(Reopened);
        while (true)
        {
            ReportNextAction next = await context.CallActivityAsync<ReportNextAction>(
                nameof(ReportActivities.TakeReportStep),
                step,
                RetryPolicies.WithStorage
            );
            await context.SendMailsAsync(report.Stream, next.Mails);
            step = new ReportStep(report, First: false, next.Told);
            if (next.Ask is { } task)
            {
                await context.CallSubOrchestratorAsync<TaskOutcome>(
                    nameof(HumanTask),
                    task,
                    new SubOrchestrationOptions(instanceId: task.InstanceId)
                );
            }
            else if (next.Until is { } until)
            {
                if (await context.WaitUntilAsync(until, reopened))
                {
                    reopened = context.WaitForExternalEvent<string>(Reopened);
                }
            }
            else
            {
                return next.State;
            }
        }
    }
}
