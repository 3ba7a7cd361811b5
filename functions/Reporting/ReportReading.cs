using ACip.Functions.ActionPlans;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;
using ACip.Workflows.Storage;

namespace ACip.Functions.Reporting;

/// <summary>One report beside the plan that it is measured against.</summary>
public sealed class ReportReading(PlanShelf plans, ProgrammeTable table)
{
    /// <returns>Null where there is no such report, or it has not begun.</returns>
    public async Task<ReportView?> ReadAsync(PlanId id, string period, CancellationToken cancellation)
    {
        if (!Slug.Is(period) || await plans.ReadAsync(id, cancellation) is not { } plan
            || await ReportRows.FindAsync(table, new ReportRef(id, period), cancellation) is not { } row)
        {
            return null;
        }

        ActionPlan version = await PlanRows.VersionAsync(table, id, row.Value.PlanVersion, cancellation);
        ReportingPeriod? before = plan.File.Value.Periods.LastOrDefault(one => one.End < row.Value.Period.Start);
        Observation[] current = [.. Accepting.Observations(row.Value, version)];
        Observation[] earlier = [.. plan.Accepted.All.Where(one => string.CompareOrdinal(one.Period, period) < 0)];
        bool asked = row.Value.Submissions.Count > 0 || row.Value.Entries.Count > 0;
        IReadOnlyList<ReportQuestion> questions = asked
            ? [.. Completeness.Ask(version, row.Value.Period, current, earlier), .. Plausibility.Ask(version, row.Value.Period, current, earlier)]
            : [];
        return new ReportView(row, plan, version, before, questions);
    }
}

/// <param name="Version">The version of the plan that the report answers to.</param>
/// <param name="Before">The period before; null for the first.</param>
/// <param name="Questions">What the rules would ask about it.</param>
public sealed record ReportView(Row<ReportFile> File, PlanView Plan, ActionPlan Version, ReportingPeriod? Before, IReadOnlyList<ReportQuestion> Questions);
