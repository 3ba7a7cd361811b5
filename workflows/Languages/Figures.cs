using System.Globalization;
using System.Text;

namespace ACip.Workflows.Languages;

/// <summary>Numbers and dates as people read them, without the machine's culture data, which differs between machines.</summary>
internal static class Figures
{
    /// <summary>2026-10-31: the one form that nobody mistakes for another day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>For machines: a point, no grouping, no zeros at the end.</summary>
    public static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <returns>1,234.5 in English; 1 234,5 in French and Spanish, with no-break spaces.</returns>
    public static string Number(decimal value, Language language) => Grouped(Plain(value), language.Entry, language.Entry.Group, "-");

    /// <summary>For typeset reports: with a true minus sign, and as many decimals as the column has.</summary>
    public static string InPrint(decimal value, Language language, int decimals = 0) =>
        Grouped(
            decimals == 0 ? Plain(value) : value.ToString("0." + new string('0', decimals) + "########", CultureInfo.InvariantCulture),
            language.Entry,
            language.Entry.GroupInPrint,
            "\u2212"
        );

    /// <summary>As somebody types it: with the language's decimal sign and no grouping.</summary>
    public static string Typed(decimal value, Language language) =>
        Plain(value).Replace(".", language.Entry.Decimal, StringComparison.Ordinal);

    private static string Grouped(string plain, LanguageEntry how, string group, string minus)
    {
        string[] parts = plain.TrimStart('-').Split('.');
        var text = new StringBuilder(parts[0]);
        for (int at = parts[0].Length - 3; at > 0; at -= 3)
        {
            text.Insert(at, group);
        }

        if (parts.Length > 1)
        {
            text.Append(how.Decimal).Append(parts[1]);
        }

        return (plain[0] == '-' ? minus : "") + InDigits(text.ToString(), how.Digits);
    }

    private static string InDigits(string text, string digits) =>
        digits[0] == '0' ? text : string.Concat(text.Select(c => char.IsAsciiDigit(c) ? digits[c - '0'] : c));
}
