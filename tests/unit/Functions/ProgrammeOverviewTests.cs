using ACip.Functions.Pages.Dashboard;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.Functions;

public sealed class ProgrammeOverviewTests
{
    private static readonly ReportingPeriod Second = new(new(2026, 4, 1), new(2026, 6, 30), At(7, 1), At(7, 30), At(9, 13));

    [Theory]
    [InlineData(ReportState.Locked, 29, true)]
    [InlineData(ReportState.Locked, 31, false)]
    [InlineData(ReportState.Missed, null, false)]
    [InlineData(ReportState.Open, null, false)]
    [InlineData(ReportState.Waived, null, null)] // nobody was to hand it in
    public void A_report_came_in_time_if_its_first_submission_did(ReportState state, int? submittedInJuly, bool? expected) =>
        Assert.Equal(expected, StatusOf(state, submittedInJuly is { } day ? At(7, day) : null).WasOnTime(At(8, 15)));

    [Fact]
    public void Before_it_is_due_a_report_is_neither_in_time_nor_late() =>
        Assert.Null(StatusOf(ReportState.Open, null).WasOnTime(At(7, 15)));

    [Fact]
    public void Progress_is_the_mean_way_from_baseline_to_target_and_a_gap_is_not_a_zero()
    {
        ActionPlan plan = Plan(
            Indicator("A1", ascending: true, from: 10, to: 30), // 20: half way
            Indicator("A2", ascending: false, from: 40, to: 20), // 35: a quarter
            Indicator("A3", ascending: true, from: 0, to: 10)
        ); // no figure
        ReportStatus report = StatusOf(ReportState.Locked, At(7, 20), new() { ["A1"] = 20, ["A2"] = 35 });

        KeyFactorProgress third = KeyFactorCalculator.Of([(plan, [report])]).Single(one => one.Number == 3);
        Assert.Equal(38, third.Percent); // (50 + 25) / 2 = 37.5
        Assert.Equal(2, third.Measured);
        Assert.Equal(3, third.Indicators);
    }

    [Fact]
    public void Progress_counts_only_what_was_accepted_and_stays_within_0_and_100()
    {
        ActionPlan plan = Plan(Indicator("A1", ascending: true, from: 10, to: 30));
        Assert.Null(Third(StatusOf(ReportState.Submitted, At(7, 20))).Percent);
        Assert.Equal(100, Third(StatusOf(ReportState.Accepted, At(7, 20), new() { ["A1"] = 500 })).Percent);
        Assert.Equal(0, Third(StatusOf(ReportState.Accepted, At(7, 20), new() { ["A1"] = 1 })).Percent);

        KeyFactorProgress Third(ReportStatus report) => KeyFactorCalculator.Of([(plan, [report])])[2];
    }

    [Theory]
    [InlineData("2026-07-07", "2026Q3")] // Ethiopia's last quarter of 2018 ends in July: it stands with the third quarter
    [InlineData("2026-12-31", "2026Q4")]
    [InlineData("2027-01-01", "2027Q1")]
    public void A_period_stands_in_the_quarter_in_which_it_ends(string end, string expected) =>
        Assert.Equal(expected, Quarter.Of(DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture)).ToString());

    [Theory]
    [InlineData("2026Q5")]
    [InlineData("Q1")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_quarter_is_read_as_none(string? text) => Assert.Null(Quarter.Parse(text));

    private static DateTimeOffset At(int month, int day) => new(2026, month, day, 12, 0, 0, TimeSpan.Zero);

    private static ReportStatus StatusOf(ReportState state, DateTimeOffset? submitted, Dictionary<string, decimal>? values = null) =>
        new(new PlanId("xx-2026"), Second, state, Second.Due, submitted, values ?? []);

    private static ActionPlan Plan(params Indicator[] indicators) =>
        new(new PlanId("xx-2026"), new AdministrationId("XX"), 1, "A plan", new(2026, 1, 1), new(2028, 12, 31), [], indicators, [], [], []);

    private static Indicator Indicator(string code, bool ascending, decimal from, decimal to) =>
        new(
            code,
            1,
            "R1",
            "A measure",
            Measure.Unit,
            "cases",
            ascending,
            Aggregation.Sum,
            "register",
            "count",
            Frequency.Quarterly,
            "unit",
            [],
            [3],
            Markers.None,
            false,
            new Baseline(from, null, new(2025, 12, 31), "register", null),
            [new Target(new(2026, 12, 31), (from + to) / 2), new Target(new(2028, 12, 31), to)]
        );
}
