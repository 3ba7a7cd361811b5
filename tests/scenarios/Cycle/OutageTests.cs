using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Scenarios.Cycle;

/// <summary>The platform is switched off in the middle of a quarter's reporting, and comes back on the same storage.</summary>
[Collection("Cycle")]
public sealed class OutageTests
{
    /// <summary>Over the lock, and over the next period's opening and due date.</summary>
    [Fact]
    public Task After_an_outage_every_period_ends_as_it_would_have_without() => EndAsWithoutAsync("2026-04-25", 150);

    [Theory]
    [Trait("Category", "Campaign")]
    [InlineData("2026-04-25", 1)]
    [InlineData("2026-04-25", 10)] // over the due date
    public Task After_a_shorter_outage_too(string day, int daysOff) => EndAsWithoutAsync(day, daysOff);

    private static async Task EndAsWithoutAsync(string day, int daysOff)
    {
        DateTimeOffset off = DateTimeOffset.Parse(day + "T06:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        await using PlayedCycle played = await PlayedCycle.PlayAsync(1, 2, "outage", off, daysOff);
        ProgrammeRegister register = await played.Services.GetRequiredService<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        SortedDictionary<string, ReportState> expected = Script.States(played.Years.Actors, register.Plans.Values, played.Ends, daysOff);

        Dictionary<string, ReportState> actual = (await played.ReportsAsync()).ToDictionary(
            one => $"{one.Plan} {one.Period.Key}",
            one => one.State
        );
        string[] deliveries =
        [
            .. played.Years.Mails.Select(mail => mail.CustomArgs.GetValueOrDefault("delivery", "")).Where(key => key.Length > 0),
        ];

        Assert.Equal(
            expected,
            new SortedDictionary<string, ReportState>(
                actual.Where(one => expected.ContainsKey(one.Key)).ToDictionary(),
                StringComparer.Ordinal
            )
        );
        Assert.Equal(deliveries.Distinct().Count(), deliveries.Length);
        Assert.Empty(played.Years.Problems);
    }
}
