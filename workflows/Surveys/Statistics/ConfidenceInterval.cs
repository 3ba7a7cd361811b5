using MathNet.Numerics.Distributions;

namespace ACip.Workflows.Surveys.Statistics;

/// <summary>The 95 % confidence interval of an <see cref="Estimate"/>: Student's t, or the normal distribution where the standard error
/// is known without error.</summary>
public static class ConfidenceInterval
{
    private const double Confidence = 0.95;

    /// <param name="freedom">Degrees of freedom of the standard error; may be infinite.</param>
    /// <returns>Half the width, to either side of the value.</returns>
    public static double HalfWidth(double standardError, double freedom) =>
        standardError == 0 ? 0 : Quantile(freedom, 1 - ((1 - Confidence) / 2)) * standardError;

    private static double Quantile(double freedom, double probability) =>
        double.IsInfinity(freedom) ? Normal.InvCDF(0, 1, probability) : StudentT.InvCDF(0, 1, freedom, probability);
}
