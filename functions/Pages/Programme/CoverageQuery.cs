using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Functions.Pages.Programme;

/// <summary>Which of a donor's indicators the plans in force feed.</summary>
public sealed class CoverageQuery(ProgrammeTable table, PlanVersions versions)
{
    public async Task<FrameworkCoverage> ReadAsync(GrantAgreement agreement, ProgrammeRegister register, CancellationToken cancellation)
    {
        var plans = new List<ActionPlan>();
        foreach (PlanListing listing in register.Plans.Values)
        {
            if (await PlanRows.FindAsync(table, listing.Id, cancellation) is { Value: { Version: > 0, IsOver: false } plan })
            {
                plans.Add(await versions.ReadAsync(listing.Id, plan.Version, cancellation));
            }
        }

        return FrameworkCoverage.Of(agreement, plans);
    }
}
