using System.Text;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using static ACip.Tests.Unit.DonorReports.SmallReports;

namespace ACip.Tests.Unit.DonorReports;

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

    [Theory]
    [InlineData(FigureSpan.Period, 22)]
    [InlineData(FigureSpan.SinceStart, 12)] // the later plan's total goes on from the earlier one's
    public void A_sum_is_that_of_both_plans_and_a_total_since_the_start_is_the_latest(FigureSpan covers, int total)
    {
        DonorSnapshot snapshot = Followed(Framework(Aggregation.Sum), "xa-2", 10, 12);
        PlanExtract[] plans = [.. snapshot.Plans.Select(plan => plan with { Indicators = [plan.Indicators[0] with { Covers = covers }] })];
        Assert.Equal(total, Only(snapshot with { Plans = plans }).Total.Value);
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
