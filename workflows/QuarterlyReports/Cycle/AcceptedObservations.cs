using ACip.Workflows.ActionPlans;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Turns the entries of an accepted report into observations.</summary>
public static class AcceptedObservations
{
    /// <summary>One observation for each entry not yet accepted: indicators, benchmarks, results and activities in the plan's order, then
    /// narratives.</summary>
    public static IReadOnlyList<Observation> Of(ReportRecord report, ActionPlan plan) =>
        Of(report, plan, code => !report.AcceptedItems.Contains(code));

    /// <param name="taken">Which items, by code.</param>
    public static IReadOnlyList<Observation> Of(ReportRecord report, ActionPlan plan, Func<string, bool> taken)
    {
        ILookup<string, ReportEntry> entries = report.Entries.Values.Where(entry => taken(entry.Item)).ToLookup(entry => entry.Item);
        return
        [
            .. plan.Indicators.SelectMany(i =>
                entries[i.Code].Select(entry => ToObservation(report, entry, group => ReportItems.GroupKey(i, group)))
            ),
            .. plan.Benchmarks.SelectMany(b => entries[b.Code].Select(entry => ToObservation(report, entry, group => group))),
            .. StatusItems.CodesOf(plan).SelectMany(code => entries[code].Select(entry => ToObservation(report, entry, group => group))),
            .. NarrativeSection.All.SelectMany(section =>
                entries[section.Code].Select(entry => ToObservation(report, entry, group => group))
            ),
        ];
    }

    /// <summary>For a reopened report: unchanged answers stay as accepted; changed ones, and those with other
    /// evidence, name what they replace.</summary>
    /// <param name="earlier">What was accepted of the same report before, oldest first.</param>
    public static IReadOnlyList<Observation> Instead(IReadOnlyList<Observation> earlier, IReadOnlyList<Observation> accepted) =>
        [
            .. from one in accepted
            let was = earlier.LastOrDefault(before => before.Item == one.Item)
            where was is null || was.At != one.At || was.Source != one.Source || !was.EvidenceSha256.SequenceEqual(one.EvidenceSha256)
            select one with
            {
                Restates = was?.Id,
            },
        ];

    /// <summary>The answer that an observation was made of.</summary>
    public static ReportEntry Answer(Observation accepted, ActionPlan plan)
    {
        Indicator? indicator = plan.Indicators.FirstOrDefault(one => one.Code == accepted.Item);
        string Group(string key) => indicator is null ? key : ReportItems.GroupOf(indicator, key);
        return new ReportEntry(
            accepted.Item,
            accepted.Value,
            accepted.Reached,
            accepted.Date,
            accepted.Narrative,
            accepted.MissingReason,
            accepted.Groups.ToDictionary(group => Group(group.Key), group => group.Value),
            accepted.EvidenceSha256,
            accepted.By,
            accepted.At,
            accepted.Source,
            ""
        )
        {
            Counts = accepted.Counts?.Keyed(Group),
            Status = accepted.Status,
        };
    }

    private static Observation ToObservation(ReportRecord report, ReportEntry entry, Func<string, string> groupKey) =>
        new(
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
            entry.Source,
            Date: entry.Date
        )
        {
            Counts = entry.Counts?.Keyed(groupKey),
            Status = entry.Status,
        };
}
