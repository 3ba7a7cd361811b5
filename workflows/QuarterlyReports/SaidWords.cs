using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports;

/// <summary>An answer in a reader's language: value with unit, groups, day or reason. Nothing that was said is left out.</summary>
public static class SaidWords
{
    /// <param name="item">Null where it is asked for no longer.</param>
    public static string Of(SaidAnswer said, FormItem? item, Language language)
    {
        var dates = new DateWords(language, "Etc/UTC");
        string value = said switch
        {
            { Status: { } status } => OfStatus(status, said, dates, language),
            { MissingReason: { } reason } => Texts.NoValueReason(reason: reason).In(language),
            { Value: not null, Counts.Total: { } counts } => counts.WithPercent(language),
            { Value: { } number } => WithUnit(Number(number, language), item),
            { Reached: true, Date: { } day } => Texts.YesSinceDay(day: dates.Day(day)).In(language),
            { Reached: { } reached } => (reached ? Texts.Yes : Texts.No).In(language),
            { Date: { } date } => dates.Day(date),
            _ => said.Narrative ?? "",
        };
        string groups = string.Join(
            ", ",
            InOrder(said.Groups, item)
                .Select(group =>
                    $"{GroupWords.Label(group.Key, language)}: {said.Counts?.Of(group.Key)?.WithPercent(language) ?? Number(group.Value, language)}"
                )
        );
        return groups.Length == 0 ? value
            : value.Length == 0 ? groups
            : $"{value} ({groups})";
    }

    private static string OfStatus(ItemStatus status, SaidAnswer said, DateWords dates, Language language)
    {
        string word = status.Label().In(language);
        string dated = said.Date is { } day ? $"{word}, {dates.Day(day)}" : word;
        return said.Narrative is { Length: > 0 } why ? $"{dated}{language.Culture.FirmColon} {why}" : dated;
    }

    /// <summary>In the order of the form.</summary>
    private static IEnumerable<KeyValuePair<string, decimal>> InOrder(IReadOnlyDictionary<string, decimal> groups, FormItem? item) =>
        item?.Groups is { } form
            ? groups.OrderBy(group => Enumerable.Range(0, form.Count).FirstOrDefault(at => form[at] == group.Key, form.Count))
            : groups;

    private static string WithUnit(string number, FormItem? item) =>
        item is null ? number
        : item.Kind == FormItemKind.Percentage ? $"{number} %"
        : string.IsNullOrWhiteSpace(item.Unit) ? number
        : $"{number} {item.Unit}";

    private static string Number(decimal number, Language language) => Figures.Typed(number, language);
}
