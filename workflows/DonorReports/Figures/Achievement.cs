using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>How far a figure has come from baseline to target, the same for indicators that should rise and those that should
/// fall.</summary>
public static class Achievement
{
    /// <summary>The target with which a donor period is compared: the first due on or after its last day, otherwise the last.</summary>
    public static FrameworkTarget? TargetFor(FrameworkIndicator indicator, DateOnly periodEnd)
    {
        FrameworkTarget[] targets = [.. indicator.Targets.OrderBy(target => target.By)];
        return targets.FirstOrDefault(target => target.By >= periodEnd) ?? targets.LastOrDefault();
    }

    /// <returns>Per cent, one decimal; below 0 where things got worse, above 100 where the target is passed. Null without a target,
    /// where baseline and target are the same, and where the target lies on the wrong side of the baseline.</returns>
    public static decimal? Percent(bool ascending, decimal? baseline, decimal? target, decimal? actual)
    {
        if (target is not { } aim || actual is not { } now)
        {
            return null;
        }

        if (baseline is { } start)
        {
            bool rightSide = ascending ? aim > start : aim < start;
            return rightSide ? Rounded((now - start) / (aim - start)) : null;
        }

        (decimal part, decimal whole) = ascending ? (now, aim) : (aim, now);
        return whole > 0 && part >= 0 ? Rounded(part / whole) : null;
    }

    public static Progress Of(bool ascending, decimal? baseline, decimal? target, decimal actual)
    {
        if (target is not { } aim)
        {
            return Progress.NoTarget;
        }

        if (ascending ? actual >= aim : actual <= aim)
        {
            return Progress.TargetMet;
        }

        return baseline is { } start && (ascending ? actual <= start : actual >= start) ? Progress.NoProgress : Progress.TowardsTarget;
    }

    private static decimal Rounded(decimal share) => Math.Round(share * 100, 1, MidpointRounding.AwayFromZero);
}
