using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>One donor report: waits until the cut-off for reports under review, assembles, has it signed, issues it. If it is sent back,
/// has it revised first.</summary>
/// <remarks>After its end it is started again if a figure that it used is restated.</remarks>
public static class DonorReportAssembly
{
    [Function(nameof(DonorReportAssembly))]
    public static async Task<DonorReportState> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        DonorReportRef report = context.GetInput<DonorReportRef>()!;
        while (true)
        {
            DonorReportNextAction next = await context.CallActivityAsync<DonorReportNextAction>(
                nameof(DonorReportActivities.TakeDonorReportStep),
                report,
                RetryPolicies.WithStorage
            );
            await context.SendMailsAsync(StreamId.Of(report.Agreement), next.Mails, tried: false);
            if (next.Assemble)
            {
                await context.CallActivityAsync(
                    nameof(DonorReportAssemblyActivities.AssembleDonorReport),
                    report,
                    RetryPolicies.WithStorage
                );
            }
            else if (next.Ask is { } task)
            {
                await context.CallSubOrchestratorAsync<TaskOutcome>(
                    nameof(HumanTask),
                    task,
                    new SubOrchestrationOptions(instanceId: task.InstanceId)
                );
            }
            else if (next.Until is { } until)
            {
                await context.WaitUntilAsync(until);
            }
            else
            {
                return next.State;
            }
        }
    }
}

/// <summary>What the report must wait for or do next; if nothing, it has ended.</summary>
public sealed record DonorReportNextAction(
    DonorReportState State,
    bool Assemble,
    TaskRef? Ask,
    DateTimeOffset? Until,
    IReadOnlyList<string> Mails
);
