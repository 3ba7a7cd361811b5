using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>The overview with what it was made from.</summary>
/// <param name="Plans">In no order.</param>
public sealed record ProgrammeFacts(ProgrammeOverview Overview, IReadOnlyList<PlanStatus> Plans)
{
    /// <summary>All of them, each with its agreement; a reader may see less.</summary>
    public IReadOnlyList<(DonorReportRecord Report, GrantAgreement Agreement)> DonorReports { get; init; } = [];
}

/// <param name="Version">That which is approved; null before the first.</param>
/// <param name="Reports">One for each period, in order.</param>
public sealed record PlanStatus(PlanRecord File, ActionPlan? Version, IReadOnlyList<ReportStatus> Reports);
