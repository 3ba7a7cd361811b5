using System.Globalization;

namespace ACip.Workflows.Languages;

/// <summary>A number as typed into a field or a cell, in any digits.</summary>
public static class TypedDigits
{
    /// <summary>The Arabic one, which nobody puts between thousands.</summary>
    internal const char DecimalSeparator = '\u066B';

    private const char Comma = '\u060C',
        Percent = '\u066A';

    /// <returns>Digits of every script as 0 to 9, Arabic signs as ours, and no marks of direction.</returns>
    public static string Plain(string? typed) =>
        typed is null ? ""
        : typed.All(char.IsAscii) ? typed
        : string.Concat(typed.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format).Select(Plain));

    private static char Plain(char c) =>
        c switch
        {
            DecimalSeparator => '.',
            Comma => ',',
            Percent => '%',
            _ => CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c,
        };
}
