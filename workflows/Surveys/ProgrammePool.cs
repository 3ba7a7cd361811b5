using ACip.Workflows.Surveys.Statistics;

namespace ACip.Workflows.Surveys;

/// <summary>The programme's score: all administrations with equal weight, because the programme asks how administrations do and not how
/// many people work in each. Pure.</summary>
/// <remarks>The mean of independent estimates, with effective degrees of freedom: Satterthwaite (1946), Biometrics Bulletin 2, 110–114.
/// Administrations are the strata and none is sampled, so nothing is added for those not included. Only scores that the reader may see one
/// by one, or that are public, are pooled, so that no difference reveals a hidden one; and never fewer than three administrations. Waves
/// are compared over the same administrations, because joining or leaving would look like a change.</remarks>
public static class ProgrammePool
{
    public const int FewestAdministrations = 3;

    /// <param name="scores">Of administrations; what is of groups, of the programme, or without a standard error is left out.</param>
    /// <returns>Of the last wave of which enough administrations are known, and of the one before it where it can be compared.</returns>
    public static IReadOnlyList<CipsScore> Of(IEnumerable<CipsScore> scores) =>
        [
            .. from score in scores
            where score is { Owner.Length: 2, Error: not null }
            group score by score.Group into byGroup
            orderby byGroup.Key
            from pooled in OfGroup([.. byGroup])
            select pooled,
        ];

    private static IEnumerable<CipsScore> OfGroup(CipsScore[] scores)
    {
        string[] waves =
        [
            .. scores
                .GroupBy(score => score.Wave)
                .Where(wave => wave.Select(score => score.Owner).Distinct().Count() >= FewestAdministrations)
                .Select(wave => wave.Key)
                .OrderDescending(StringComparer.Ordinal),
        ];
        if (waves.Length == 0)
        {
            yield break;
        }

        foreach (int factor in Enumerable.Range(1, 10))
        {
            CipsScore[] now = [.. scores.Where(score => score.Wave == waves[0] && score.KeyFactor == factor)];
            CipsScore[] before = waves.Length == 1 ? [] : [.. scores.Where(score => score.Wave == waves[1] && score.KeyFactor == factor)];
            string[] both = [.. now.Select(score => score.Owner!).Intersect(before.Select(score => score.Owner!))];
            if (both.Length >= FewestAdministrations)
            {
                yield return Pooled([.. before.Where(score => both.Contains(score.Owner))]);
                yield return Pooled([.. now.Where(score => both.Contains(score.Owner))]);
            }
            else if (now.Length >= FewestAdministrations)
            {
                yield return Pooled(now);
            }
        }
    }

    private static CipsScore Pooled(CipsScore[] parts)
    {
        double mean = 0,
            variance = 0,
            spread = 0;
        foreach (CipsScore part in parts)
        {
            double own = (double)part.Error!.Value / parts.Length;
            mean += (double)part.Mean / parts.Length;
            variance += own * own;
            spread += part.Freedom is { } freedom ? own * own * own * own / (double)freedom : 0;
        }

        var estimate = new Estimate(
            parts.Sum(part => (long)part.N),
            mean,
            Math.Sqrt(variance),
            spread == 0 ? double.PositiveInfinity : variance * variance / spread
        );
        return new CipsScore(
            parts[0].Wave,
            parts[0].KeyFactor,
            parts[0].Group,
            (int)estimate.N,
            Round(mean),
            Round(Math.Max(0, mean - estimate.Margin)),
            Round(Math.Min(100, mean + estimate.Margin))
        )
        {
            Administrations = parts.Length,
            Error = Math.Round((decimal)estimate.StandardError, 6),
            Freedom = double.IsInfinity(estimate.Freedom) ? null : Math.Round((decimal)Math.Min(estimate.Freedom, 1e9), 3),
        };
    }

    private static decimal Round(double value) => Math.Round((decimal)value, 1, MidpointRounding.AwayFromZero);
}
