using System.Text.Json.Nodes;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Frame.Items;

/// <summary>The counts behind a share, as people type them: <c>45/120</c>.</summary>
internal static class ItemCounts
{
    /// <returns>Null where it is no two counts.</returns>
    public static JsonObject? Read(string text) =>
        text.Split('/') is [var part, var whole]
        && TypedNumber.Read(part, mayBeNegative: false) is { } numerator
        && TypedNumber.Read(whole, mayBeNegative: false) is { } denominator
        && new Ratio(numerator, denominator).IsSound
            ? new JsonObject { ["numerator"] = numerator, ["denominator"] = denominator }
            : null;

    /// <returns>True where either could be two numbers.</returns>
    public static bool AreAmbiguous(string text) => text.Split('/') is [_, _] both && both.Any(TypedNumber.IsAmbiguous);

    public static decimal Percent(JsonObject counts) =>
        new Ratio(counts["numerator"]!.GetValue<decimal>(), counts["denominator"]!.GetValue<decimal>()).Percent;

    public static string? Show(JsonNode? counts) =>
        counts is JsonObject there ? $"{Number(there["numerator"])}/{Number(there["denominator"])}"
        : counts is JsonValue typed && typed.TryGetValue(out string? words) ? words
        : null;

    /// <returns>So that it is read as itself.</returns>
    public static string? Number(JsonNode? value) =>
        value is JsonValue number && number.TryGetValue(out decimal read) ? TypedNumber.Show(read) : value?.ToJsonString();

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
