using ACip.Tests.Unit.Time;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports;

/// <summary>With which figures a plan that follows another one begins.</summary>
public sealed class LastFiguresTests
{
    private static readonly ReportingPeriod[] Periods =
    [
        .. PeriodSchedule.Build(Calendars.Quarters, new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30), Calendars.Of("MX")),
    ];

    [Fact]
    public void The_last_period_with_a_figure_counts() =>
        Assert.Equal((77m, Periods[1].End), PlanReports.LastOf([Said(0, 60), Said(1, 77)], Periods)["A1"]);

    [Fact]
    public void A_figure_that_was_restated_counts_as_restated() =>
        Assert.Equal((75m, Periods[1].End), PlanReports.LastOf([Said(0, 60), Said(1, 77), Said(1, 75)], Periods)["A1"]);

    [Fact]
    public void A_figure_that_was_taken_back_does_not_count() =>
        Assert.Equal((60m, Periods[0].End), PlanReports.LastOf([Said(0, 60), Said(1, 77), Said(1, null)], Periods)["A1"]);

    private static Observation Said(int period, decimal? value) =>
        new(
            $"{period}-{value}",
            new PlanId("mx-2026"),
            1,
            "A1",
            Periods[period].Key,
            value,
            null,
            null,
            value is null ? "The count was wrong." : null,
            new Dictionary<string, decimal>(),
            [],
            new PersonId("p-1"),
            new DateTimeOffset(2026, 7, 1, 9, 0, 0, TimeSpan.Zero),
            new EntrySource("mail:1")
        );
}
