using System.Globalization;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.DonorReports.Figures;

public sealed class AchievementTests
{
    [Theory]
    [InlineData(true, "20", "60", "40", "50.0")]
    [InlineData(true, "20", "60", "70", "125.0")]
    [InlineData(true, "20", "60", "10", "-25.0")]
    [InlineData(false, "40", "20", "25", "75.0")]
    [InlineData(false, "40", "20", "50", "-50.0")]
    [InlineData(true, null, "60", "40", "66.7")]
    [InlineData(false, null, "20", "25", "80.0")]
    [InlineData(true, null, "60", "0", "0.0")]
    [InlineData(true, null, "60", "-5", null)] // no share of anything
    [InlineData(true, null, "0", "5", null)]
    [InlineData(false, null, "0", "5", "0.0")]
    [InlineData(false, null, "20", "0", null)]
    [InlineData(true, "60", "60", "60", null)] // nothing to move: met, but no share of a way
    [InlineData(false, "60", "60", "60", null)]
    [InlineData(false, "20", "60", "40", null)]
    [InlineData(true, "60", "20", "40", null)] // target on the wrong side of the baseline
    [InlineData(true, "20", null, "40", null)]
    [InlineData(true, "20", "60", null, null)]
    public void Percent_is_the_share_of_the_way_from_baseline_to_target(
        bool ascending,
        string? baseline,
        string? target,
        string? actual,
        string? expected
    ) => Assert.Equal(Number(expected), Achievement.Percent(ascending, Number(baseline), Number(target), Number(actual)));

    [Theory]
    [InlineData(true, "20", "60", "60", Progress.TargetMet)]
    [InlineData(true, "20", "60", "59", Progress.TowardsTarget)]
    [InlineData(true, "20", "60", "20", Progress.NoProgress)]
    [InlineData(false, "40", "20", "20", Progress.TargetMet)]
    [InlineData(false, "40", "20", "39", Progress.TowardsTarget)]
    [InlineData(false, "40", "20", "40", Progress.NoProgress)]
    [InlineData(false, "40", "20", "41", Progress.NoProgress)]
    [InlineData(true, null, "60", "10", Progress.TowardsTarget)]
    [InlineData(true, "60", "60", "60", Progress.TargetMet)]
    [InlineData(true, "60", null, "60", Progress.NoTarget)]
    public void Progress_knows_which_direction_is_better(
        bool ascending,
        string? baseline,
        string? target,
        string actual,
        Progress expected
    ) => Assert.Equal(expected, Achievement.Of(ascending, Number(baseline), Number(target), Number(actual)!.Value));

    [Theory]
    [InlineData("2025-06-30", "2025-06-30")]
    [InlineData("2025-07-01", "2026-12-31")]
    [InlineData("2028-01-01", "2026-12-31")]
    public void TargetFor_is_the_first_that_is_due_on_or_after_the_end_of_the_period(string end, string expected)
    {
        var indicator = new FrameworkIndicator(
            "1",
            "1",
            "",
            Measure.Unit,
            "",
            true,
            Aggregation.Sum,
            0,
            2023,
            [new(new DateOnly(2026, 12, 31), 2), new(new DateOnly(2025, 6, 30), 1)],
            "",
            "",
            ""
        );
        Assert.Equal(
            DateOnly.Parse(expected, CultureInfo.InvariantCulture),
            Achievement.TargetFor(indicator, DateOnly.Parse(end, CultureInfo.InvariantCulture))!.By
        );
    }

    private static decimal? Number(string? text) =>
        text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
