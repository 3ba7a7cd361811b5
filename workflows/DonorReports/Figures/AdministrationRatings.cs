using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>What administrations say of one result of the framework: their own ratings of what they contribute to it. The Secretariat's is
/// an <see cref="OutcomeRating"/>. Neither is worked out of figures: from which share of a target on something counts as partly achieved is
/// data of the donor's template (its scores, applied in ScoreSections).</summary>
/// <param name="Counts">How often each rating was given.</param>
public sealed record AdministrationRatings(
    IReadOnlyDictionary<ItemStatus, int> Counts,
    TextList<(AdministrationId Administration, ItemStatus Status, string Sentence)> Said
);

/// <summary>Gathers these ratings: of each administration's result the latest one, for every result of the framework that its linked
/// indicators measure.</summary>
internal sealed class AdministrationRatingsCalculator(SnapshotHead head)
{
    private readonly SortedDictionary<string, List<(AdministrationId, ItemStatus, string)>> said = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Result, ItemStatus Status), int> counts = [];
    private readonly Dictionary<string, List<AdministrationId>> more = [];
    private readonly Dictionary<string, string> results = head.Agreement.Framework.Indicators.ToDictionary(
        indicator => indicator.Code,
        indicator => indicator.Result
    );

    private readonly List<string> preferred = [.. head.Preferred ?? []];

    /// <summary>Those first that an officer wants first.</summary>
    private int Rank(string sentence) =>
        preferred.Count == 0 ? int.MaxValue
        : preferred.IndexOf(Translation.KeyOf(sentence)) is var place and >= 0 ? place
        : int.MaxValue;

    public void Add(PlanExtract plan)
    {
        foreach (IGrouping<string, AcceptedObservation> item in (plan.Statuses ?? []).GroupBy(one => one.Observation.Item))
        {
            Observation latest = item.Select(one => one.Observation).OrderBy(one => one.Period).Last();
            foreach (string result in latest.Status is null ? [] : ServedBy(plan, item.Key))
            {
                Add(result, plan.Administration, latest);
            }
        }
    }

    /// <summary>Empty where nothing was rated.</summary>
    public IReadOnlyDictionary<string, AdministrationRatings> Voices() =>
        said.ToDictionary(
            one => one.Key,
            one => new AdministrationRatings(
                counts.Where(count => count.Key.Result == one.Key).ToDictionary(count => count.Key.Status, count => count.Value),
                new(one.Value, more.GetValueOrDefault(one.Key)?.Count ?? 0) { MoreFrom = more.GetValueOrDefault(one.Key, []) }
            )
        );

    /// <summary>The sentences of one plan, each under the framework's results that it is about.</summary>
    public static IEnumerable<(string Result, Observation Said)> Told(PlanExtract plan, SnapshotHead head)
    {
        var calculator = new AdministrationRatingsCalculator(head);
        return from item in (plan.Statuses ?? []).GroupBy(one => one.Observation.Item)
            let latest = item.Select(one => one.Observation).OrderBy(one => one.Period).Last()
            where latest.Status is not null && !string.IsNullOrWhiteSpace(latest.Narrative)
            from result in calculator.ServedBy(plan, item.Key)
            select (result, latest);
    }

    /// <summary>A result that only confidential indicators measure is told to nobody.</summary>
    private IEnumerable<string> ServedBy(PlanExtract plan, string result) =>
        plan
            .Indicators.Where(one => one.Result == result && !one.Sensitive && one.DonorLink?.Agreement == head.Agreement.Id)
            .Select(one => results.GetValueOrDefault(one.DonorLink!.Indicator))
            .OfType<string>()
            .Distinct();

    private void Add(string result, AdministrationId administration, Observation latest)
    {
        ItemStatus status = latest.Status!.Value;
        counts[(result, status)] = counts.GetValueOrDefault((result, status)) + 1;
        if (!said.TryGetValue(result, out List<(AdministrationId, ItemStatus, string)>? list))
        {
            said.Add(result, list = []);
        }

        if (string.IsNullOrWhiteSpace(latest.Narrative))
        {
            return;
        }

        // the same words again say nothing new
        if (list.Any(one => one.Item2 == status && one.Item3 == latest.Narrative))
        {
            LeaveOut(result, administration);
            return;
        }

        int rank = Rank(latest.Narrative);
        int place = list.FindIndex(one => Rank(one.Item3) > rank);
        list.Insert(place < 0 ? list.Count : place, (administration, status, latest.Narrative));
        if (list.Count > TextAggregation.MostOfEach)
        {
            LeaveOut(result, list[^1].Item1);
            list.RemoveAt(list.Count - 1);
        }
    }

    private void LeaveOut(string result, AdministrationId whose)
    {
        if (!more.TryGetValue(result, out List<AdministrationId>? from))
        {
            more.Add(result, from = []);
        }

        from.Add(whose);
    }
}
