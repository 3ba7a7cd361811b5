namespace ACip.Workflows.ActionPlans.Revision;

/// <summary>How figures of one revision of an indicator compare with those of a later one.</summary>
/// <param name="From">First day measured the new way; null where nothing changed.</param>
/// <param name="Factor">New value = old value × Factor; 1 where nothing changed; null where the series breaks.</param>
public sealed record SeriesLink(string Code, int OldRevision, int NewRevision, DateOnly? From, decimal? Factor, string? Reason)
{
    public bool IsComparable => Factor is not null;

    /// <summary>Links for the indicators present in both versions.</summary>
    /// <remarks>If the versions are two or more revisions apart, the steps between are unknown and the series counts as broken;
    /// <see cref="SeriesFactor"/> knows the steps.</remarks>
    public static IEnumerable<SeriesLink> Between(ActionPlan before, ActionPlan after) =>
        from was in before.Indicators
        from now in after.Indicators
        where was.Code == now.Code
        select Step(was, now);

    internal static SeriesLink Step(Indicator was, Indicator now) =>
        (now.Revision - was.Revision) switch
        {
            0 => new SeriesLink(now.Code, was.Revision, now.Revision, null, 1, null),
            1 => new SeriesLink(now.Code, was.Revision, now.Revision, now.Change?.From, now.Change?.Factor, now.Change?.Reason),
            _ => new SeriesLink(now.Code, was.Revision, now.Revision, now.Change?.From, null, now.Change?.Reason),
        };
}
