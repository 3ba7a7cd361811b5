using MathNet.Numerics.Distributions;

namespace ACip.Workflows.Surveys.Statistics;

/// <summary>A figure with how far it can be trusted.</summary>
/// <param name="N">Who was heard.</param>
/// <param name="StandardError">0 where all of a population was heard.</param>
/// <param name="Freedom">Degrees of freedom of the standard error; infinite where it is known without error.</param>
public sealed record Estimate(long N, double Value, double StandardError, double Freedom)
{
    private const double Confidence = 0.95;

    /// <summary>Half the width of the 95 % interval.</summary>
    public double Margin => StandardError == 0 ? 0 : Quantile(Freedom, 1 - ((1 - Confidence) / 2)) * StandardError;

    /// <summary>Two-sided: how likely so large a value would be if the truth were 0.</summary>
    public double PValue => StandardError == 0 ? (Value == 0 ? 1 : 0) : 2 * TailOf(Math.Abs(Value / StandardError), Freedom);

    /// <summary>The difference of two independent estimates.</summary>
    /// <remarks>Degrees of freedom: Welch (1947), Biometrika 34, 28–35, in the form of Satterthwaite (1946), Biometrics Bulletin 2,
    /// 110–114.</remarks>
    public static Estimate Difference(Estimate from, Estimate to)
    {
        (double one, double other) = (from.StandardError * from.StandardError, to.StandardError * to.StandardError);
        double parts = Part(one, from.Freedom) + Part(other, to.Freedom);
        return new Estimate(
            from.N + to.N,
            to.Value - from.Value,
            Math.Sqrt(one + other),
            parts == 0 ? double.PositiveInfinity : (one + other) * (one + other) / parts
        );
    }

    private static double Part(double variance, double freedom) =>
        variance == 0 || double.IsInfinity(freedom) ? 0 : variance * variance / freedom;

    private static double Quantile(double freedom, double probability) =>
        double.IsInfinity(freedom) ? Normal.InvCDF(0, 1, probability) : StudentT.InvCDF(0, 1, freedom, probability);

    /// <remarks>By the lower tail, which keeps its digits where 1 − CDF loses them.</remarks>
    private static double TailOf(double size, double freedom) =>
        double.IsInfinity(freedom) ? Normal.CDF(0, 1, -size) : StudentT.CDF(0, 1, freedom, -size);
}
