using ACip.Workflows.HumanTasks;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans.Tasks;

public static class PlanTaskKinds
{
    public static TaskDefinition DraftPlan { get; } = TaskDefinition.OfCoordinator("DraftPlan");

    public static TaskDefinition ApprovePlan { get; } = TaskDefinition.Decision("ApprovePlan", Role.Approver);

    /// <summary>The administration states the findings of a mid-term or closing review.</summary>
    public static TaskDefinition EvaluatePlan { get; } = TaskDefinition.OfCoordinator("EvaluatePlan");
}
