using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Verification;

/// <summary>Where a figure comes from. For the Secretariat and auditors, not for the donor, because it shows what the report
/// withholds.</summary>
/// <param name="Figure">Such as <c>1111.1/total</c>.</param>
/// <param name="DonorValue">In the donor's unit.</param>
public sealed record LineageEntry(
    string Figure,
    AdministrationId Administration,
    PlanId Plan,
    int PlanVersion,
    string Indicator,
    PeriodKey Period,
    string Observation,
    decimal DonorValue,
    EntrySource Source,
    PersonId By,
    DateTimeOffset At,
    PersonId AcceptedBy,
    string AuditEvent,
    IReadOnlyList<string> EvidenceSha256
);

public static class Lineage
{
    /// <summary>Every observation that is counted in a figure of the report; of all of them, if no indicator is named.</summary>
    /// <param name="indicator">Code in the donor's framework.</param>
    public static IEnumerable<LineageEntry> Of(DonorSnapshot snapshot, string? indicator = null)
    {
        return from reported in ReportedPlans.Of(snapshot.Plans, snapshot.Head)
            let plan = reported.Plan
            from value in reported.Values
            where indicator is null || value.Framework.Code == indicator
            from counted in value.Counted
            let observation = counted.Observation
            select new LineageEntry(
                $"{value.Framework.Code}/total",
                plan.Administration,
                plan.Plan,
                observation.PlanVersion,
                observation.Item,
                observation.Period,
                observation.Id,
                observation.Value!.Value * Conversion.FactorOf(plan, value.Indicator, observation)!.Value,
                observation.Source,
                observation.By,
                observation.At,
                counted.AcceptedBy,
                counted.AuditEvent,
                observation.EvidenceSha256
            );
    }
}
