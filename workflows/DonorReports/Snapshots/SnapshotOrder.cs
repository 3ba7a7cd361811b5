using ACip.Workflows.DonorReports.Composition;

namespace ACip.Workflows.DonorReports.Snapshots;

/// <summary>The order of lists in a snapshot. Lists with an order of their own (results of a framework, texts) keep it.</summary>
internal static class SnapshotOrder
{
    public static IComparer<PlanExtract> ByPlace { get; } =
        Comparer<PlanExtract>.Create(
            (one, other) =>
                string.CompareOrdinal(one.Administration.Value, other.Administration.Value) is var byAdministration and not 0
                    ? byAdministration
                    : string.CompareOrdinal(one.Plan.Value, other.Plan.Value)
        );

    public static SnapshotHead Sorted(SnapshotHead head) =>
        head with
        {
            Administrations = By(head.Administrations, administration => administration.Id.Value),
            KeyFactors = [.. head.KeyFactors.OrderBy(factor => factor.Number)],
            Earlier = By(head.Earlier, figure => $"{figure.Indicator}\n{Writing.Iso(figure.Period.End)}"),
            Gaps = By(head.Gaps, gap => $"{gap.Administration}\n{gap.Plan}\n{gap.Period}\n{gap.Reason}"),
            Unreadable = head.Unreadable is { } records ? By(records, record => record) : null,
            Deliveries = By(
                head.Deliveries,
                row => $"{Writing.Iso(row.Start)}\n{Writing.Iso(row.End)}\n{row.Kind}\n{row.Title}\n{row.Administration}"
            ),
            Multilateral = head.Multilateral is { } multilateral ? Sorted(multilateral) : null,
            Cips = By(head.Cips, score => $"{score.Wave}\n{score.KeyFactor:00}\n{score.Group}"),
            Told = head.Told is { } told ? By(told, one => $"{one.Indicator}\n{one.Administration}") : null,
            Annexes = By(head.Annexes, file => file.FileName),
            AuditHeads = By(head.AuditHeads, audit => audit.Stream),
        };

    private static MultilateralExtract Sorted(MultilateralExtract extract) =>
        extract with
        {
            Initiatives = By(extract.Initiatives, one => $"{one.Title}\n{one.Code}"),
            Uptakes = By(extract.Uptakes, one => $"{one.Title}\n{one.Version}"),
            Events = By(extract.Events, one => $"{Writing.Iso(one.Start)}\n{Writing.Iso(one.End)}\n{one.Title}"),
            Practices = By(extract.Practices, one => $"{one.Administration}\n{one.Title}"),
            Topics = By(extract.Topics, one => one.Title),
            Meetings = By(extract.Meetings, one => Writing.Iso(one.Start)),
            Life = By(extract.Life, one => $"{Writing.Iso(one.On)}\n{one.What}\n{one.Name}"),
        };

    public static PlanExtract Sorted(PlanExtract plan) =>
        plan with
        {
            Periods = By(plan.Periods, period => period.Key.Value),
            Series = By(plan.Series, step => $"{step.Code}\n{step.Version:D8}"),
            Observations = By(plan.Observations, Place),
            Statuses = plan.Statuses is { } statuses ? By(statuses, Place) : null,
            EarlierYears = plan.EarlierYears is { } years ? By(years, one => $"{one.Item}\n{Writing.Iso(one.End)}") : null,
            Restatements = By(plan.Restatements, restatement => Place(restatement.New)),
        };

    private static string Place(AcceptedObservation accepted) =>
        $"{accepted.Observation.Period}\n{accepted.Observation.Item}\n{accepted.Observation.Id}";

    private static List<T> By<T>(IEnumerable<T> list, Func<T, string> key) => [.. list.OrderBy(key, StringComparer.Ordinal)];
}
