using ACip.Workflows.Surveys.Statistics;

namespace ACip.Workflows.Surveys.Results;

/// <summary>The difference between two scores, and whether it can be claimed beside nine others.</summary>
/// <param name="Difference">Null where one of the two is hidden.</param>
/// <param name="AdjustedP">After Holm, over all factors that can be compared; null likewise.</param>
public sealed record FactorComparison(
    int KeyFactor,
    FactorScore From,
    FactorScore To,
    double? Difference = null,
    double? Low = null,
    double? High = null,
    double? AdjustedP = null
)
{
    public bool IsClaimed => AdjustedP < Holm.Level;
}

/// <summary>Compares ten key factors at once: one group in two waves, or officials with the private sector in one. Pure.</summary>
public static class FactorComparisons
{
    /// <param name="first">Earlier, or officials.</param>
    /// <param name="second">Later, or the private sector.</param>
    public static IReadOnlyList<FactorComparison> Between(IReadOnlyList<FactorScore> first, IReadOnlyList<FactorScore> second)
    {
        FactorComparison[] pairs =
        [
            .. from now in second
            let before = first.FirstOrDefault(score => score.KeyFactor == now.KeyFactor)
            where before is not null
            select Pair(before, now),
        ];
        int[] known = [.. Enumerable.Range(0, pairs.Length).Where(at => pairs[at].AdjustedP is not null)];
        foreach ((int at, double adjusted) in known.Zip(Holm.Adjust([.. known.Select(at => pairs[at].AdjustedP!.Value)])))
        {
            pairs[at] = pairs[at] with { AdjustedP = adjusted };
        }

        return pairs;
    }

    private static FactorComparison Pair(FactorScore before, FactorScore now)
    {
        if (Read(before) is not { } one || Read(now) is not { } other)
        {
            return new FactorComparison(now.KeyFactor, before, now);
        }

        Estimate difference = Estimate.Difference(one, other);
        return new FactorComparison(
            now.KeyFactor,
            before,
            now,
            difference.Value,
            difference.Value - difference.Margin,
            difference.Value + difference.Margin,
            difference.PValue
        );
    }

    private static Estimate? Read(FactorScore score) =>
        score is { Score: { } value, Error: { } error, N: { } n }
            ? new Estimate(n, value, error, score.Freedom ?? double.PositiveInfinity)
            : null;
}
