using System.Globalization;
using System.Text.Json.Nodes;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Frame.Items;

/// <summary>The counts behind a share, as people type them: <c>45/120</c>.</summary>
internal static class ItemCounts
{
    /// <returns>Null where it is no two counts.</returns>
    public static JsonObject? Read(string text) =>
        TypedDigits.Plain(text).Split('/', StringSplitOptions.TrimEntries) is [var part, var whole]
        && decimal.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal numerator)
        && decimal.TryParse(whole, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal denominator)
        && new Ratio(numerator, denominator).IsSound
            ? new JsonObject { ["numerator"] = numerator, ["denominator"] = denominator }
            : null;

    public static decimal Percent(JsonObject counts) =>
        new Ratio(counts["numerator"]!.GetValue<decimal>(), counts["denominator"]!.GetValue<decimal>()).Percent;

    public static string? Show(JsonNode? counts) =>
        counts is JsonObject there ? $"{there["numerator"]?.ToJsonString()}/{there["denominator"]?.ToJsonString()}"
        : counts is JsonValue typed && typed.TryGetValue(out string? words) ? words
        : null;

    /// <summary>Names that were left open are none, and a baseline that was given by its counts has their share.</summary>
    public static void Settle(JsonObject item)
    {
        if (item["ratio"] is JsonObject names && names["numerator"] is null && names["denominator"] is null)
        {
            item["ratio"] = null;
        }

        if (item["baseline"] is JsonObject baseline && baseline["counts"] is JsonObject counts)
        {
            baseline["value"] ??= Percent(counts);
        }
    }
}
