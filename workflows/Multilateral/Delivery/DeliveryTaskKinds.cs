using ACip.Workflows.HumanTasks;

namespace ACip.Workflows.Multilateral.Delivery;

public static class DeliveryTaskKinds
{
    /// <summary>Before an event: who comes.</summary>
    public static TaskDefinition Register { get; } = TaskDefinition.OfCoordinator("RegisterForEvent");

    /// <summary>After it: who came, and what it was worth.</summary>
    public static TaskDefinition Attend { get; } = TaskDefinition.OfCoordinator("EvaluateEvent");
}
