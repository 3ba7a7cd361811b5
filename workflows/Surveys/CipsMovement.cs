using ACip.Workflows.Surveys.Statistics;

namespace ACip.Workflows.Surveys;

/// <summary>How one group's score of one key factor changed between two waves.</summary>
/// <param name="Before">Null where the group was not asked before.</param>
public sealed record CipsMovement(CipsScore Now, CipsScore? Before, CipsDirection Direction)
{
    /// <summary>A mean of fewer respondents would reveal individuals.</summary>
    public const int FewestRespondents = CellSuppression.FewestRespondents;

    /// <summary>The change with its 95 % interval; null if standard errors are not known or nothing may be disclosed.</summary>
    public CipsDifference? Difference { get; init; }

    /// <returns>In order of group and key factor.</returns>
    public static IEnumerable<CipsMovement> Of(IReadOnlyList<CipsScore> scores, string wave, string? before) =>
        from owner in scores.GroupBy(score => score.Owner).OrderBy(owner => owner.Key, StringComparer.Ordinal)
        from movement in OfOwner([.. owner], wave, before)
        select movement;

    /// <summary>The last two waves of each owner and group, because not everybody is surveyed in the same years.</summary>
    public static IEnumerable<CipsMovement> Latest(IReadOnlyList<CipsScore> scores) =>
        from owner in scores
            .GroupBy(score => (score.Owner, score.Group))
            .OrderBy(owner => owner.Key.Owner, StringComparer.Ordinal)
            .ThenBy(owner => owner.Key.Group, StringComparer.Ordinal)
        let waves = owner.Select(score => score.Wave).Distinct().Order(StringComparer.Ordinal).ToArray()
        from movement in OfOwner([.. owner], waves[^1], waves.Length > 1 ? waves[^2] : null)
        select movement;

    private static IEnumerable<CipsMovement> OfOwner(IReadOnlyList<CipsScore> scores, string wave, string? before)
    {
        CipsMovement[] all =
        [
            .. from now in scores.OrderBy(score => score.Group, StringComparer.Ordinal).ThenBy(score => score.KeyFactor)
            where now.Wave == wave
            let earlier = scores.FirstOrDefault(score =>
                score.Wave == before && score.KeyFactor == now.KeyFactor && score.Group == now.Group
            )
            select new CipsMovement(now, earlier, Between(earlier, now)),
        ];
        return all.GroupBy(movement => movement.Now.Group).SelectMany(Tested);
    }

    /// <summary>Where standard errors are known, ten key factors are tested at once, and no more is claimed than Holm's procedure
    /// allows.</summary>
    private static IEnumerable<CipsMovement> Tested(IEnumerable<CipsMovement> group)
    {
        CipsMovement[] all = [.. group];
        (CipsMovement Movement, Estimate Difference)[] known =
        [
            .. from movement in all
            where movement.Direction is not (CipsDirection.Withheld or CipsDirection.First)
            let one = Read(movement.Before!)
            let other = Read(movement.Now)
            where one is not null && other is not null
            select (movement, Estimate.Difference(one, other)),
        ];
        IReadOnlyList<double> adjusted = Holm.Adjust([.. known.Select(one => one.Difference.PValue)]);
        Dictionary<CipsMovement, CipsMovement> tested = known
            .Zip(adjusted)
            .ToDictionary(
                one => one.First.Movement,
                one =>
                    one.First.Movement with
                    {
                        Direction =
                            one.Second >= Holm.Level ? CipsDirection.Unclear
                            : one.First.Difference.Value > 0 ? CipsDirection.Up
                            : CipsDirection.Down,
                        Difference = new CipsDifference(
                            Round(one.First.Difference.Value),
                            Round(one.First.Difference.Value - one.First.Difference.Margin),
                            Round(one.First.Difference.Value + one.First.Difference.Margin)
                        ),
                    }
            );
        return all.Select(movement => tested.GetValueOrDefault(movement, movement));
    }

    private static Estimate? Read(CipsScore score) =>
        score.Error is { } error
            ? new Estimate(score.N, (double)score.Mean, (double)error, (double?)score.Freedom ?? double.PositiveInfinity)
            : null;

    private static decimal Round(double value) => Math.Round((decimal)value, 1, MidpointRounding.AwayFromZero);

    /// <summary>Never judged by overlapping intervals, which prove nothing.</summary>
    private static CipsDirection Between(CipsScore? before, CipsScore now) =>
        now.N < FewestRespondents || before is { N: < FewestRespondents } ? CipsDirection.Withheld
        : before is null ? CipsDirection.First
        : now.Low > before.High ? CipsDirection.Up
        : now.High < before.Low ? CipsDirection.Down
        : CipsDirection.Unclear;
}

public enum CipsDirection
{
    Unclear,
    Up,
    Down,
    First,
    Withheld,
}

/// <param name="Value">Later minus earlier.</param>
public sealed record CipsDifference(decimal Value, decimal Low, decimal High);
