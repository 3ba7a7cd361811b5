using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ACip.Workflows.Documents;

/// <summary>ECMA-376 ST_Xstring: characters that XML cannot carry are written as _xHHHH_, and so is text that already looks like
/// that.</summary>
internal static partial class CellText
{
    /// <summary>The most that a cell of a spreadsheet holds.</summary>
    public const int Longest = 32_767;

    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        string fits = text.Length > Longest ? text[..Longest] : text;
        string safe = Escaped().Replace(fits, "_x005F$0");
        for (int at = 0; at < safe.Length; at++)
        {
            char letter = safe[at];
            bool isPair = char.IsHighSurrogate(letter) && at + 1 < safe.Length && char.IsLowSurrogate(safe[at + 1]);
            if (isPair)
            {
                encoded.Append(letter).Append(safe[++at]);
            }
            else if ((letter < ' ' && letter is not ('\n' or '\t')) || char.IsSurrogate(letter) || letter >= '\uFFFE')
            {
                encoded.Append(CultureInfo.InvariantCulture, $"_x{(int)letter:X4}_");
            }
            else
            {
                encoded.Append(letter);
            }
        }

        return encoded.ToString();
    }

    public static string Decode(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escaped()
                .Replace(
                    text,
                    match =>
                        ((char)ushort.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
                )
            : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escaped();
}
