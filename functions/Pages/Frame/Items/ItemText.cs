using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Workflows.Languages;
using ACip.Workflows.Serialization;

namespace ACip.Functions.Pages.Frame.Items;

/// <summary>An item as people type it, and back. What cannot be read stands in the item as it was typed, and whoever reads the item says
/// what is wrong with it.</summary>
internal static class ItemText
{
    /// <summary>Changes exactly when the item does. A blank field and one that is not there are the same.</summary>
    public static string Tag(JsonObject item) => CanonicalJson.Sha256(CanonicalJson.Write(Present(item)))[..16];

    private static JsonNode Present(JsonNode value) =>
        value switch
        {
            JsonObject some => new JsonObject(
                some.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Key, (JsonNode?)Present(one.Value!)))
            ),
            JsonArray some => new JsonArray([.. some.Select(one => one is null ? null : Present(one))]),
            _ => value.DeepClone(),
        };

    public static string Show(JsonObject item, ItemField field) =>
        At(item, field.Path) is not { } value
            ? field.Kind == ItemFieldKind.YesNo
                ? "false"
                : ""
            : field.Kind switch
            {
                ItemFieldKind.Several => string.Join(", ", value.AsArray().Select(one => one!.GetValue<string>())),
                ItemFieldKind.Texts => string.Join("; ", value.AsArray().Select(one => one!.GetValue<string>())),
                ItemFieldKind.Wholes => string.Join(", ", value.AsArray().Select(one => one!.ToJsonString())),
                ItemFieldKind.Dimensions => string.Join(
                    "; ",
                    value
                        .AsArray()
                        .Select(one =>
                            $"{one!["code"]}: {string.Join(", ", one["groups"]!.AsArray().Select(group => group!.GetValue<string>()))}"
                        )
                ),
                ItemFieldKind.Targets => string.Join(
                    '\n',
                    value
                        .AsArray()
                        .Select(one =>
                            $"{one!["by"]}: {ItemCounts.Show(one["counts"]) ?? one["value"]?.ToJsonString() ?? one["narrative"]?.GetValue<string>()}"
                        )
                ),
                ItemFieldKind.Counts => ItemCounts.Show(value) ?? "",
                _ => value is JsonValue text && text.TryGetValue(out string? words) ? words : value.ToJsonString(),
            };

    /// <param name="was">What stands, so that what the form does not show is kept; empty for a new item.</param>
    public static JsonObject Read(JsonObject was, IReadOnlyList<ItemField> fields, Func<string, string> typed)
    {
        JsonObject item = was.DeepClone().AsObject();
        foreach (ItemField field in fields)
        {
            Put(item, field.Path, Read(field, typed(field.Path).Trim()));
        }

        ItemCounts.Settle(item);
        return item;
    }

    /// <returns>The first choice that the form does not offer; what stands may stay.</returns>
    public static ItemField? Unoffered(JsonObject was, IReadOnlyList<ItemField> fields, Func<string, string> typed) =>
        fields.FirstOrDefault(field =>
            typed(field.Path).Trim() is { Length: > 0 } chosen
            && field.Kind switch
            {
                ItemFieldKind.YesNo => chosen is not ("true" or "false"),
                ItemFieldKind.Choice => chosen != Show(was, field) && field.Choices!.All(choice => choice.Value != chosen),
                _ => false,
            }
        );

    private static JsonNode? Read(ItemField field, string text) =>
        field.Kind switch
        {
            ItemFieldKind.YesNo => text == "true",
            ItemFieldKind.Several => List(text, ',', one => one),
            ItemFieldKind.Texts => List(text, ';', one => one),
            ItemFieldKind.Wholes => List(text, ',', Number),
            ItemFieldKind.Dimensions => List(
                text,
                ';',
                one =>
                    one.Split(':', 2) is [var code, var groups]
                        ? new JsonObject { ["code"] = code.Trim(), ["groups"] = List(groups, ',', group => group) }
                        : one
            ),
            ItemFieldKind.Targets => List(text, '\n', Target),
            _ when text.Length == 0 && field.Optional => null,
            ItemFieldKind.Counts => (JsonNode?)ItemCounts.Read(text) ?? JsonValue.Create(text),
            ItemFieldKind.Number or ItemFieldKind.Whole => Number(text),
            _ => text,
        };

    private static JsonArray List(string text, char between, Func<string, JsonNode?> read) =>
        [.. text.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(read)];

    private static JsonNode Target(string line)
    {
        if (line.Split(':', 2, StringSplitOptions.TrimEntries) is not [var by, var what])
        {
            return line;
        }

        if (ItemCounts.Read(what) is { } counts)
        {
            return new JsonObject
            {
                ["by"] = by,
                ["value"] = ItemCounts.Percent(counts),
                ["counts"] = counts,
            };
        }

        JsonNode value = Number(what);
        return value.GetValueKind() == JsonValueKind.Number
            ? new JsonObject { ["by"] = by, ["value"] = value }
            : new JsonObject
            {
                ["by"] = by,
                ["value"] = null,
                ["narrative"] = what,
            };
    }

    /// <summary>With a point or a comma for the fraction, and nothing between thousands.</summary>
    private static JsonNode Number(string text) =>
        decimal.TryParse(
            TypedDigits.Plain(text) is var plain && plain.Contains('.', StringComparison.Ordinal) ? plain : plain.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out decimal number
        )
            ? JsonValue.Create(number)
            : JsonValue.Create(text);

    private static JsonNode? At(JsonObject item, string path) =>
        path.Split('/').Aggregate((JsonNode?)item, (node, name) => node is JsonObject there ? there[name] : null);

    private static void Put(JsonObject item, string path, JsonNode? value)
    {
        string[] names = path.Split('/');
        JsonObject there = item;
        foreach (string name in names[..^1])
        {
            if (there[name] is not JsonObject next)
            {
                there[name] = next = [];
            }

            there = next;
        }

        there[names[^1]] = value;
    }
}
