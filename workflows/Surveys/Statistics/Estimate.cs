using MathNet.Numerics.Distributions;

namespace ACip.Workflows.Surveys.Statistics;

/// <summary>A figure estimated from a sample, with its precision.</summary>
/// <param name="N">How many people answered.</param>
/// <param name="StandardError">0 if the whole population answered.</param>
/// <param name="Freedom">Degrees of freedom of the standard error; infinite if it is known without error.</param>
public sealed record Estimate(long N, double Value, double StandardError, double Freedom)
{
    /// <summary>Half the width of the 95 % confidence interval.</summary>
    public double Margin => ConfidenceInterval.HalfWidth(StandardError, Freedom);

    /// <summary>Two-sided: the probability of a value at least this far from 0 if the true value were 0.</summary>
    public double PValue => StandardError == 0 ? (Value == 0 ? 1 : 0) : 2 * TailOf(Math.Abs(Value / StandardError), Freedom);

    /// <summary>The difference of two independent estimates.</summary>
    /// <remarks>Degrees of freedom: Welch (1947), Biometrika 34, 28–35, in the form of Satterthwaite (1946), Biometrics Bulletin 2,
    /// 110–114.</remarks>
    public static Estimate Difference(Estimate from, Estimate to)
    {
        (double one, double other) = (from.StandardError * from.StandardError, to.StandardError * to.StandardError);
        double parts = (one * one / from.Freedom) + (other * other / to.Freedom);
        return new Estimate(
            from.N + to.N,
            to.Value - from.Value,
            Math.Sqrt(one + other),
            parts == 0 ? double.PositiveInfinity : (one + other) * (one + other) / parts
        );
    }

    /// <remarks>By the lower tail, which keeps its digits where 1 − CDF loses them.</remarks>
    private static double TailOf(double size, double freedom) => StudentT.CDF(0, 1, freedom, -size);
}
