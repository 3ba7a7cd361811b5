using System.Collections.Concurrent;

namespace ACip.Workflows.Languages;

/// <summary>How a language writes dates, lists and plurals: Cultures/TAG.json instead of the machine's culture data, so that every machine
/// gives the same result.</summary>
/// <param name="Weekdays">From Sunday.</param>
/// <param name="FirstDay">How the first of a month is written; null: like any other.</param>
/// <param name="DayAndMonth">{day} {month}.</param>
/// <param name="Day">{dayAndMonth} {year}.</param>
/// <param name="Range">{first} to {last}.</param>
/// <param name="Time">As .NET formats it: HH:mm.</param>
/// <param name="Moment">{weekday} {day}, {time} ({place}).</param>
/// <param name="Colon">What ends words that introduce something; with its space, where the language has one.</param>
/// <param name="SpacedSigns">Signs before which a line must not end, though a space stands there.</param>
/// <param name="ListOfTwo">{0} and {1}.</param>
/// <param name="ListEnd">{0} and {1}: before the last of more than two.</param>
/// <param name="Plurals">By category, CLDR's condition; what meets none is other.</param>
/// <param name="Alphabet">Its letters in order; null: that of English, accents aside.</param>
internal sealed record Culture(
    IReadOnlyList<string> Months,
    IReadOnlyList<string> Weekdays,
    string? FirstDay,
    string DayAndMonth,
    string Day,
    string Range,
    string Time,
    string Moment,
    string Colon,
    string SpacedSigns,
    string ListOfTwo,
    string ListEnd,
    IReadOnlyDictionary<string, string> Plurals,
    string? Alphabet
)
{
    /// <summary>Between the items of a list, with its space.</summary>
    public string Comma { get; init; } = ", ";

    /// <summary>Between parts that may hold commas themselves.</summary>
    public string Semicolon { get; init; } = "; ";

    private static readonly ConcurrentDictionary<string, Culture> Read = new(StringComparer.OrdinalIgnoreCase);

    public static Culture Of(string tag) =>
        Read.GetOrAdd(tag, static tag => LanguageFile.Read<Culture>($"Languages/Cultures/{tag}.json") ?? Of(Language.En.Tag));

    /// <summary>The colon with a non-breaking space, so that no line ends before it.</summary>
    public string FirmColon => Colon.Replace(' ', '\u00A0');

    /// <summary>For HTML: replaces spaces before French punctuation by non-breaking ones, so that on a phone no line begins with a
    /// sign.</summary>
    public string Firm(string words) =>
        SpacedSigns.Length == 0
            ? words
            : SpacedSigns
                .Aggregate(words, (text, sign) => text.Replace($" {sign}", $"\u00A0{sign}", StringComparison.Ordinal))
                .Replace("« ", "«\u00A0", StringComparison.Ordinal);

    public Collation Order { get; } = new(Alphabet);

    public string PluralOf(decimal count) => Plurals.FirstOrDefault(rule => PluralRule.Holds(rule.Value, count)).Key ?? "other";

    /// <summary>One, two; one, two and three.</summary>
    public string List(IReadOnlyList<string> items) =>
        items.Count switch
        {
            0 => "",
            1 => items[0],
            2 => string.Format(null, ListOfTwo, items[0], items[1]),
            _ => string.Format(null, ListEnd, string.Join(Comma, items.SkipLast(1)), items[^1]),
        };
}
