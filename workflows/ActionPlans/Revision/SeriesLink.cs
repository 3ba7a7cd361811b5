namespace ACip.Workflows.ActionPlans.Revision;

/// <summary>How figures of one revision of an indicator compare with those of a later one.</summary>
/// <param name="From">First day measured the new way; null where nothing changed.</param>
/// <param name="Factor">New value = old value × Factor; 1 where nothing changed; null where the series breaks.</param>
public sealed record SeriesLink(string Code, int OldRevision, int NewRevision, DateOnly? From, decimal? Factor, string? Reason)
{
    public bool IsComparable => Factor is not null;

    /// <summary>Links for the indicators present in both versions.</summary>
    /// <remarks>If the versions are two or more revisions apart, the steps between are unknown and the series counts as broken;
    /// <see cref="Along"/> knows the steps.</remarks>
    public static IEnumerable<SeriesLink> Between(ActionPlan before, ActionPlan after) =>
        from was in before.Indicators
        from now in after.Indicators
        where was.Code == now.Code
        select Step(was, now);

    /// <summary>How figures of each version compare with those of the last version, for one indicator.</summary>
    /// <param name="versions">Approved versions in their order.</param>
    /// <returns>One link for each version that has the indicator, except the last of them; empty if fewer than two have it.</returns>
    public static IReadOnlyList<SeriesLink> Along(IReadOnlyList<ActionPlan> versions, string code)
    {
        Indicator[] line = [.. versions.SelectMany(version => version.Indicators.Where(indicator => indicator.Code == code).Take(1))];
        var links = new List<SeriesLink>();
        decimal? factor = 1;
        for (int at = line.Length - 2; at >= 0; at--)
        {
            SeriesLink step = Step(line[at], line[at + 1]);
            factor = factor * step.Factor;
            links.Insert(0, step with { NewRevision = line[^1].Revision, Factor = factor });
        }

        return links;
    }

    private static SeriesLink Step(Indicator was, Indicator now) =>
        (now.Revision - was.Revision) switch
        {
            0 => new SeriesLink(now.Code, was.Revision, now.Revision, null, 1, null),
            1 => new SeriesLink(now.Code, was.Revision, now.Revision, now.Change?.From, now.Change?.Factor, now.Change?.Reason),
            _ => new SeriesLink(now.Code, was.Revision, now.Revision, now.Change?.From, null, now.Change?.Reason),
        };
}
