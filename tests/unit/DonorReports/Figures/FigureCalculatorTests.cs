using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using FsCheck;
using FsCheck.Fluent;
using static ACip.Tests.Unit.DonorReports.SmallReports;

namespace ACip.Tests.Unit.DonorReports.Figures;

public sealed class FigureCalculatorTests
{
    [Theory]
    [InlineData(Aggregation.Sum, Measure.Unit, 75)] // (10+20) + (5+40)
    [InlineData(Aggregation.Mean, Measure.Percentage, 18.75)] // the mean of 15 and 22.5
    [InlineData(Aggregation.Latest, Measure.Unit, 60)] // 20 + 40
    [InlineData(Aggregation.Latest, Measure.Percentage, 30)] // the mean of 20 and 40
    public void A_total_follows_the_rule_of_the_donors_indicator(Aggregation rule, Measure measure, decimal expected)
    {
        Figure total = Only(Of(Framework(rule, measure), ("XA", "ESA", [10, 20]), ("XB", "WCA", [5, 40]))).Total;
        Assert.Equal(new Figure(FigureState.Shown, expected, 2, 2) { UnweightedOf = measure == Measure.Percentage ? 2 : null }, total);
    }

    [Fact]
    public void A_rule_of_none_is_never_added_up() =>
        Assert.Equal(FigureState.NotAggregated, Only(Of(Framework(Aggregation.None), ("XA", "ESA", [10]), ("XB", "WCA", [5]))).Total.State);

    [Fact]
    public void Levels_of_several_administrations_are_not_added_up_and_that_of_one_is_shown()
    {
        Assert.Equal(
            FigureState.NotAggregated,
            Only(Of(Framework(Aggregation.Latest, Measure.Ordinal), ("XA", "ESA", [2]), ("XB", "WCA", [3]))).Total.State
        );
        Assert.Equal(3, Only(Of(Framework(Aggregation.Latest, Measure.Ordinal), ("XA", "ESA", [2, 3]))).Total.Value);
    }

    [Fact]
    public void A_gap_is_not_zero()
    {
        IndicatorFigure figure = Only(Of(Framework(Aggregation.Mean), ("XA", "ESA", [10, 20]), ("XB", "WCA", [null, null])));
        Assert.Equal(new Figure(FigureState.Shown, 15, 1, 2), figure.Total);
        Assert.Equal(new MissingValue(new AdministrationId("XB"), "No register"), Assert.Single(figure.Missing));
        Assert.Equal(FigureState.Missing, Only(Of(Framework(Aggregation.Sum), ("XA", "ESA", [null]))).Total.State);
    }

    [Fact]
    public void A_zero_is_not_a_gap() =>
        Assert.Equal(new Figure(FigureState.Shown, 0, 1, 1), Only(Of(Framework(Aggregation.Sum), ("XA", "ESA", [0]))).Total);

    [Fact]
    public void The_factor_of_the_link_converts_units() =>
        Assert.Equal(0.03m, Only(Of(Framework(Aggregation.Sum), 0.001m, ("XA", "ESA", [10, 20]))).Total.Value);

    [Fact]
    public void Money_of_another_currency_is_left_out_whatever_the_factor()
    {
        DonorSnapshot snapshot = Of(Framework(Aggregation.Sum, unit: "NOK"), 10m, ("XA", "ESA", [10]), ("XB", "WCA", [5]));
        PlanExtract[] plans = [.. snapshot.Plans];
        plans[1] = plans[1] with { Indicators = [plans[1].Indicators[0] with { Unit = "thousand USD" }] };
        IndicatorFigure figure = Only(snapshot with { Plans = plans });
        Assert.Equal(100, figure.Total.Value);
        Assert.Equal(LeftOutReason.OtherCurrency, Assert.Single(figure.LeftOut).Reason);
    }

    [Fact]
    public void A_period_counts_in_the_donor_period_that_holds_its_last_day_whole()
    {
        // XD's quarters begin 24 days before the calendar's
        DonorSnapshot snapshot = Of(Framework(Aggregation.Sum), ("XD", "ESA", [1, 10, 100, 1000]));
        Assert.Equal(1111, Only(snapshot).Total.Value);
        DonorSnapshot firstHalf = snapshot with
        {
            Head = snapshot.Head with { Period = new DonorPeriod(new DateOnly(2025, 1, 1), new DateOnly(2025, 6, 30), "H1") },
        };
        Assert.Equal(11, Only(firstHalf).Total.Value);
        Assert.Equal("20241208-20250307", Assert.Single(FigureCalculator.Of(snapshot).Administrations[0].Straddling).Key.Value);
    }

    [Fact]
    public void An_administration_that_the_agreement_does_not_fund_is_left_out()
    {
        DonorSnapshot snapshot = Of(Framework(Aggregation.Sum), ("XA", "ESA", [10]), ("XB", "WCA", [5]));
        Assert.Equal(
            10,
            Only(snapshot with { Head = snapshot.Head with { Administrations = [snapshot.Head.Administrations[0]] } }).Total.Value
        );
    }

    [Fact]
    public void A_total_of_too_few_is_suppressed_with_all_that_could_tell_it()
    {
        IndicatorFigure figure = Only(Of(Framework(Aggregation.Sum, minimumCell: 3), ("XA", "ESA", [10]), ("XB", "WCA", [5])));
        Assert.Equal(new Figure(FigureState.Suppressed, null, 2, 2), figure.Total);
        Assert.Null(figure.Achievement);
        Assert.Equal(Progress.Withheld, figure.Progress);
        Assert.Empty(figure.ByRegion);
        Assert.Empty(figure.Breakdowns);
        Assert.Null(Assert.Single(figure.Trend).Value);
    }

    [Fact]
    public void A_sensitive_indicator_has_a_minimum_even_if_the_donor_sets_none()
    {
        DonorSnapshot snapshot = Of(Framework(Aggregation.Sum), ("XA", "ESA", [10]), ("XB", "WCA", [5]));
        PlanExtract[] plans = [.. snapshot.Plans.Select(plan => plan with { Indicators = [plan.Indicators[0] with { Sensitive = true }] })];
        Assert.Equal(FigureState.Suppressed, Only(snapshot with { Plans = plans }).Total.State);
    }

    [Fact]
    public void Groups_with_what_was_not_broken_down_make_the_total()
    {
        DonorSnapshot snapshot = Of(Framework(Aggregation.Sum), ("XA", "ESA", [10]), ("XB", "WCA", [5]));
        PlanExtract[] plans = [.. snapshot.Plans];
        plans[0] = plans[0] with { Observations = [Observed(plans[0], 0, 10, ("sex:women", 6), ("sex:men", 3))] };
        Breakdown sex = Assert.Single(Only(snapshot with { Plans = plans }).Breakdowns);
        Assert.Equal([("men", 3m), ("women", 6m), ("", 6m)], sex.Groups.Select(group => (group.Group, group.Figure.Value!.Value)));
    }

    [Fact]
    public void Regions_of_a_sum_make_the_total_where_all_are_shown() =>
        Prop.ForAll(
                AnyValues,
                values =>
                {
                    IndicatorFigure figure = Only(Of(Framework(Aggregation.Sum), values));
                    return figure.Total.State != FigureState.Shown
                        || figure.ByRegion.Sum(region => region.Figure.Value ?? 0) == figure.Total.Value;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_plans_and_observations_never_matters() =>
        Prop.ForAll(
                AnyValues,
                values =>
                {
                    DonorSnapshot snapshot = Of(Framework(Aggregation.Mean), values);
                    DonorSnapshot reversed = snapshot with
                    {
                        Plans = [.. snapshot.Plans.Reverse().Select(plan => plan with { Observations = [.. plan.Observations.Reverse()] })],
                    };
                    return Only(snapshot).Total == Only(reversed).Total;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_suppressed_cannot_be_taken_from_the_total() =>
        Prop.ForAll(
                AnyValues,
                values =>
                {
                    IndicatorFigure figure = Only(Of(Framework(Aggregation.Sum, minimumCell: 3), values));
                    int behind = figure
                        .ByRegion.Where(region => region.Figure.State == FigureState.Suppressed)
                        .Sum(region => region.Figure.Reported);
                    return figure.Total.State != FigureState.Shown || behind is 0 or >= 3;
                }
            )
            .QuickCheckThrowOnFailure();

    private static IndicatorFigure Only(DonorSnapshot snapshot) => Assert.Single(FigureCalculator.Of(snapshot).Indicators);

    private static Arbitrary<(string, string, decimal?[])[]> AnyValues =>
        (
            from count in Gen.Choose(1, 9)
            from regions in Gen.ArrayOf(Gen.Elements("ESA", "WCA", "AMS"), count)
            from values in Gen.ArrayOf(Gen.Choose(-1, 400), count * 2)
            select Enumerable
                .Range(0, count)
                .Select(one => ($"X{(char)('A' + one)}", regions[one], new[] { Value(values[2 * one]), Value(values[2 * one + 1]) }))
                .ToArray()
        ).ToArbitrary();

    private static decimal? Value(int choice) => choice < 0 ? null : choice / 4m;
}
