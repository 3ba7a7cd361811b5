namespace ACip.Workflows.Languages;

/// <summary>Codes, numbers and names within words that run from right to left: set apart by Unicode's invisible marks, or a program would
/// move the sign of a number and turn the order of a date.</summary>
/// <remarks>Replies are read without such marks, so that a quoted form stays what was printed.</remarks>
internal static class Bidi
{
    private const char FirstStrongIsolate = '\u2068',
        PopIsolate = '\u2069',
        RightToLeftMark = '\u200F';

    /// <summary>Unchanged in a language that runs from left to right.</summary>
    public static string Isolated(string words, Language language) =>
        words.Length == 0 || language.DirectionIfTurned is null ? words : $"{FirstStrongIsolate}{words}{PopIsolate}";

    /// <summary>Lines of plain text have no direction but that of their first letter: one that begins with a code is told that its words
    /// run the other way.</summary>
    public static string Lines(string text, Language language) =>
        language.DirectionIfTurned is null
            ? text
            : string.Join('\n', text.Split('\n').Select(line => BeginsOtherwise(line) ? RightToLeftMark + line : line));

    private static bool BeginsOtherwise(string line) => line.Any(IsRightToLeft) && !IsRightToLeft(line.FirstOrDefault(char.IsLetter));

    // Hebrew to Arabic Extended, and their presentation forms
    private static bool IsRightToLeft(char c) =>
        c is (>= '\u0590' and <= '\u08FF' and not (>= '\u0660' and <= '\u0669')) or (>= '\uFB1D' and <= '\uFEFC');
}
