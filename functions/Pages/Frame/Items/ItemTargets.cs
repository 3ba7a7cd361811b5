using System.Text.Json.Nodes;
using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.Frame.Items;

/// <summary>Targets as people type them, a line each, and back.</summary>
internal static class ItemTargets
{
    public static string Line(JsonNode target) =>
        target is JsonValue typed && typed.TryGetValue(out string? unread)
            ? unread
            : $"{target["by"]}: {Shown(target) ?? target["narrative"]?.GetValue<string>()}".ReplaceLineEndings(" ").Trim();

    private static string? Shown(JsonNode target) => ItemCounts.Show(target["counts"]) ?? ItemCounts.Number(target["value"]);

    /// <param name="stands">A line that nobody touched is the target that stands; a number put for another keeps the words beside it, which
    /// a line does not show.</param>
    public static JsonArray Read(string text, JsonArray? stands)
    {
        List<JsonNode> left = [.. (stands ?? []).OfType<JsonNode>()];
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        JsonNode?[] kept = [.. lines.Select(line => Take(left, one => Line(one) == line)?.DeepClone())];
        return [.. lines.Select((line, at) => kept[at] ?? Target(line, left))];
    }

    /// <returns>True where a number could be two.</returns>
    public static bool AreAmbiguous(string text) =>
        text.Split('\n')
            .Any(line => line.Split(':', 2) is [_, var what] && (TypedNumber.IsAmbiguous(what) || ItemCounts.AreAmbiguous(what)));

    private static JsonNode? Take(List<JsonNode> left, Predicate<JsonNode> which)
    {
        int at = left.FindIndex(which);
        if (at < 0)
        {
            return null;
        }

        JsonNode found = left[at];
        left.RemoveAt(at);
        return found;
    }

    private static JsonNode Target(string line, List<JsonNode> left)
    {
        if (line.Split(':', 2, StringSplitOptions.TrimEntries) is not [var by, var what])
        {
            return line;
        }

        JsonNode? before = Take(left, one => one is JsonObject && one["by"]?.ToString() == by);
        JsonObject? counts = ItemCounts.Read(what);
        if ((counts is null ? TypedNumber.Read(what) : ItemCounts.Percent(counts)) is not { } value)
        {
            return new JsonObject
            {
                ["by"] = by,
                ["value"] = null,
                ["narrative"] = what,
            };
        }

        var target = new JsonObject { ["by"] = by, ["value"] = value };
        if (before?["value"] is not null && before["narrative"] is { } words)
        {
            target["narrative"] = words.DeepClone();
        }

        if (counts is not null)
        {
            target["counts"] = counts;
        }

        return target;
    }
}
