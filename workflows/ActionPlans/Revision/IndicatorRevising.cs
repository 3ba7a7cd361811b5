namespace ACip.Workflows.ActionPlans.Revision;

/// <summary>Creates the next revision of an approved indicator.</summary>
public static class IndicatorRevising
{
    /// <param name="was">As approved.</param>
    /// <param name="changed">As it shall be; its revision and change are filled in here, and with a factor its baseline too.</param>
    /// <param name="from">First day that is measured the new way.</param>
    /// <param name="factor">New value = old value × factor; null: the series breaks, and the baseline is the new one given.</param>
    public static Indicator Of(Indicator was, Indicator changed, string reason, DateOnly from, decimal? factor) =>
        changed with
        {
            Code = was.Code,
            Revision = was.Revision + 1,
            Change = new IndicatorChange(reason, from, factor),
            Baseline = factor is null ? changed.Baseline : was.Baseline with { Value = was.Baseline.Value * factor },
        };

    /// <summary>The draft with the revised indicator in its place, also where it had been taken out.</summary>
    public static ActionPlan In(ActionPlan draft, Indicator revised)
    {
        List<Indicator> all = [.. draft.Indicators];
        int at = all.FindIndex(one => one.Code == revised.Code);
        if (at >= 0)
        {
            all[at] = revised;
        }
        else
        {
            int next = all.FindIndex(one => CodeOrder.Instance.Compare(one.Code, revised.Code) > 0);
            all.Insert(next < 0 ? all.Count : next, revised);
        }

        return draft with
        {
            Indicators = all,
        };
    }
}
