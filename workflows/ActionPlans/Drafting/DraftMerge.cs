namespace ACip.Workflows.ActionPlans.Drafting;

/// <summary>Merges two drafts with a common origin, section by section.</summary>
/// <param name="Merged">The present draft with what only the other one changed.</param>
/// <param name="Disputed">Sections that both changed, each differently; the merged draft has the present text there.</param>
public sealed record DraftMerge(ActionPlan Merged, IReadOnlyList<string> Disputed)
{
    /// <param name="origin">What both began as.</param>
    public static DraftMerge Of(ActionPlan origin, ActionPlan present, ActionPlan other)
    {
        ActionPlan merged = present;
        var disputed = new List<string>();
        foreach (string section in DraftSections.All)
        {
            string before = DraftSections.Tag(origin, section),
                now = DraftSections.Tag(present, section),
                sent = DraftSections.Tag(other, section);
            if (sent == before || sent == now)
            {
                continue;
            }

            if (now == before)
            {
                merged = DraftSections.Take(merged, section, other);
            }
            else
            {
                disputed.Add(section);
            }
        }

        return new DraftMerge(merged, disputed);
    }
}
