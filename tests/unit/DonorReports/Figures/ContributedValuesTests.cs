using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using static ACip.Tests.Unit.DonorReports.SmallReports;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>An administration has two indicators, B1 and B2, for one of the donor: together they are one contribution.</summary>
public sealed class ContributedValuesTests
{
    private static readonly FrameworkIndicator Mean = Framework(Aggregation.Mean, Measure.Percentage, unit: "%");

    [Theory]
    [InlineData(Aggregation.Sum, Measure.Unit, 70)]
    [InlineData(Aggregation.Latest, Measure.Unit, 70)] // how many there are
    [InlineData(Aggregation.Mean, Measure.Unit, 35)]
    [InlineData(Aggregation.Mean, Measure.Percentage, 35)]
    public void Its_values_are_added_where_values_are_and_otherwise_it_gives_their_mean(Aggregation rule, Measure measure, decimal expected)
    {
        Figure total = Of(Framework(rule, measure), ("XA", "ESA", [50]))
            .Planned(plan => plan.WithSecond(Observed(plan, 0, 20)))
            .Figured()
            .Total;
        Assert.Equal((expected, 1, 1), (total.Value, total.Reported, total.Linked));
    }

    /// <summary>10 of 20 and 30 of 100 are 33.3333 % together; beside 30 % of XB, whose counts nobody knows, that is 31.67 %.
    /// Of women, 4 of 8 and 1 of 12 are 25 %; beside 30 % that is 27.5 %.</summary>
    [Fact]
    public void Its_shares_are_added_by_their_counts_also_where_anothers_are_not_known()
    {
        IndicatorFigure figure = Of(Mean, ("XA", "ESA", [50]), ("XB", "ESA", [30]))
            .Planned(
                plan =>
                    (plan with { Observations = [Counted(plan, new Ratio(10, 20), new Ratio(4, 8))] }).WithSecond(
                        Counted(plan, new Ratio(30, 100), new Ratio(1, 12))
                    ),
                "XA"
            )
            .Planned(plan => plan with { Observations = [Observed(plan, 0, 30, ("sex:women", 30))] }, "XB")
            .Figured();
        Assert.Equal(new Figure(FigureState.Shown, 31.67m, 2, 2) { UnweightedOf = 2 }, figure.Total);
        Assert.Equal(
            [new GroupFigure("women", new Figure(FigureState.Shown, 27.5m, 2, 2) { UnweightedOf = 2 })],
            Assert.Single(figure.Breakdowns).Groups
        );
    }

    /// <summary>Over two quarters, 10 of 20 and 30 of 100 are 33.3333 %; with 30 % of B2, whose counts nobody knows, that is 31.67 %. Of
    /// women, 4 of 8 and 1 of 12 are 25 %, with 30 % that is 27.5 %.</summary>
    [Fact]
    public void Shares_of_an_indicator_are_added_over_periods_by_their_counts_also_where_those_of_the_other_are_not_known()
    {
        IndicatorFigure figure = Of(Mean, ("XA", "ESA", [50]))
            .Planned(plan =>
                (
                    plan with
                    {
                        Observations =
                        [
                            Counted(plan, new Ratio(10, 20), new Ratio(4, 8)),
                            Counted(plan, new Ratio(30, 100), new Ratio(1, 12), quarter: 1),
                        ],
                    }
                ).WithSecond(Observed(plan, 0, 30, ("sex:women", 30)))
            )
            .Figured();
        Assert.Equal(new Figure(FigureState.Shown, 31.67m, 1, 1) { UnweightedOf = 3 }, figure.Total);
        Assert.Equal(27.5m, Assert.Single(Assert.Single(figure.Breakdowns).Groups).Figure.Value);
    }

    [Theory]
    [InlineData("The register moved.", "Nobody counted.", "Nobody counted.")] // what was said last
    [InlineData("The register moved.", null, "The register moved.")]
    [InlineData(null, "Nobody counted.", "Nobody counted.")]
    [InlineData(null, null, null)]
    public void Where_both_are_missing_the_reason_is_one_that_was_given(string? one, string? other, string? told)
    {
        DonorSnapshot snapshot = Of(Framework(Aggregation.Sum), ("XA", "ESA", []))
            .Planned(plan =>
                (plan with { Observations = [Why(Observed(plan, 0, null), one)] }).WithSecond(Why(Observed(plan, 0, null), other))
            );
        Assert.Equal([new MissingValue(new AdministrationId("XA"), told)], snapshot.Figured().Missing);
    }

    [Theory]
    [InlineData(10, 20)]
    [InlineData(10, null)]
    [InlineData(null, 20)]
    public void One_of_the_two_is_enough_to_have_reported(int? one, int? other)
    {
        IndicatorFigure figure = Of(Framework(Aggregation.None), ("XA", "ESA", [one]))
            .Planned(plan => plan.WithSecond(Observed(plan, 0, other)))
            .Figured();
        Assert.Equal(new Figure(FigureState.NotAggregated, null, 1, 1), figure.Total);
        Assert.Empty(figure.Missing);
    }

    /// <summary>Dollars are not added to kroner: the value is left out with its reason, so that it is not missing.</summary>
    [Theory]
    [InlineData("USD", "USD", "B1 B2")]
    [InlineData("USD", "NOK", "B1")]
    [InlineData("NOK", "USD", "B2")]
    public void What_is_left_out_is_not_missing_too(string first, string second, string leftOut)
    {
        IndicatorFigure figure = Of(Framework(Aggregation.Sum, unit: "NOK"), ("XA", "ESA", [10]))
            .Planned(plan => plan.WithSecond(Observed(plan, 0, 20)).Measuring(it => it with { Unit = it.Code == "B1" ? first : second }))
            .Figured();
        Assert.Equal(leftOut, string.Join(' ', figure.LeftOut.Select(one => one.PlanIndicator)));
        Assert.All(
            figure.LeftOut,
            one => Assert.Equal((LeftOutReason.OtherCurrency, "USD", "NOK"), (one.Reason, one.PlanUnit, one.DonorUnit))
        );
        Assert.Empty(figure.Missing);
    }

    private static AcceptedObservation Counted(PlanExtract plan, Ratio total, Ratio women, int quarter = 0) =>
        Observed(plan, quarter, total.Percent, ("sex:women", women.Percent))
            .But(one => one with { Counts = new GivenCounts(total, new Dictionary<string, Ratio> { ["sex:women"] = women }) });

    private static AcceptedObservation Why(AcceptedObservation gap, string? reason) => gap.But(one => one with { MissingReason = reason });
}
