namespace ACip.Workflows.ActionPlans.Revision;

/// <summary>How a figure of an earlier revision of an indicator is taken through the later ones: the same for a donor's report and for
/// pages.</summary>
internal static class SeriesFactor
{
    /// <summary>An exchange rate is not a unit of measure, whatever factor somebody entered.</summary>
    /// <param name="unit">What was measured in until this step.</param>
    /// <param name="now">What is measured in after the last one.</param>
    public static bool IsBreak(decimal? factor, string unit, string now) => factor is null || Currencies.In(unit) != Currencies.In(now);

    /// <param name="steps">In their order, each with the unit until then.</param>
    /// <returns>Value as measured now = value before the first step × this; null where the series breaks in between.</returns>
    public static decimal? Through(IEnumerable<(decimal? Factor, string Unit)> steps, string now)
    {
        decimal together = 1;
        foreach ((decimal? factor, string unit) in steps)
        {
            if (IsBreak(factor, unit, now))
            {
                return null;
            }

            together *= factor!.Value;
        }

        return together;
    }

    /// <param name="versions">In their order, from the one that a figure was reported under to the one that it is compared with.</param>
    public static decimal? Along(IEnumerable<ActionPlan> versions, string code)
    {
        Indicator[] line = [.. versions.SelectMany(version => version.Indicators.Where(indicator => indicator.Code == code).Take(1))];
        return line.Length == 0
            ? 1
            : Through(
                line.Zip(line.Skip(1), SeriesLink.Step)
                    .Zip(line, (step, was) => (step.Factor, was.Unit, IsNew: step.OldRevision != step.NewRevision))
                    .Where(step => step.IsNew)
                    .Select(step => (step.Factor, step.Unit)),
                line[^1].Unit
            );
    }
}
