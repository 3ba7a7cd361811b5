using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.Lists;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.Sample;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.Functions;

/// <summary>How an indicator stands against its target.</summary>
public sealed class IndicatorStatusTests
{
    private static readonly Indicator Share = ProgrammeSeed.Load().Plans[0].Indicators.First(one => one.Measure == Measure.Percentage) with
    {
        Code = "B3",
        Ascending = true,
        Baseline = new Baseline(20, null, new DateOnly(2025, 12, 31), null, null),
        Targets = [new Target(new DateOnly(2027, 12, 31), 60), new Target(new DateOnly(2026, 12, 31), 40)],
    };

    [Fact]
    public void Without_an_accepted_figure_it_says_so_and_shows_the_last_target()
    {
        var status = IndicatorStatus.Of(Share, [Report(1, ReportState.Submitted, 50)]);

        Assert.Equal(IndicatorProgress.NoFigure, status.Progress);
        Assert.Equal((null, null, 60m), (status.Last, status.Way, status.Target!.Value));
    }

    [Theory]
    [InlineData(40, IndicatorProgress.Reached, 50)] // this year's target, half of the plan's way
    [InlineData(30, IndicatorProgress.OnTheWay, 25)]
    [InlineData(20, IndicatorProgress.NotYet, 0)]
    [InlineData(10, IndicatorProgress.NotYet, -25)]
    [InlineData(60, IndicatorProgress.Reached, 100)]
    public void The_last_accepted_figure_counts_against_the_target_that_comes_next(int figure, object progress, int way)
    {
        var status = IndicatorStatus.Of(
            Share,
            [Report(1, ReportState.Locked, 25), Report(2, ReportState.Accepted, figure), Report(3, ReportState.Open, 99)]
        );

        Assert.Equal(progress, status.Progress);
        Assert.Equal(way, status.Way);
        Assert.Equal((40m, new DateOnly(2026, 6, 30)), (status.Target!.Value, status.Period!.End));
    }

    [Fact]
    public void A_restated_figure_of_an_early_report_counts_where_no_later_one_has_the_indicator()
    {
        ReportStatus early = Report(1, ReportState.Locked, 25)
            .With([
                Restated(1, 30, accepted: true),
                Restated(2, 40, accepted: true),
                Restated(3, 99, accepted: false),
                Restated(4, 98, null),
            ]);
        ReportStatus later = Report(2, ReportState.Accepted, 0) with { Values = new Dictionary<string, decimal>() };

        Assert.Equal(40, IndicatorStatus.Of(Share, [early, later]).Last);
        Assert.True(early.IsRestated);
        Assert.Null(IndicatorStatus.Of(Share, [early.With([Restated(5, null, accepted: true)]), later]).Last);
        Assert.False(Report(1, ReportState.Locked, 25).With([]).IsRestated);
    }

    [Fact]
    public void Where_less_is_better_less_is_progress()
    {
        Indicator days = Share with { Ascending = false, Targets = [new Target(new DateOnly(2026, 12, 31), 10)] };

        Assert.Equal(IndicatorProgress.OnTheWay, IndicatorStatus.Of(days, [Report(1, ReportState.Accepted, 15)]).Progress);
        Assert.Equal(IndicatorProgress.Reached, IndicatorStatus.Of(days, [Report(1, ReportState.Accepted, 9)]).Progress);
        Assert.Equal(IndicatorProgress.NotYet, IndicatorStatus.Of(days, [Report(1, ReportState.Accepted, 25)]).Progress);
    }

    [Fact]
    public void Without_a_target_there_is_nothing_to_hold_it_against() =>
        Assert.Equal(
            (IndicatorProgress.NoTarget, null),
            (
                IndicatorStatus.Of(Share with { Targets = [] }, [Report(1, ReportState.Accepted, 30)]).Progress,
                IndicatorStatus.Of(Share with { Targets = [] }, [Report(1, ReportState.Accepted, 30)]).Way
            )
        );

    private static ReportRestatement Restated(int number, decimal? value, bool? accepted)
    {
        var officer = new PersonId("officer-one");
        var now = new ReportEntry(
            "B3",
            value,
            null,
            null,
            null,
            null,
            new Dictionary<string, decimal>(),
            [],
            officer,
            default,
            default,
            ""
        );
        return new ReportRestatement(
            new PlanId("af-2026"),
            new PeriodKey("20260101-20260331"),
            number,
            [new RestatedItem("B3", 25, null, now)],
            "counted twice",
            officer,
            default,
            accepted is { } decided ? new ReviewDecision(decided, officer, default, null, new Dictionary<string, string>()) : null
        );
    }

    [Fact]
    public void What_is_converted_is_rounded_as_a_donors_report_rounds_it_and_then_compared()
    {
        ActionPlan first = ProgrammeSeed.Load().Plans[0] with { Version = 1, Indicators = [Share] };
        Indicator revised = Share with
        {
            Revision = Share.Revision + 1,
            Change = new IndicatorChange("days", new DateOnly(2026, 7, 1), 0.0416666m),
        };
        ReportStatus reported = Report(1, ReportState.Accepted, 240) with { PlanVersion = 1 };

        ReportStatus measured = reported.MeasuredBy([first, first with { Version = 2, Indicators = [revised] }]);

        Assert.Equal(10m, measured.Values["B3"]); // and not 9.999984
    }

    [Theory]
    [InlineData(24, IndicatorProgress.OnTheWay, 288)] // hours instead of days
    [InlineData(null, IndicatorProgress.NoFigure, null)] // the series breaks: nothing to compare with
    public void What_was_reported_before_a_revision_stands_as_the_revised_indicator_measures_it(int? factor, object progress, int? last)
    {
        ActionPlan first = ProgrammeSeed.Load().Plans[0] with { Version = 1, Indicators = [Share] };
        Indicator revised = Share with
        {
            Revision = Share.Revision + 1,
            Ascending = false,
            Baseline = Share.Baseline with { Value = 480 },
            Targets = [new Target(new DateOnly(2027, 12, 31), 240)],
            Change = new IndicatorChange("hours", new DateOnly(2026, 7, 1), factor),
        };
        IReadOnlyList<ActionPlan> versions = [first, first with { Version = 2, Indicators = [revised] }];
        ReportStatus reported = Report(1, ReportState.Accepted, 12) with { PlanVersion = 1 };

        var status = IndicatorStatus.Of(revised, [reported.MeasuredBy(versions)]);

        Assert.Equal((progress, (decimal?)last), (status.Progress, status.Last));
        // under the new version it is in hours already
        Assert.Equal(12, (reported with { PlanVersion = 2 }).MeasuredBy(versions).Values["B3"]);
    }

    private static ReportStatus Report(int quarter, ReportState state, decimal figure)
    {
        DateOnly start = new(2026, (quarter * 3) - 2, 1);
        DateTimeOffset due = new(start.AddMonths(4).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var period = new ReportingPeriod(start, start.AddMonths(3).AddDays(-1), due.AddMonths(-1), due, due.AddMonths(1));
        return new ReportStatus(
            new PlanId("af-2026"),
            period,
            state,
            due,
            null,
            state is ReportState.Accepted or ReportState.Locked ? new Dictionary<string, decimal> { ["B3"] = figure } : []
        );
    }
}
