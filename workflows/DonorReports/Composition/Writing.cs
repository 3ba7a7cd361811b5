using System.Globalization;
using System.Text;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>Numbers and days as people of a language write them, spelt out here: culture data differ between machines, a report must
/// not.</summary>
internal static class Writing
{
    private const string NarrowNoBreakSpace = "\u202f";
    private const string NoBreakSpace = "\u00a0";

    private static readonly string[][] Months =
    [
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
    ];

    /// <param name="decimals">Fewest decimals, so that a column of numbers reads as one.</param>
    public static string Number(decimal value, Language language, int decimals = 0)
    {
        string plain =
            decimals == 0 ? Plain(value) : value.ToString("0." + new string('0', decimals) + "########", CultureInfo.InvariantCulture);
        bool negative = plain[0] == '-';
        string[] parts = plain.TrimStart('-').Split('.');
        (string thousands, string point) = language switch
        {
            Language.Fr => (NarrowNoBreakSpace, ","),
            Language.Es => (NarrowNoBreakSpace, ","),
            _ => (",", "."),
        };
        var text = new StringBuilder(negative ? "\u2212" : "");
        for (int digit = 0; digit < parts[0].Length; digit++)
        {
            int left = parts[0].Length - digit;
            text.Append(digit > 0 && left % 3 == 0 ? thousands : "").Append(parts[0][digit]);
        }

        return text.Append(parts.Length > 1 ? point + parts[1] : "").ToString();
    }

    public static string Percent(decimal value, Language language, int decimals = 0) =>
        Number(value, language, decimals) + (language == Language.En ? "%" : NoBreakSpace + "%");

    /// <returns>A number; a share with its counts, where they are known: 37.5% (45/120).</returns>
    public static string Share(decimal value, Ratio? counts, Language language) =>
        counts is null
            ? Number(value, language)
            : $"{Percent(value, language)} ({Number(counts.Numerator, language)}/{Number(counts.Denominator, language)})";

    /// <summary>For machines: a point, no grouping, no zeros at the end.</summary>
    public static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Plain(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Day(DateOnly day, Language language)
    {
        string month = Months[(int)language][day.Month - 1];
        return language switch
        {
            Language.Fr => $"{(day.Day == 1 ? "1er" : Plain(day.Day))} {month} {Plain(day.Year)}",
            Language.Es => $"{Plain(day.Day)} de {month} de {Plain(day.Year)}",
            _ => $"{Plain(day.Day)} {month} {Plain(day.Year)}",
        };
    }

    /// <summary>For machines and narrow columns: 2025-12-31.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <returns>2026-01-01 – 2026-03-31.</returns>
    /// <param name="key">Of a reporting period: 20260101-20260331.</param>
    public static string Period(PeriodKey key) => key.Days is var (start, end) ? $"{Iso(start)} – {Iso(end)}" : key.Value;

    /// <summary>The same for print: its hyphens do not let a line end within it.</summary>
    public static string Unbroken(DateOnly day) => Iso(day).Replace('-', '\u2011');

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Puts values into a phrase: {0}, {1} …</summary>
    public static string Fill(string phrase, params ReadOnlySpan<string> values)
    {
        var text = new StringBuilder(phrase.Length + 32);
        for (int at = 0; at < phrase.Length; at++)
        {
            if (phrase[at] == '{' && at + 2 < phrase.Length && phrase[at + 2] == '}' && char.IsAsciiDigit(phrase[at + 1]))
            {
                text.Append(values[phrase[at + 1] - '0']);
                at += 2;
            }
            else
            {
                text.Append(phrase[at]);
            }
        }

        return text.ToString();
    }
}
