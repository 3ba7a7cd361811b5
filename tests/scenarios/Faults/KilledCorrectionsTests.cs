using ACip.Tests.Scenarios.Harness;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Faults;

/// <summary>The newest correction stands, whatever was killed while it and those before it were worked on.</summary>
public sealed class KilledCorrectionsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Of_corrections_under_kills_the_newest_stands()
    {
        await using KilledCorrections corrections = await KilledCorrections.OpenAsync(seed: 1);

        Assert.Equal(24, await corrections.PlayAsync(24, kills: 2, saysWhen: true));
        Assert.Equal(2, corrections.Kills);
        Assert.Equal([], await corrections.AuditAsync());
    }

    /// <summary>ACIP_CORRECTION_SEEDS says how many times.</summary>
    [Theory]
    [Trait("Category", "Campaign")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_128_corrections_under_15_kills_the_newest_stands_every_time(bool saysWhen)
    {
        for (int seed = 1; seed <= Setting.Number("ACIP_CORRECTION_SEEDS", 3); seed++)
        {
            await using KilledCorrections corrections = await KilledCorrections.OpenAsync(seed);
            decimal? stands = await corrections.PlayAsync(128, kills: 15, saysWhen);
            output.WriteLine(
                $"seed {seed}, {(saysWhen ? "eight at a time" : "one after the other")}: {corrections.Kills} kills, {stands} stands"
            );
            Assert.Equal((128m, 15), (stands, corrections.Kills));
            Assert.Equal([], await corrections.AuditAsync());
        }
    }
}
