using System.Globalization;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Tasks;

/// <summary>The fields of a report's page: their names, and how earlier answers appear in them.</summary>
public static class FormFields
{
    /// <summary>The field for the reason why there is nothing to report at all.</summary>
    public const string Nil = "nil";

    public static string Value(FormItem item) => $"v.{item.Code}";

    /// <summary>The field for the day on which a benchmark was reached.</summary>
    public static string Day(FormItem item) => $"d.{item.Code}";

    /// <summary>The field for the sentence about the status of a result or an activity.</summary>
    public static string Why(FormItem item) => $"w.{item.Code}";

    public static string Missing(FormItem item) => $"m.{item.Code}";

    public static string Group(FormItem item, int index) => string.Create(CultureInfo.InvariantCulture, $"g.{item.Code}.{index}");

    public static IEnumerable<string> Of(FormItem item) =>
        [
            Value(item),
            .. item.Kind is FormItemKind.YesNo or FormItemKind.ActivityStatus ? [Day(item)] : Array.Empty<string>(),
            .. IsStatus(item) ? [Why(item)] : Array.Empty<string>(),
            .. Enumerable.Range(0, item.Groups?.Count ?? 0).Select(index => Group(item, index)),
            Missing(item),
        ];

    public static bool IsStatus(FormItem item) => ItemStatuses.For(item.Kind).Count > 0;

    public static IReadOnlySet<string> All(IReadOnlyList<FormItem> items) =>
        items.SelectMany(Of).Append(Nil).Append(TypedSince.Field).ToHashSet(StringComparer.Ordinal);

    /// <summary>What stands in a report for each of its items.</summary>
    /// <param name="known">True: confidential ones are shown as well.</param>
    public static IReadOnlyList<StandingPart> Parts(
        IReadOnlyList<FormItem> items,
        IReadOnlyDictionary<string, ReportEntry> entries,
        Language language,
        bool known
    ) =>
        [
            .. from item in items
            let entry = entries.GetValueOrDefault(item.Code)
            select new StandingPart(
                item.Code,
                [.. Of(item)],
                Of(item, entry, language),
                entry is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{entry.At.UtcTicks}-{entry.Order}"),
                known || !item.Sensitive
            ),
        ];

    /// <summary>How an entry appears in the fields. Typing the same again is no new answer.</summary>
    public static IReadOnlyDictionary<string, string> Of(FormItem item, ReportEntry? entry, Language language)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (entry is null)
        {
            return fields;
        }

        Put(Missing(item), entry.MissingReason);
        Put(
            Value(item),
            entry switch
            {
                { Status: { } status } => status.ToString(),
                { Value: not null, Counts.Total: { } counts } => counts.In(language),
                { Value: { } value } => Number(value, language),
                { Reached: { } reached } => reached ? "yes" : "no",
                { Date: { } date } => Iso(date),
                _ => entry.Narrative,
            }
        );
        Put(Why(item), entry.Status is null ? null : entry.Narrative);
        if (item.Kind is FormItemKind.YesNo or FormItemKind.ActivityStatus)
        {
            Put(Day(item), entry.Date is { } day ? Iso(day) : null);
        }

        for (int index = 0; index < (item.Groups?.Count ?? 0); index++)
        {
            string group = item.Groups![index];
            string? number = entry.Groups.TryGetValue(group, out decimal value) ? Number(value, language) : null;
            Put(Group(item, index), entry.Counts?.Of(group)?.In(language) ?? number);
        }

        return fields;

        void Put(string field, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                fields[field] = text;
            }
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(decimal value, Language language) => Figures.Typed(value, language);
}
