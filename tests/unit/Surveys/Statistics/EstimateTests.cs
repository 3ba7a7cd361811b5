using ACip.Workflows.Surveys.Statistics;

namespace ACip.Tests.Unit.Surveys.Statistics;

public sealed class EstimateTests
{
    private static readonly Estimate Known = new(20, 60, 0, double.PositiveInfinity);

    [Fact]
    public void A_difference_of_two_censuses_is_certain()
    {
        Estimate more = Estimate.Difference(Known, Known with { N = 30, Value = 70 });
        Assert.Equal(new Estimate(50, 10, 0, double.PositiveInfinity), more);
        Assert.Equal((0, 0), (more.Margin, more.PValue));
        Assert.Equal(1, Estimate.Difference(Known, Known).PValue);
    }

    [Fact]
    public void Beside_a_census_only_the_sample_is_uncertain()
    {
        Estimate sample = new(12, 65, 2, 11);
        Estimate difference = Estimate.Difference(Known, sample);
        Assert.Equal((5, 2), (difference.Value, difference.StandardError));
        Assert.Equal(11, difference.Freedom, 10);
    }

    /// <summary>1.959964 and 0.0455 are those of the normal distribution, printed in every table of it.</summary>
    [Fact]
    public void With_infinite_freedom_the_normal_distribution_counts()
    {
        Estimate estimate = new(1000, 2, 1, double.PositiveInfinity);
        Assert.Equal(1.959964, estimate.Margin, 6);
        Assert.Equal(0.0455, estimate.PValue, 4);
    }

    [Fact]
    public void Moments_of_parts_add_up_to_those_of_the_whole()
    {
        SampleMoments whole = SampleMoments.Of([20, 40, 70, 90]);
        Assert.Equal(whole, SampleMoments.Of([20, 40]) + SampleMoments.Of([70, 90]));
        Assert.Equal((4, 55), (whole.N, whole.Mean));
        Assert.Equal(0, SampleMoments.Of([33.5, 33.5, 33.5]).Variance);
    }

    [Fact]
    public void Of_fewer_than_two_nothing_is_estimated()
    {
        Assert.Null(StratifiedMean.Of([]));
        Assert.Null(StratifiedMean.Of([new StratumSample("a", 100, SampleMoments.Of([40])), new StratumSample("b", 100, default)]));
    }

    [Fact]
    public void Whoever_answered_counts_though_the_frame_has_nobody_there()
    {
        StratumSample[] strata = [new("a", 0, SampleMoments.Of([40, 60])), new("b", 2, SampleMoments.Of([80, 80])), new("c", 0, default)];
        Assert.Equal(["a", "b"], Strata.Collapsed(strata).Select(stratum => stratum.Code));
        Assert.Equal(65, StratifiedMean.Of(strata)!.Value);
    }

    [Fact]
    public void Shares_count_a_silent_stratum_with_its_neighbour_and_an_option_that_one_did_not_have_as_none()
    {
        Assert.Empty(StratifiedShares.Of([new StratumCounts("a", 100, [0, 0])]));
        Assert.Equal([0.125, 0.5, 0.375], StratifiedShares.Of([new("a", 50, [5, 5]), new("b", 50, [0, 2, 2]), new("c", 100, [0, 0])]));
    }
}
