using ACip.Workflows.Surveys.Statistics;
using static ACip.Tests.Unit.Surveys.Statistics.ReferenceValues;

namespace ACip.Tests.Unit.Surveys.Statistics;

public sealed class ReferenceTests
{
    [Fact]
    public void Means_and_intervals_are_those_of_R()
    {
        string[][] lines = [.. Of("estimate")];
        Assert.Equal(24, lines.Length);
        Assert.All(
            lines,
            line =>
            {
                Estimate mine = Estimate(line[1], line[2]);
                Same(line[3], mine.N);
                Same(line[4], mine.Value);
                Same(line[5], mine.StandardError);
                Same(line[6], mine.Freedom);
                Same(line[7], mine.Value - mine.Margin);
                Same(line[8], mine.Value + mine.Margin);
            }
        );
    }

    [Fact]
    public void Shares_are_those_of_R() =>
        Assert.All(
            Of("shares"),
            line =>
            {
                double[] expected = Numbers(line[3]);
                IReadOnlyList<double> mine = StratifiedShares.Of(Counts(line[1], line[2]));
                Assert.Equal(5, mine.Count);
                Assert.All(expected.Zip(mine), pair => Same(pair.First, pair.Second));
                Same(1, mine.Sum());
            }
        );

    [Fact]
    public void Differences_between_waves_are_those_of_R() =>
        Assert.All(
            Of("difference"),
            line =>
            {
                Estimate mine = Workflows.Surveys.Statistics.Estimate.Difference(Estimate(line[1], "1"), Estimate(line[1], "2"));
                Same(line[2], mine.Value);
                Same(line[3], mine.StandardError);
                Same(line[4], mine.Freedom);
                Same(line[5], mine.Value - mine.Margin);
                Same(line[6], mine.Value + mine.Margin);
                Same(line[7], mine.PValue);
                Assert.True(Math.Abs((mine.PValue / Number(line[7])) - 1) < 1e-9); // small ones too
            }
        );

    [Fact]
    public void Holm_is_that_of_R() =>
        Assert.All(
            Of("holm"),
            line => Assert.All(Numbers(line[3]).Zip(Holm.Adjust(Numbers(line[2]))), pair => Same(pair.First, pair.Second))
        );

    [Fact]
    public void Tails_and_quantiles_are_those_of_R() =>
        Assert.All(
            Of("tail"),
            line =>
            {
                var mine = new Estimate(2, Number(line[2]), 1, Number(line[1]));
                Assert.True(Math.Abs((mine.PValue / Number(line[3])) - 1) < 1e-9, $"{line[1]} {line[2]}: {mine.PValue} for {line[3]}");
                Same(line[4], mine.Margin);
            }
        );

    [Fact]
    public void Without_strata_in_a_vast_population_the_difference_is_Welch_s_test()
    {
        string[] line = Of("welch").Single();
        Estimate mine = Workflows.Surveys.Statistics.Estimate.Difference(Vast(line[1]), Vast(line[2]));
        Close(line[3], mine.Value / mine.StandardError);
        Close(line[4], mine.Freedom);
        Close(line[5], mine.PValue);
        Close(line[6], mine.Value - mine.Margin);
        Close(line[7], mine.Value + mine.Margin);

        static Estimate Vast(string scores) =>
            StratifiedMean.Of([new StratumSample("all", 1_000_000_000_000_000, SampleMoments.Of(Numbers(scores)))])!;
        static void Close(string expected, double actual) => Same(expected, actual);
    }

    /// <summary>Lohr, Sampling: Design and Analysis, 2nd edition, example 3.2: acres of farms by region in a stratified sample of 300
    /// counties, as printed.</summary>
    [Fact]
    public void Lohr_s_farms_are_as_printed()
    {
        Estimate acres = StratifiedMean.Of([
            new("NC", 1054, SampleMoments.From(103, 300_504.16, 29_618_183_543)),
            new("NE", 220, SampleMoments.From(21, 97_629.81, 7_647_472_708)),
            new("S", 1382, SampleMoments.From(135, 211_315.04, 53_587_487_856)),
            new("W", 422, SampleMoments.From(41, 662_295.51, 396_185_950_266)),
        ])!;
        Assert.Equal(909_736_035, acres.Value * 3078, 3000.0);
        Assert.Equal(50_417_248, acres.StandardError * 3078, 10.0);
    }

    /// <summary>Four p-values that show how one that stays holds back those above it.</summary>
    [Fact]
    public void Holm_step_by_step() =>
        Assert.All(Holm.Adjust([0.01, 0.04, 0.03, 0.005]).Zip([0.03, 0.06, 0.06, 0.02]), pair => Same(pair.Second, pair.First));

    [Fact]
    public void A_stratum_with_nobody_or_one_is_counted_with_its_neighbour()
    {
        IReadOnlyList<StratumSample> own = Strata.Collapsed<StratumSample>([
            new("a", 50, default),
            new("b", 100, SampleMoments.Of([0, 50, 100])),
            new("c", 30, SampleMoments.Of([75])),
            new("d", 20, SampleMoments.Of([25, 50])),
        ]);
        Assert.Equal([("a+b+c", 180L, 4L), ("d", 20L, 2L)], own.Select(one => (one.Code, one.Population, one.Scores.N)));
    }

    /// <summary>A question's shares stand beside its score: they must agree with it, and none may be one person's answer.</summary>
    [Fact]
    public void A_stratum_with_one_answer_is_no_share_of_its_own()
    {
        StratumCounts[] counts = [new("border", 100, [10, 5, 5, 0, 0]), new("hq", 900, [0, 0, 0, 0, 1]), new("posts", 50, [0, 0, 0, 0, 0])];
        IReadOnlyList<double> shares = StratifiedShares.Of(counts);
        Assert.All(shares.Zip([10 / 21.0, 5 / 21.0, 5 / 21.0, 0, 1 / 21.0]), pair => Assert.Equal(pair.Second, pair.First, 12));

        Estimate mean = StratifiedMean.Of([
            .. counts.Select(stratum => new StratumSample(
                stratum.Code,
                stratum.Population,
                SampleMoments.Of(stratum.Counts.SelectMany((count, option) => Enumerable.Repeat(25.0 * option, (int)count)))
            )),
        ])!;
        Assert.Equal(mean.Value, shares.Select((share, option) => 25.0 * option * share).Sum(), 9);
        Assert.Empty(StratifiedShares.Of([counts[1]]));
    }

    [Fact]
    public void Of_a_census_everything_is_known()
    {
        Estimate all = StratifiedMean.Of([new("a", 3, SampleMoments.Of([0, 50, 100]))])!;
        Assert.Equal((50, 0, 0), (all.Value, all.StandardError, all.Margin));
        Assert.Equal(0, Workflows.Surveys.Statistics.Estimate.Difference(all, all with { Value = 51 }).PValue);
    }
}
