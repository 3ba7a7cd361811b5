namespace ACip.Tests.Bench.All;

/// <summary>Several runs of one figure: the middle one, and the spread.</summary>
internal sealed record Several(int Runs, double Median, double Least, double Most)
{
    public static Several? Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        return sorted.Length == 0 ? null : new Several(sorted.Length, Middle(sorted), sorted[0], sorted[^1]);
    }

    private static double Middle(double[] sorted) =>
        sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
}

/// <summary>A row with what was measured.</summary>
/// <param name="Value">Null: no run told it.</param>
/// <param name="Ratio">Of each run's figure to the peer of the same run; null without a peer.</param>
internal sealed record Measured(Row Row, Several? Value, Several? Peer, Several? Ratio)
{
    /// <summary>Null where no goal was set, or nothing was measured.</summary>
    public bool? Reached => Row.Goal is { } goal && Value is { } value ? goal.IsReached(value.Median, Ratio?.Median) : null;

    public static Measured Of(Row row, IEnumerable<Figure> figures)
    {
        Figure[] own = [.. figures.Where(figure => figure.Id == row.Id)];
        Figure[] held = [.. own.Where(figure => figure.Peer is > 0)];
        return new Measured(
            row,
            Several.Of(own.Select(figure => figure.Value)),
            Several.Of(held.Select(figure => figure.Peer!.Value)),
            Several.Of(held.Select(figure => figure.Value / figure.Peer!.Value))
        );
    }
}
