namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>What is struck out or raised in a mail, in characters: as people write it themselves in plain text.</summary>
internal static class Markup
{
    /// <summary>Stands before and behind what was struck out.</summary>
    public const string Strike = "~~";

    private const string Above = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Below = "₀₁₂₃₄₅₆₇₈₉";

    public static char Raise(char c, Raised raised) =>
        raised != Raised.No && CleanText.DigitOf(c) is >= 0 and var digit ? (raised == Raised.Above ? Above : Below)[digit] : c;

    public static bool IsRaised(char c) => Above.Contains(c, StringComparison.Ordinal) || Below.Contains(c, StringComparison.Ordinal);

    /// <summary>Something in the text is struck out or raised: what it says cannot be seen from its letters alone.</summary>
    public static bool IsIn(string text)
    {
        if (text.Contains(Strike, StringComparison.Ordinal))
        {
            return true;
        }

        foreach (char c in text)
        {
            if (c > '\u00A9' && IsRaised(c))
            {
                return true;
            }
        }

        return false;
    }
}
