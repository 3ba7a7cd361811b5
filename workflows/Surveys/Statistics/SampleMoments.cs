using System.Text.Json.Serialization;

namespace ACip.Workflows.Surveys.Statistics;

/// <summary>Number, sum and sum of squares of scores from 0 to 100, centred on the middle of the scale so that subtraction loses no
/// precision. Parts of a sample can be added.</summary>
/// <remarks>Shifted sums: Chan, Golub and LeVeque (1983), Algorithms for Computing the Sample Variance, The American Statistician 37(3),
/// section 3.</remarks>
/// <param name="Sum">Of the distances from <see cref="Middle"/>.</param>
/// <param name="Squares">Of the same distances.</param>
public readonly record struct SampleMoments(long N, double Sum, double Squares)
{
    public const double Middle = 50;

    [JsonIgnore]
    public double Mean => Middle + (Sum / N);

    /// <summary>With n − 1; needs two.</summary>
    [JsonIgnore]
    public double Variance => Math.Max(0, (Squares - (Sum * Sum / N)) / (N - 1));

    public static SampleMoments operator +(SampleMoments one, SampleMoments other) =>
        new(one.N + other.N, one.Sum + other.Sum, one.Squares + other.Squares);

    public static SampleMoments Of(IEnumerable<double> scores)
    {
        SampleMoments all = default;
        foreach (double score in scores)
        {
            all = all.With(score);
        }

        return all;
    }

    /// <param name="mean">Of the sample.</param>
    /// <param name="variance">Of the sample, with n − 1.</param>
    public static SampleMoments From(long n, double mean, double variance) =>
        new(n, n * (mean - Middle), (variance * (n - 1)) + (n * (mean - Middle) * (mean - Middle)));

    public SampleMoments With(double score) => new(N + 1, Sum + (score - Middle), Squares + ((score - Middle) * (score - Middle)));
}

/// <summary>The answers from one stratum.</summary>
/// <param name="Population">How many there are in it, by the sampling frame; who is asked says for so many.</param>
public sealed record StratumSample(string Code, long Population, SampleMoments Scores) : IStratum<StratumSample>
{
    public long N => Scores.N;

    public long Size => Math.Max(Population, N);

    public StratumSample With(StratumSample other) => new($"{Code}+{other.Code}", Size + other.Size, Scores + other.Scores);
}
