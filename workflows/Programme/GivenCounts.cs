namespace ACip.Workflows.Programme;

/// <summary>The counts given with a share: in total and by group.</summary>
/// <param name="Total">Null where the share of all was given without.</param>
/// <param name="Groups">Keyed as the values of the groups are.</param>
public sealed record GivenCounts(Ratio? Total, IReadOnlyDictionary<string, Ratio> Groups)
{
    /// <returns>Null where there are none.</returns>
    public static GivenCounts? Of(Ratio? total, IReadOnlyDictionary<string, Ratio>? groups = null) =>
        total is null && groups is null or { Count: 0 } ? null : new GivenCounts(total, groups ?? new Dictionary<string, Ratio>());

    public Ratio? Of(string group) => Groups.GetValueOrDefault(group);

    /// <summary>The same counts with other keys for the groups.</summary>
    public GivenCounts Keyed(Func<string, string> key) =>
        this with
        {
            Groups = Groups.ToDictionary(group => key(group.Key), group => group.Value),
        };

    /// <summary>Combines what two places say, each of which may omit what the other has.</summary>
    /// <returns>False where they contradict each other.</returns>
    public static bool AgreeOn(GivenCounts? one, GivenCounts? other, out GivenCounts? both)
    {
        both = one ?? other;
        if (one is null || other is null)
        {
            return true;
        }

        var groups = new Dictionary<string, Ratio>(one.Groups);
        foreach ((string group, Ratio ratio) in other.Groups)
        {
            if (!groups.TryAdd(group, ratio) && groups[group] != ratio)
            {
                return false;
            }
        }

        both = Of(one.Total ?? other.Total, groups);
        return one.Total is null || other.Total is null || one.Total == other.Total;
    }

    public static bool Same(GivenCounts? one, GivenCounts? other) =>
        one?.Total == other?.Total
        && (one?.Groups.Count ?? 0) == (other?.Groups.Count ?? 0)
        && (one?.Groups.All(group => other!.Groups.TryGetValue(group.Key, out Ratio? ratio) && ratio == group.Value) ?? true);
}
