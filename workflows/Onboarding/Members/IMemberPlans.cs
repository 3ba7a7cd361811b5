using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Onboarding.Members;

/// <summary>What coming and leaving wants of the room that keeps action plans.</summary>
public interface IMemberPlans
{
    /// <summary>Begins a plan from the library, unless the administration has one.</summary>
    Task<PlanId?> BeginFirstAsync(
        AdministrationId administration,
        DateOnly start,
        PersonId by,
        DurableTaskClient workflows,
        CancellationToken cancellation
    );

    /// <summary>Ends all plans of an administration that have not ended.</summary>
    Task<IReadOnlyList<WakeUp>> EndAllAsync(AdministrationId administration, string reason, PersonId by, CancellationToken cancellation);
}
