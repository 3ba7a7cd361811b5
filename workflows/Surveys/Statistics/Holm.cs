namespace ACip.Workflows.Surveys.Statistics;

/// <summary>Of several simultaneous claims, those that can be made while the probability of any false one stays within the
/// level.</summary>
/// <remarks>Holm (1979), A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics 6, 65–70.</remarks>
public static class Holm
{
    public const double Level = 0.05;

    /// <returns>Adjusted p-values, in the order given: a claim may be made where its own is below the level.</returns>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> values)
    {
        double[] adjusted = new double[values.Count];
        double largest = 0;
        foreach (
            (int place, int rank) in Enumerable
                .Range(0, values.Count)
                .OrderBy(place => values[place])
                .Select((place, rank) => (place, rank))
        )
        {
            largest = Math.Max(largest, Math.Min(1, (values.Count - rank) * values[place]));
            adjusted[place] = largest;
        }

        return adjusted;
    }
}
