namespace ACip.Workflows.Surveys.Statistics;

/// <param name="Counts">How many chose each option, the lowest first.</param>
public sealed record StratumCounts(string Code, long Population, IReadOnlyList<long> Counts)
{
    public long N => Counts.Sum();
}

/// <summary>How a population's answers are distributed over the options of a question. A share is the mean of zeros and ones, so each
/// stratum is weighted by its size.</summary>
/// <remarks>Cochran (1977), Sampling Techniques, 3rd edition, section 5.10.</remarks>
public static class StratifiedShares
{
    /// <returns>Adding up to 1; empty where nobody answered.</returns>
    public static IReadOnlyList<double> Of(IReadOnlyList<StratumCounts> strata)
    {
        StratumCounts[] heard = [.. strata.Where(stratum => stratum.N > 0)];
        if (heard.Length == 0)
        {
            return [];
        }

        double population = heard.Sum(stratum => (double)Math.Max(stratum.Population, stratum.N));
        return
        [
            .. Enumerable
                .Range(0, heard.Max(stratum => stratum.Counts.Count))
                .Select(option =>
                    heard.Sum(stratum =>
                        Math.Max(stratum.Population, stratum.N)
                        / population
                        * (option < stratum.Counts.Count ? stratum.Counts[option] : 0)
                        / stratum.N
                    )
                ),
        ];
    }
}
