namespace ACip.Workflows.Surveys;

/// <summary>How one group's view of one key factor moved between two waves.</summary>
/// <param name="Before">Null where the group was not asked before.</param>
public sealed record CipsMovement(CipsScore Now, CipsScore? Before, CipsDirection Direction)
{
    /// <summary>A mean of fewer tells about persons.</summary>
    public const int FewestRespondents = 10;

    /// <returns>In order of group and key factor.</returns>
    public static IEnumerable<CipsMovement> Of(IReadOnlyList<CipsScore> scores, string wave, string? before) =>
        from now in scores.OrderBy(score => score.Group, StringComparer.Ordinal).ThenBy(score => score.KeyFactor)
        where now.Wave == wave
        let earlier = scores.FirstOrDefault(score => score.Wave == before && score.KeyFactor == now.KeyFactor && score.Group == now.Group)
        select new CipsMovement(now, earlier, Between(earlier, now));

    /// <summary>Overlapping intervals prove nothing.</summary>
    private static CipsDirection Between(CipsScore? before, CipsScore now) =>
        now.N < FewestRespondents || before is { N: < FewestRespondents } ? CipsDirection.Withheld
        : before is null ? CipsDirection.First
        : now.Low > before.High ? CipsDirection.Up
        : now.High < before.Low ? CipsDirection.Down
        : CipsDirection.Unclear;
}

public enum CipsDirection { Unclear, Up, Down, First, Withheld }
