using ACip.Workflows.Programme;

namespace ACip.Workflows.Finance;

/// <summary>How far spending may stray from the budget in force before it has to be explained: no donor report is signed over a variance
/// beyond it that nobody has explained.</summary>
public static class VarianceLimit
{
    /// <summary>Percent, where the agreement names no limit of its own.</summary>
    private const decimal Usual = 10;

    /// <returns>Percent, either way.</returns>
    public static decimal Of(GrantAgreement agreement) => agreement.VarianceLimit ?? Usual;

    public static bool IsPassedBy(FinancialLine line, decimal limit) => line.Variance is not { } percent || Math.Abs(percent) > limit;

    public static bool IsUnexplained(FinancialLine line, decimal limit) =>
        IsPassedBy(line, limit) && string.IsNullOrWhiteSpace(line.Explanation);
}
