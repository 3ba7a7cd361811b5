namespace ACip.Workflows.Surveys.Statistics;

/// <param name="Counts">How many chose each option, the lowest first.</param>
public sealed record StratumCounts(string Code, long Population, IReadOnlyList<long> Counts) : IStratum<StratumCounts>
{
    public long N => Counts.Sum();

    public long Size => Math.Max(Population, N);

    public long Of(int option) => option < Counts.Count ? Counts[option] : 0;

    public StratumCounts With(StratumCounts other) =>
        new(
            $"{Code}+{other.Code}",
            Size + other.Size,
            [.. Enumerable.Range(0, Math.Max(Counts.Count, other.Counts.Count)).Select(option => Of(option) + other.Of(option))]
        );
}

/// <summary>How a population's answers are distributed over the options of a question. A share is the mean of zeros and ones, so each
/// stratum is weighted by its size. One with fewer than two respondents is collapsed as for the mean: its weight would be a single
/// person's answer.</summary>
/// <remarks>Cochran (1977), Sampling Techniques, 3rd edition, sections 5.10 and 5A.12.</remarks>
public static class StratifiedShares
{
    /// <returns>Adding up to 1; empty where fewer than two answered.</returns>
    public static IReadOnlyList<double> Of(IReadOnlyList<StratumCounts> strata)
    {
        IReadOnlyList<StratumCounts> own = Strata.Collapsed(strata);
        if (own.Count == 0)
        {
            return [];
        }

        double population = own.Sum(stratum => (double)stratum.Size);
        return
        [
            .. Enumerable
                .Range(0, own.Max(stratum => stratum.Counts.Count))
                .Select(option => own.Sum(stratum => stratum.Size / population * stratum.Of(option) / stratum.N)),
        ];
    }
}
