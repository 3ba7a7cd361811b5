namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>Strike-through and raised text represented by characters, as people write them in plain text.</summary>
internal static class Markup
{
    /// <summary>Written before and after struck-out text.</summary>
    public const string Strike = "~~";

    private const string Above = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Below = "₀₁₂₃₄₅₆₇₈₉";

    public static char Raise(char c, Raised raised) =>
        raised != Raised.No && CleanText.DigitOf(c) is >= 0 and var digit ? (raised == Raised.Above ? Above : Below)[digit] : c;

    public static bool IsRaised(char c) => Above.Contains(c, StringComparison.Ordinal) || Below.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether some text is struck out or raised, so that its letters alone do not show what it says.</summary>
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
