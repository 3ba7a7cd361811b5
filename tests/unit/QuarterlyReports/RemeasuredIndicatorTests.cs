using ACip.Tests.Unit.Time;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports;

/// <summary>Values from before an indicator was measured as it is now are in another unit, and are not held against new ones.</summary>
public sealed class RemeasuredIndicatorTests
{
    private static readonly ReportingPeriod Fourth = new(new(2026, 10, 1), new(2026, 12, 31), default, default, default);

    private static readonly ObservationHistory History = new([
        Value("20260101-20260331", 7),
        Value("20260401-20260630", 9),
        Value("20260701-20260930", 72),
    ]);

    [Theory]
    [InlineData(null, "7 9 72", 72)]
    [InlineData("2026-07-01", "72", 72)] // measured in hours from that day
    [InlineData("2026-10-01", "", null)]
    public void Only_values_since_then_count(string? since, string values, int? last)
    {
        DateOnly? from = since is null ? null : Calendars.Day(since);

        Assert.Equal(values, string.Join(' ', History.ValuesBefore("B5", Fourth, from)));
        Assert.Equal(last, (int?)History.LastBefore("B5", Fourth, from)?.Value);
    }

    private static Observation Value(string period, decimal value) =>
        new(
            $"gh:{period}:B5:1",
            new PlanId("gh-2026"),
            1,
            "B5",
            new PeriodKey(period),
            value,
            null,
            null,
            null,
            new Dictionary<string, decimal>(),
            [],
            new PersonId("coordinator"),
            DateTimeOffset.UnixEpoch,
            new EntrySource("mail:1")
        );
}
