using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>Combines what administrations contribute to one cell.</summary>
internal sealed class CellAggregation(FrameworkIndicator indicator)
{
    public Share Whole(Contribution one) => new(one, one.Value(indicator), one.AllCounts);

    /// <summary>Across administrations, sums are added, and so are the counts behind shares. If a share has no counts, the total is a mean
    /// that gives every administration the same weight, and says so.</summary>
    public Figure Together(IEnumerable<Share> given, int minimum, int linked)
    {
        Share[] parts = [.. given];
        decimal[] values = [.. parts.Select(part => part.Value)];
        if (values.Length == 0)
        {
            return new Figure(FigureState.Missing, null, 0, linked);
        }

        if (Suppression.IsTooSmall(values.Length, minimum))
        {
            return new Figure(FigureState.Suppressed, null, values.Length, linked);
        }

        if (values.Length > 1 && indicator is { Aggregation: Aggregation.Latest, Measure: Measure.Nominal or Measure.Ordinal })
        {
            return new Figure(FigureState.NotAggregated, null, values.Length, linked);
        }

        if (AddsUp(indicator) || Ratio.Sum(parts.Select(part => part.Counts)) is not { } counts)
        {
            decimal together = AddsUp(indicator) ? values.Sum() : values.Sum() / values.Length;
            return new Figure(FigureState.Shown, FigureRounding.Presented(together), values.Length, linked)
            {
                UnweightedOf = UnweightedOf(parts),
            };
        }

        return new Figure(FigureState.Shown, FigureRounding.Presented(counts.Percent), values.Length, linked) { Counts = counts };
    }

    private int? UnweightedOf(Share[] parts)
    {
        int shares = parts.Length > 1 ? parts.Length : parts[0].By.Shares;
        return indicator.Measure == Measure.Percentage && !AddsUp(indicator) && shares > 1 ? shares : null;
    }

    public static bool AddsUp(FrameworkIndicator indicator) =>
        indicator.Aggregation == Aggregation.Sum || indicator is { Aggregation: Aggregation.Latest, Measure: Measure.Unit };
}

/// <summary>What one administration gives to one cell.</summary>
/// <param name="Counts">Behind a share; null where they are not known, and for what is no share.</param>
internal sealed record Share(Contribution By, decimal Value, Ratio? Counts);
