using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>The overview with what it was made from.</summary>
/// <param name="Plans">In no order.</param>
public sealed record ProgrammeFacts(ProgrammeOverview Overview, IReadOnlyList<PlanStatus> Plans);

/// <param name="Version">That which is approved; null before the first.</param>
/// <param name="Reports">One for each period, in order.</param>
public sealed record PlanStatus(PlanRecord File, ActionPlan? Version, IReadOnlyList<ReportStatus> Reports);
