using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ACip.Workflows.QuarterlyReports.Restatements;

/// <summary>One restatement: an approver is asked; once it is in force, donor reports that used the old value are updated.</summary>
public static class RestatementReview
{
    [Function(nameof(RestatementReview))]
    public static async Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        RestatementRef restatement = context.GetInput<RestatementRef>()!;
        while (true)
        {
            RestatementNextAction next = await context.CallActivityAsync<RestatementNextAction>(
                nameof(RestatementActivities.TakeRestatementStep),
                restatement,
                RetryPolicies.WithStorage
            );
            if (next.Ask is { } task)
            {
                await context.CallSubOrchestratorAsync<TaskOutcome>(
                    nameof(HumanTask),
                    task,
                    new SubOrchestrationOptions(instanceId: task.InstanceId)
                );
                continue;
            }

            if (next.InForce)
            {
                await context.CallActivityAsync<int>(
                    nameof(RestatementActivities.TellDonorReports),
                    restatement,
                    RetryPolicies.WithStorage
                );
            }

            return next.InForce;
        }
    }
}

/// <param name="Ask">What to wait for; null once it is decided.</param>
public sealed record RestatementNextAction(TaskRef? Ask, bool InForce);
