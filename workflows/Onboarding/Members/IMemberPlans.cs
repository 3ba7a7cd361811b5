using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Onboarding.Members;

/// <summary>What joining and leaving needs from the capability that keeps action plans.</summary>
public interface IMemberPlans
{
    /// <summary>Starts a plan from the library unless the administration has one that is not over.</summary>
    Task<PlanId?> BeginFirstAsync(
        AdministrationId administration,
        DateOnly start,
        PersonId by,
        DurableTaskClient workflows,
        CancellationToken cancellation
    );

    /// <summary>Ends all open plans of an administration. Refused where one could not be ended; repeating it ends the rest.</summary>
    Task<CommandResult> EndAllAsync(AdministrationId administration, string reason, PersonId by, CancellationToken cancellation);
}
