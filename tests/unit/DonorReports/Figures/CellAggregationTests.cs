using ACip.Workflows.Programme;
using static ACip.Tests.Unit.DonorReports.SmallReports;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>When a number says that it is a plain mean.</summary>
public sealed class CellAggregationTests
{
    [Theory]
    [InlineData(Measure.Percentage, Aggregation.Mean, null, 50)]
    [InlineData(Measure.Percentage, Aggregation.Mean, 2, 50, 30)] // two periods
    [InlineData(Measure.Percentage, Aggregation.Mean, 3, 50, 30, 40)]
    [InlineData(Measure.Percentage, Aggregation.Latest, null, 50, 40)] // the first is over
    [InlineData(Measure.Percentage, Aggregation.Sum, null, 20, 20)]
    [InlineData(Measure.Unit, Aggregation.Mean, null, 50, 30)]
    public void A_mean_of_shares_over_one_administrations_periods_says_of_how_many(
        Measure measure,
        Aggregation rule,
        int? shares,
        params int[] values
    ) =>
        Assert.Equal(
            shares,
            Of(Framework(rule, measure), ("XA", "ESA", [.. values.Select(value => (decimal?)value)])).Figured().Total.UnweightedOf
        );
}
