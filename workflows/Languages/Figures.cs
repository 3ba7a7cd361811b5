using System.Globalization;
using System.Text;

namespace ACip.Workflows.Languages;

/// <summary>Numbers and days as people read them, written out here and not left to the machine's culture data, which differs between
/// machines.</summary>
internal static class Figures
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>2026-10-31: the one form that no reader takes for another day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <returns>1,234.5 in English; 1 234,5 in French and Spanish, with no-break spaces.</returns>
    public static string Number(decimal value, Language language)
    {
        string plain = Math.Abs(value).ToString("0.############################", CultureInfo.InvariantCulture);
        string[] parts = plain.Split('.');
        var text = new StringBuilder(parts[0]);
        for (int at = parts[0].Length - 3; at > 0; at -= 3)
        {
            text.Insert(at, language == Language.En ? ',' : NoBreakSpace);
        }

        if (parts.Length > 1)
        {
            text.Append(language == Language.En ? '.' : ',').Append(parts[1]);
        }

        return value < 0 ? $"-{text}" : text.ToString();
    }

    /// <summary>The same sentence in all languages, its numbers written as each writes them.</summary>
    public static Text3 In3(
        Func<Func<decimal, string>, string> en,
        Func<Func<decimal, string>, string> fr,
        Func<Func<decimal, string>, string> es
    ) => new(en(value => Number(value, Language.En)), fr(value => Number(value, Language.Fr)), es(value => Number(value, Language.Es)));
}
