namespace ACip.Workflows.Surveys.Statistics;

/// <summary>The mean of a population sampled by strata: each stratum is weighted by its size, so that a respondent of a thinly sampled
/// stratum has more weight.</summary>
/// <remarks>Mean, variance with finite population correction and effective degrees of freedom: Cochran (1977), Sampling Techniques, 3rd
/// edition, chapter 5, sections 5.3 and 5.4. Strata with fewer than two respondents are collapsed with a neighbour: Cochran, section
/// 5A.12. Those who did not answer are assumed to resemble the respondents of their stratum (weighting by cells): Little and Rubin (2019),
/// Statistical Analysis with Missing Data, 3rd edition, section 3.3.</remarks>
public static class StratifiedMean
{
    /// <returns>Null where fewer than two were heard in all.</returns>
    public static Estimate? Of(IReadOnlyList<StratumSample> strata)
    {
        IReadOnlyList<StratumSample> own = Strata.Collapsed(strata);
        if (own.Count == 0)
        {
            return null;
        }

        double population = own.Sum(stratum => (double)stratum.Size),
            mean = 0,
            variance = 0,
            spread = 0;
        foreach (StratumSample stratum in own)
        {
            double size = stratum.Size,
                weight = size / population,
                heard = stratum.Scores.N;
            double part = weight * weight * (1 - (heard / size)) * stratum.Scores.Variance / heard;
            mean += weight * stratum.Scores.Mean;
            variance += part;
            spread += part * part / (heard - 1);
        }

        return new Estimate(
            own.Sum(stratum => stratum.Scores.N),
            mean,
            Math.Sqrt(variance),
            spread == 0 ? double.PositiveInfinity : variance * variance / spread
        );
    }
}
