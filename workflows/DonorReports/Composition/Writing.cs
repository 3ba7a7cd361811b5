using System.Globalization;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>Numbers and dates as written in a language, without the machine's culture data: those differ between machines, and a report
/// must not.</summary>
internal static class Writing
{
    /// <param name="decimals">Fewest decimals, so that a column of numbers reads as one.</param>
    public static string Number(decimal value, Language language, int decimals = 0) => Languages.Figures.InPrint(value, language, decimals);

    public static string Percent(decimal value, Language language, int decimals = 0) =>
        language.Entry.Percent.Replace("{0}", Number(value, language, decimals), StringComparison.Ordinal);

    /// <returns>A number; a share with its counts, where they are known: 37.5% (45/120).</returns>
    public static string Share(decimal value, Ratio? counts, Language language) =>
        counts is null
            ? Number(value, language)
            : $"{Percent(value, language)} ({Number(counts.Numerator, language)}/{Number(counts.Denominator, language)})";

    /// <summary>For machines: a point, no grouping, no zeros at the end.</summary>
    public static string Plain(decimal value) => Languages.Figures.Plain(value);

    public static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Plain(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Day(DateOnly day, Language language) => new DateWords(language, "UTC").Day(day);

    /// <summary>For machines and narrow columns: 2025-12-31.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
