using System.Globalization;
using System.Text.Json.Nodes;

namespace ACip.Tests.Faults.Auditor.Json;

/// <summary>Members of stored JSON by their names. What is absent is null, empty or none.</summary>
internal static class Members
{
    public static JsonObject? Part(this JsonNode? from, string name) => from?[name] as JsonObject;

    public static IReadOnlyList<JsonNode> List(this JsonNode? from, string name) =>
        from?[name] is JsonArray items ? [.. items.OfType<JsonNode>()] : [];

    public static IReadOnlyList<string> Texts(this JsonNode? from, string name) =>
        [.. from.List(name).Select(item => item.GetValue<string>())];

    public static string? Text(this JsonNode? from, string name) => from?[name]?.GetValue<string>();

    public static decimal? Number(this JsonNode? from, string name) => from?[name]?.GetValue<decimal>();

    public static int Count(this JsonNode? from, string name) => (int)(from.Number(name) ?? 0);

    public static bool Is(this JsonNode? from, string name) => from?[name]?.GetValue<bool>() == true;

    public static DateTimeOffset? Instant(this JsonNode? from, string name) =>
        from.Text(name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    public static IEnumerable<KeyValuePair<string, JsonNode?>> Entries(this JsonNode? from, string name) => from.Part(name) ?? [];
}
