using ACip.Workflows.HumanTasks.Links;

namespace ACip.Workflows.ActionPlans.Tasks;

/// <summary>A link to a draft plan that can be submitted.</summary>
public sealed record PlanTaskLink(LinkedTask Linked, ActionPlan Draft) : TaskLink
{
    public override LinkedTask Task => Linked;
}
