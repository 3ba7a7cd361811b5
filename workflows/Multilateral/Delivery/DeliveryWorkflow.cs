using ACip.Workflows.HumanTasks;
using ACip.Workflows.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Multilateral.Delivery;

/// <summary>One event: invitations, its days, who came.</summary>
public static class DeliveryWorkflow
{
    [Function(nameof(DeliveryWorkflow))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.RunStagesAsync<EventRef>(nameof(DeliveryActivities.TakeEventStep));

    /// <summary>Starts the workflow of an event in the table. If this call is lost, the reconciliation starts it.</summary>
    public static Task BeginAsync(this DurableTaskClient workflows, EventRef id, CancellationToken cancellation) =>
        workflows.StartUnlessFailedAsync(nameof(DeliveryWorkflow), id, id.InstanceId, cancellation);
}
