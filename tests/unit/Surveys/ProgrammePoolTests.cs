using ACip.Workflows.Surveys;

namespace ACip.Tests.Unit.Surveys;

public sealed class ProgrammePoolTests
{
    [Fact]
    public void Administrations_count_the_same_and_the_interval_is_that_of_their_mean()
    {
        CipsScore score = Assert.Single(ProgrammePool.Of([Score("AF", "2026", 50, 2, 100), Score("ET", "2026", 60, 1, 50), Score("GH", "2026", 70, 2, 400)]));
        Assert.Equal((null, 3, 300, 60m), (score.Owner, score.Administrations, score.N, score.Mean));
        Assert.Equal(1m, score.Error); // √(2² + 1² + 2²) / 3
        Assert.Equal(368.182m, score.Freedom); // Satterthwaite: 9² / (16/100 + 1/50 + 16/400) = 81 / 0.22, over nothing else
        Assert.Equal((58.0m, 62.0m), (score.Low, score.High));
    }

    [Fact]
    public void Fewer_than_three_administrations_are_no_programme() =>
        Assert.Empty(ProgrammePool.Of([Score("AF", "2026", 50), Score("ET", "2026", 60), Score("AF", "2025", 50), Score("ET", "2025", 50), Score("GH", "2025", 50) with { KeyFactor = 2 }]));

    [Fact]
    public void Who_joined_or_left_is_not_taken_for_a_movement()
    {
        CipsScore[] scores =
        [
            Score("AF", "2025", 50), Score("ET", "2025", 50), Score("GH", "2025", 50), Score("KH", "2025", 90),
            Score("AF", "2026", 50), Score("ET", "2026", 50), Score("GH", "2026", 50), Score("LB", "2026", 10),
        ];
        IReadOnlyList<CipsScore> pooled = ProgrammePool.Of(scores);
        Assert.Equal([("2025", 3, 50m), ("2026", 3, 50m)], pooled.Select(score => (score.Wave, score.Administrations!.Value, score.Mean)));
        Assert.Equal(CipsDirection.Unclear, Assert.Single(CipsMovement.Latest(pooled)).Direction);
    }

    [Fact]
    public void What_was_imported_finished_is_not_pooled() =>
        Assert.Empty(ProgrammePool.Of([Score("AF", "2026", 50), Score("ET", "2026", 50), Score("GH", "2026", 50) with { Error = null }, Score("Sahel group", "2026", 50), Score(null, "2026", 50)]));

    private static CipsScore Score(string? owner, string wave, decimal mean, decimal error = 2, decimal freedom = 100) =>
        new(wave, 1, "officials", 100, mean, mean - (2 * error), mean + (2 * error)) { Owner = owner, Error = error, Freedom = freedom };
}
