using ACip.Workflows.HumanTasks;

namespace ACip.Workflows.Multilateral.Delivery;

public static class DeliveryTaskKinds
{
    /// <summary>Before an event: who attends.</summary>
    public static TaskDefinition Register { get; } = TaskDefinition.OfCoordinator("RegisterForEvent");

    /// <summary>After it: who attended, and how useful it was.</summary>
    public static TaskDefinition Attend { get; } = TaskDefinition.OfCoordinator("EvaluateEvent");
}
