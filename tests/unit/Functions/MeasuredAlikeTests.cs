using ACip.Functions.Pages.ActionPlans;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Sample;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Waves;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.Functions;

/// <summary>Figures of an earlier version of a plan stand beside the baseline and targets of the one shown.</summary>
public sealed class MeasuredAlikeTests
{
    private static readonly ActionPlan Plan = ProgrammeSeed.Load().Plans[0];

    private static readonly ActionPlan First = Plan with
    {
        Version = 1,
        Indicators = [Plan.Indicators[0] with { Code = "B3", Unit = "points", Revision = 1, MeasuredBy = "cips:3:officers" }],
    };

    private static readonly WaveResults Results = new(
        new WaveId("wave"),
        5,
        [new GroupResult("officers", 100, 80, 0.2, [new FactorScore(3, 80, 3.4, 3.1, 3.7)], [], [])]
    );

    [Fact]
    public void The_interval_of_a_figure_is_converted_with_it()
    {
        IReadOnlyList<ActionPlan> since = [First, Revised(20)];
        Observation before = Reported(3.4m, 1),
            after = Reported(68, 2);

        Series measured = MeasuredAlike.Of(new Series([before]), since);

        Assert.Equal(68, Assert.Single(measured.All).Value);
        Assert.Equal((62m, 74m), MeasuredIntervals.Of(since, Assert.Single(measured.All), Results));
        Assert.Equal((3.1m, 3.7m), MeasuredIntervals.Of(since, after, Results)); // as the survey says it by now
        Assert.Equal((3.1m, 3.7m), MeasuredIntervals.Of([First], before, Results));
    }

    [Fact]
    public void A_figure_is_rounded_when_it_is_converted_and_left_as_it_was_reported_otherwise()
    {
        IReadOnlyList<ActionPlan> since = [First, Revised(0.0416667m)];

        Assert.Equal(
            [0.5417m, 0.123456m],
            MeasuredAlike.Of(new Series([Reported(13, 1), Reported(0.123456m, 2)]), since).All.Select(one => one.Value!.Value)
        );
    }

    [Fact]
    public void Where_the_series_breaks_there_is_neither()
    {
        IReadOnlyList<ActionPlan> since = [First, Revised(null)];

        Assert.Empty(MeasuredAlike.Of(new Series([Reported(3.4m, 1)]), since).All);
        Assert.Null(MeasuredIntervals.Of(since, Reported(3.4m, 1), Results));
    }

    private static ActionPlan Revised(decimal? factor) =>
        First with
        {
            Version = 2,
            Indicators =
            [
                First.Indicators[0] with
                {
                    Revision = 2,
                    Unit = "%",
                    Change = new IndicatorChange("per cent", new DateOnly(2026, 7, 1), factor),
                },
            ],
        };

    private static Observation Reported(decimal value, int under) =>
        new(
            $"{under}",
            First.Id,
            under,
            "B3",
            new PeriodKey($"20260{(3 * under) - 2}01-20260{3 * under}30"),
            value,
            null,
            null,
            null,
            new Dictionary<string, decimal>(),
            [],
            new PersonId("officer-one"),
            default,
            new EntrySource("survey:wave")
        );
}
