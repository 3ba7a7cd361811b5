using MathNet.Numerics.Distributions;

namespace ACip.Workflows.Surveys.Statistics;

/// <summary>The 95 % confidence interval of an <see cref="Estimate"/>: Student's t, which is the normal distribution where the
/// degrees of freedom are infinite.</summary>
public static class ConfidenceInterval
{
    private const double Confidence = 0.95;

    /// <param name="freedom">Degrees of freedom of the standard error; may be infinite.</param>
    /// <returns>Half the width, to either side of the value.</returns>
    public static double HalfWidth(double standardError, double freedom) =>
        StudentT.InvCDF(0, 1, freedom, 1 - ((1 - Confidence) / 2)) * standardError;
}
