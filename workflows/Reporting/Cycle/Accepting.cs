using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Reporting;

/// <summary>Figures that were accepted together. Rows of this kind are only ever added.</summary>
public sealed record AcceptedFigures(PersonId By, DateTimeOffset At, IReadOnlyList<Observation> Observations);

/// <summary>What a report becomes when it is accepted.</summary>
public static class Accepting
{
    /// <summary>One observation for each entry, in the order of the plan.</summary>
    public static IReadOnlyList<Observation> Observations(ReportFile report, ActionPlan plan) =>
    [
        .. plan.Indicators.Where(i => report.Entries.ContainsKey(i.Code)).Select(i => ToObservation(report, report.Entries[i.Code], group => ReportItems.GroupKey(i, group))),
        .. plan.Benchmarks.Where(b => report.Entries.ContainsKey(b.Code)).Select(b => ToObservation(report, report.Entries[b.Code], group => group)),
    ];

    private static Observation ToObservation(ReportFile report, ReportEntry entry, Func<string, string> groupKey) => new(
        $"{report.Plan}:{report.Period.Key}:{entry.Item}:{report.Submissions.Count}",
        report.Plan,
        report.PlanVersion,
        entry.Item,
        report.Period.Key,
        entry.Value,
        entry.Reached,
        entry.Narrative,
        entry.MissingReason,
        entry.Groups.ToDictionary(group => groupKey(group.Key), group => group.Value),
        entry.EvidenceSha256,
        entry.By,
        entry.At,
        entry.Source);
}
