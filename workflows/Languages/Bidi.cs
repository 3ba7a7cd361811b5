namespace ACip.Workflows.Languages;

/// <summary>Isolates codes, numbers and names in right-to-left text with Unicode's invisible marks. Otherwise programs would move a
/// number's sign and reverse a date.</summary>
/// <remarks>Replies are read without such marks, so that a quoted form stays recognisable.</remarks>
internal static class Bidi
{
    private const char FirstStrongIsolate = '\u2068',
        PopIsolate = '\u2069',
        RightToLeftMark = '\u200F';

    /// <summary>Unchanged in a left-to-right language.</summary>
    public static string Isolated(string words, Language language) =>
        words.Length == 0 || language.DirectionIfTurned is null ? words : $"{FirstStrongIsolate}{words}{PopIsolate}";

    /// <summary>A line of plain text takes its direction from its first letter, so a right-to-left line that begins with a code gets a
    /// direction mark.</summary>
    public static string Lines(string text, Language language) =>
        language.DirectionIfTurned is null
            ? text
            : string.Join('\n', text.Split('\n').Select(line => BeginsOtherwise(line) ? RightToLeftMark + line : line));

    private static bool BeginsOtherwise(string line) => line.Any(IsRightToLeft) && !IsRightToLeft(line.FirstOrDefault(char.IsLetter));

    // Hebrew to Arabic Extended, and their presentation forms
    private static bool IsRightToLeft(char c) =>
        c is (>= '\u0590' and <= '\u08FF' and not (>= '\u0660' and <= '\u0669')) or (>= '\uFB1D' and <= '\uFEFC');
}
