using ACip.Workflows.HumanTasks;
using ACip.Workflows.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Onboarding.Members;

/// <summary>A new Member: interest, confirmation, a coordinator, the first plan.</summary>
public static class OnboardingMember
{
    [Function(nameof(OnboardingMember))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.RunStagesAsync<MemberRef>(nameof(MemberActivities.TakeMemberStep));

    /// <summary>Starts the workflow of a Member in the table, also of one that comes back. If this call is lost, the reconciliation starts
    /// it.</summary>
    public static Task BeginAsync(this DurableTaskClient workflows, MemberRef id, CancellationToken cancellation) =>
        workflows.StartAgainAsync(nameof(OnboardingMember), id, id.InstanceId, cancellation);
}
