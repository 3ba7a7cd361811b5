using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Events;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using AuditHead = ACip.Workflows.DonorReports.Snapshots.AuditHead;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>What a donor report takes from one plan.</summary>
/// <param name="Extract">Null where no version of the plan is approved.</param>
/// <param name="Broken">Rows that could not be read, each with its stream.</param>
internal sealed record ExtractedPlan(
    PlanExtract? Extract,
    IReadOnlyList<CoverageGap> Gaps,
    AuditHead? Audit,
    IReadOnlyList<DeliveredEvent> Events,
    IReadOnlyList<string> Broken
)
{
    /// <summary>A plan of which nothing can be told.</summary>
    public static ExtractedPlan Unreadable(PlanListing plan, string what) =>
        new(
            null,
            [new CoverageGap(plan.Administration, plan.Id, null, GapReason.Unreadable)],
            null,
            [],
            [$"{StreamId.Of(plan.Id)}: {what}"]
        );
}
