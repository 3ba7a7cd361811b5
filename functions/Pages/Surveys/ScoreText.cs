using ACip.Workflows.Languages;
using ACip.Workflows.Surveys.Results;

namespace ACip.Functions.Pages.Surveys;

/// <summary>Scores as people read them, always with their interval.</summary>
internal static class ScoreText
{
    public static Text TooFew { get; } = Texts.TooFewToBeTold;

    public static string Of(FactorScore score, Language language) =>
        score is { Score: { } mean, Low: { } low, High: { } high }
            ? $"{Number(mean, language)} ({Number(low, language)}–{Number(high, language)})"
            : TooFew.In(language);

    public static string Of(FactorComparison movement, Language language) => Of(movement, Verdict(movement), language);

    /// <summary>Between two groups of one survey, in which nothing has moved.</summary>
    public static string OfGap(FactorComparison gap, Language language) => Of(gap, gap.IsClaimed ? Verdict(gap) : NoGap, language);

    private static string Of(FactorComparison movement, Text verdict, Language language) =>
        movement is { Difference: { } difference, Low: { } low, High: { } high }
            ? $"{Signed(difference, language)} ({Signed(low, language)} … {Signed(high, language)}){language.Culture.FirmColon} {verdict.In(language)}"
            : TooFew.In(language);

    private static Text NoGap { get; } = Texts.NoGapCanBeClaimed;

    private static Text NoMovement { get; } = Texts.NoMovementCanBeClaimed;

    public static Text Verdict(FactorComparison movement) =>
        !movement.IsClaimed ? NoMovement
        : movement.Difference > 0 ? Texts.Higher
        : Texts.Lower;

    public static string Number(double value, Language language) => Figures.InPrint(Rounded(value), language, decimals: 1);

    private static string Signed(double value, Language language) => (Rounded(value) > 0 ? "+" : "") + Number(value, language);

    private static decimal Rounded(double value) => Math.Round((decimal)value, 1, MidpointRounding.AwayFromZero);
}
