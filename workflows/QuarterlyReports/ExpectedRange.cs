namespace ACip.Workflows.QuarterlyReports;

/// <summary>The range in which a value is expected, given earlier ones: as far beyond them as they are apart, and at least half of the
/// last one (10 points for a percentage).</summary>
internal readonly record struct ExpectedRange(decimal Low, decimal High)
{
    /// <returns>Null where there is too little to expect anything from: fewer than two values.</returns>
    public static ExpectedRange? From(IReadOnlyList<decimal> before, bool percentage)
    {
        if (before.Count < 2)
        {
            return null;
        }

        decimal low = before.Min();
        decimal high = before.Max();
        decimal slack = Math.Max(high - low, percentage ? 10m : Math.Max(Math.Abs(before[^1]) / 2, 1m));
        return new ExpectedRange(low - slack, high + slack);
    }

    public bool Holds(decimal value) => Low <= value && value <= High;
}
