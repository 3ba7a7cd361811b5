using System.Globalization;
using System.Text.Json.Serialization;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Programme;

/// <summary>The two counts behind a share: 45 of 120. Shares are only ever added by their counts, because a mean of shares would give a
/// post of ten officers the weight of one with a thousand.</summary>
public sealed record Ratio(decimal Numerator, decimal Denominator)
{
    /// <summary>In per cent, to four decimals: 37.5 for 45 of 120.</summary>
    [JsonIgnore]
    public decimal Percent => Math.Round(100 * Numerator / Denominator, 4, MidpointRounding.AwayFromZero) / 1.0000m;

    /// <summary>False if they cannot be the counts of a part and its whole.</summary>
    [JsonIgnore]
    public bool IsSound => Numerator >= 0 && Denominator > 0;

    /// <summary>True if a share given beside the counts agrees with them, whether rounded to a whole, a tenth or a hundredth.</summary>
    public bool IsAbout(decimal percent) => Math.Abs(percent - Percent) <= 0.5m;

    public static Ratio operator +(Ratio one, Ratio other) => one.Plus(other);

    public Ratio Plus(Ratio other) => new(Numerator + other.Numerator, Denominator + other.Denominator);

    /// <returns>All counts together; null where one is not known, or there are none: then there is no share of them all.</returns>
    public static Ratio? Sum(IEnumerable<Ratio?> ratios)
    {
        Ratio? sum = null;
        foreach (Ratio? one in ratios)
        {
            if (one is null)
            {
                return null;
            }

            sum = sum is null ? one : sum + one;
        }

        return sum;
    }

    /// <summary><c>45/120</c>, in a form that can be read back.</summary>
    public string In(Language language) => $"{Plain(Numerator, language)}/{Plain(Denominator, language)}";

    /// <summary><c>37.5 % (45/120)</c>.</summary>
    public string WithPercent(Language language) =>
        $"{Plain(Math.Round(Percent, 2, MidpointRounding.AwayFromZero), language)} % ({In(language)})";

    private static string Plain(decimal number, Language language)
    {
        string text = number.ToString("0.############", CultureInfo.InvariantCulture);
        // three decimals would be read as thousands
        bool looksLikeThousands = text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point && text.Length - point - 1 == 3;
        return (language == Language.En ? text : text.Replace('.', ',')) + (looksLikeThousands ? "0" : "");
    }
}

/// <summary>The names of a share's two counts: officers trained, of officers in post.</summary>
public sealed record RatioNames(string Numerator, string Denominator);
