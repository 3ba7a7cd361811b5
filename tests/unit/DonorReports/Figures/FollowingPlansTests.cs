using System.Text;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using static ACip.Tests.Unit.DonorReports.SmallReports;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>A plan ends in the middle of the donor's period, and the administration's next one begins: both measure what the donor
/// asks for.</summary>
public sealed class FollowingPlansTests
{
    [Theory]
    [InlineData("xa-2")]
    [InlineData("xa-0")] // the order of ids says nothing
    public void The_latest_value_is_that_of_the_later_plan(string later)
    {
        DonorSnapshot snapshot = Followed(Framework(Aggregation.Latest), later, 10, 12);
        IndicatorFigure figure = Only(snapshot);
        Assert.Equal((12m, 1), (figure.Total.Value!.Value, figure.Total.Reported));
        Assert.Empty(figure.Missing);
        Assert.Equal([12m], Lineage.Of(snapshot).Select(entry => entry.DonorValue));
        string[] rows = Encoding.UTF8.GetString(DonorReport.Render(snapshot, Language.En)[ReportParts.Csv].Bytes).Split('\n');
        Assert.Single(rows, row => row.StartsWith($"1111.1/total,1,XA,XA,{later},", StringComparison.Ordinal));
        Assert.Single(rows, row => row.StartsWith("1111.1/total,0,XA,XA,xa-1,", StringComparison.Ordinal));
    }

    [Fact]
    public void A_latest_share_and_its_groups_are_those_of_the_later_plan()
    {
        DonorSnapshot snapshot = Followed(Framework(Aggregation.Latest, Measure.Percentage, unit: "%"), "xa-2", 37.5m, 41);
        PlanExtract[] plans =
        [
            WithCounts(snapshot.Plans.First(), new Ratio(45, 120), new Ratio(5, 20)),
            WithCounts(snapshot.Plans.Last(), new Ratio(50, 120), new Ratio(8, 20)),
        ];
        IndicatorFigure figure = Only(snapshot with { Plans = plans });
        Assert.Equal(new Ratio(50, 120), figure.Total.Counts);
        Assert.Equal(new Ratio(8, 20), Assert.Single(Assert.Single(figure.Breakdowns).Groups).Figure.Counts);
    }

    [Fact]
    public void What_the_earlier_plan_gave_stands_until_the_later_one_has_a_value() =>
        Assert.Equal(10, Only(Followed(Framework(Aggregation.Latest), "xa-2", 10, null)).Total.Value);

    /// <summary>A baseline is where the later plan's total goes on from; a nought, or a reason why there is none, is where it begins
    /// anew.</summary>
    [Theory]
    [InlineData(FigureSpan.Period, 10, 22)]
    [InlineData(FigureSpan.SinceStart, 10, 12)]
    [InlineData(FigureSpan.SinceStart, 0, 22)]
    [InlineData(FigureSpan.SinceStart, null, 22)]
    public void A_total_since_the_start_holds_that_of_the_plan_before_where_it_goes_on(FigureSpan covers, int? baseline, int total) =>
        Assert.Equal(total, Only(Covering(Followed(Framework(Aggregation.Sum), "xa-2", 10, 12), covers, baseline)).Total.Value);

    [Fact]
    public void Only_the_plan_just_before_is_held_in_a_total_that_goes_on()
    {
        DonorSnapshot begun = Covering(Followed(Framework(Aggregation.Sum), "xa-2", 100, 12), FigureSpan.SinceStart, 0);
        PlanExtract second = begun.Plans.Last(),
            third = Covering(second with { Plan = new PlanId("xa-3"), Periods = [second.Periods[^1]] }, FigureSpan.SinceStart, 12);
        third = third with { Observations = [Observed(third, 0, 15)] };
        DonorSnapshot snapshot = begun with
        {
            Plans = [begun.Plans.First(), second with { Periods = [.. second.Periods.SkipLast(1)] }, third],
        };
        Assert.Equal(115, Only(snapshot).Total.Value);
    }

    /// <summary>Nothing forbids plans that overlap.</summary>
    [Theory]
    [InlineData("xa-2")]
    [InlineData("xa-0")]
    public void Of_two_that_end_on_one_day_the_one_that_began_later_counts(string later)
    {
        DonorSnapshot snapshot = Followed(Framework(Aggregation.Latest), later, 10, 12);
        PlanExtract next = snapshot.Plans.Single(plan => plan.Plan.Value == later),
            earlier = snapshot.Plans.Single(plan => plan != next);
        earlier = earlier with { Periods = [.. earlier.Periods, .. next.Periods] };
        earlier = earlier with { Observations = [Observed(earlier, 2, 10)] };
        PlanExtract[] both = [earlier, next];
        IndicatorFigure figure = Only(snapshot with { Plans = [.. both.OrderBy(plan => plan.Plan.Value, StringComparer.Ordinal)] });
        Assert.Equal((12m, 1), (figure.Total.Value!.Value, figure.Total.Reported));
    }

    /// <summary>The plan of the first quarter has a second indicator, whose value is of the last: it is the later plan.</summary>
    [Fact]
    public void A_plan_is_as_late_as_the_latest_of_its_indicators()
    {
        DonorSnapshot snapshot = Followed(Framework(Aggregation.Latest), "xa-2", 10, 12)
            .Planned(plan =>
                plan.Plan.Value == "xa-2"
                    ? plan
                    : (plan with { Periods = [.. plan.Periods, LastQuarter] }).WithSecond(
                        Observed(plan, 0, 7).But(one => one with { Period = LastQuarter.Key })
                    )
            );
        Assert.Equal((17m, 1), (Only(snapshot).Total.Value!.Value, Only(snapshot).Total.Reported));
    }

    /// <summary>Of two totals since the start, one goes on from 5 and one begins at nought: the plan goes on.</summary>
    [Theory]
    [InlineData(5, 0, 20)]
    [InlineData(0, 5, 20)]
    [InlineData(0, 0, 30)]
    public void A_plan_goes_on_from_the_one_before_where_one_of_its_totals_does(int first, int second, int total)
    {
        DonorSnapshot snapshot = Covering(Followed(Framework(Aggregation.Sum), "xa-2", 10, 12), FigureSpan.SinceStart, 0)
            .Planned(plan => plan.Plan.Value != "xa-2" ? plan : plan.WithSecond(Observed(plan with { Periods = Quarters }, 2, 8)))
            .Planned(plan =>
                plan.Plan.Value != "xa-2"
                    ? plan
                    : plan.Measuring(it => it with { Baseline = it.Baseline with { Value = it.Code == "B1" ? first : second } })
            );
        Assert.Equal(total, Only(snapshot).Total.Value);
    }

    [Fact]
    public void What_a_next_version_must_remember_is_the_latest_too()
    {
        DonorSnapshot one = Followed(Framework(Aggregation.Latest, minimumCell: 2), "xa-2", 10, 12);
        PlanExtract other = Plan(one.Head.Agreement.Framework.Indicators[0], 1m, "XB", [5]);
        DonorSnapshot two = one with
        {
            Head = one.Head with
            {
                Administrations = [.. one.Head.Administrations, one.Head.Administrations[0] with { Id = other.Administration }],
            },
            Plans = [.. one.Plans, other],
        };
        Assert.Equal(["XA 12", "XB 5"], FigureCalculator.Told(two).Select(told => $"{told.Administration} {told.Values}"));
    }

    private static IReadOnlyList<PeriodExtract> Quarters => SamplePlans.Of("XA", 1, 4).Periods;

    private static PeriodExtract LastQuarter => Quarters[3];

    /// <summary>The first quarter by one plan, the third by the next.</summary>
    private static DonorSnapshot Followed(FrameworkIndicator framework, string later, decimal first, decimal? then)
    {
        DonorSnapshot snapshot = Of(framework, ("XA", "ESA", [first]));
        PlanExtract earlier = snapshot.Plans.Single(),
            next = earlier with { Plan = new PlanId(later) };
        next = next with { Observations = [Observed(next, 2, then)] };
        PlanExtract[] both = [earlier with { Periods = [.. earlier.Periods.Take(2)] }, next with { Periods = [.. next.Periods.Skip(2)] }];
        return snapshot with { Plans = [.. both.OrderBy(plan => plan.Plan.Value, StringComparer.Ordinal)] };
    }

    private static DonorSnapshot Covering(DonorSnapshot snapshot, FigureSpan covers, decimal? baseline) =>
        snapshot with
        {
            Plans = [.. snapshot.Plans.Select(plan => Covering(plan, covers, baseline))],
        };

    private static PlanExtract Covering(PlanExtract plan, FigureSpan covers, decimal? baseline)
    {
        Indicator indicator = plan.Indicators[0];
        return plan with { Indicators = [indicator with { Covers = covers, Baseline = indicator.Baseline with { Value = baseline } }] };
    }

    private static PlanExtract WithCounts(PlanExtract plan, Ratio total, Ratio women) =>
        plan with
        {
            Observations =
            [
                plan.Observations[0] with
                {
                    Observation = plan.Observations[0].Observation with
                    {
                        Groups = new Dictionary<string, decimal> { ["sex:women"] = women.Percent },
                        Counts = new GivenCounts(total, new Dictionary<string, Ratio> { ["sex:women"] = women }),
                    },
                },
            ],
        };

    private static IndicatorFigure Only(DonorSnapshot snapshot) => Assert.Single(FigureCalculator.Of(snapshot).Indicators);
}
