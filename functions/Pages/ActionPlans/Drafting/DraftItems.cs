using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.Languages;
using ACip.Workflows.Serialization;

namespace ACip.Functions.Pages.ActionPlans.Drafting;

/// <summary>A section's items as people type them, and back. What cannot be read stands in the item as it was typed, and the plan's own
/// reading says what is wrong with it.</summary>
internal static class DraftItems
{
    /// <summary>In place of a code: an item that is not there yet.</summary>
    public const string New = "new";

    /// <returns>Null where the section has no such item; an empty one for <see cref="New"/>.</returns>
    public static JsonObject? Find(ActionPlan plan, string section, string code)
    {
        JsonElement all = DraftSections.Of(plan, section);
        return section == DraftSections.Header ? JsonNode.Parse(all.GetRawText())!.AsObject()
            : code == New ? []
            : all.EnumerateArray().FirstOrDefault(item => item.GetProperty("code").GetString() == code)
                is { ValueKind: JsonValueKind.Object } found
                ? JsonNode.Parse(found.GetRawText())!.AsObject()
            : null;
    }

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

    /// <summary>The section with the item in the place of the one of that code, or at its end; null: without it.</summary>
    public static JsonElement With(ActionPlan plan, string section, string code, JsonObject? item)
    {
        if (section == DraftSections.Header)
        {
            return JsonSerializer.SerializeToElement(item);
        }

        var list = new JsonArray();
        bool placed = false;
        foreach (JsonNode? one in JsonNode.Parse(DraftSections.Of(plan, section).GetRawText())!.AsArray())
        {
            bool isIt = one!["code"]!.GetValue<string>() == code;
            placed |= isIt;
            if (!isIt || item is not null)
            {
                list.Add(isIt ? item!.DeepClone() : one.DeepClone());
            }
        }

        if (!placed && item is not null)
        {
            list.Add(item.DeepClone());
        }

        return JsonSerializer.SerializeToElement(list);
    }

    public static string Show(JsonObject item, DraftField field) =>
        At(item, field.Path) is not { } value
            ? field.Kind == DraftFieldKind.YesNo
                ? "false"
                : ""
            : field.Kind switch
            {
                DraftFieldKind.Several => string.Join(", ", value.AsArray().Select(one => one!.GetValue<string>())),
                DraftFieldKind.Texts => string.Join("; ", value.AsArray().Select(one => one!.GetValue<string>())),
                DraftFieldKind.Wholes => string.Join(", ", value.AsArray().Select(one => one!.ToJsonString())),
                DraftFieldKind.Dimensions => string.Join(
                    "; ",
                    value
                        .AsArray()
                        .Select(one =>
                            $"{one!["code"]}: {string.Join(", ", one["groups"]!.AsArray().Select(group => group!.GetValue<string>()))}"
                        )
                ),
                DraftFieldKind.Targets => string.Join(
                    '\n',
                    value
                        .AsArray()
                        .Select(one =>
                            $"{one!["by"]}: {DraftCounts.Show(one["counts"]) ?? one["value"]?.ToJsonString() ?? one["narrative"]?.GetValue<string>()}"
                        )
                ),
                DraftFieldKind.Counts => DraftCounts.Show(value) ?? "",
                _ => value is JsonValue text && text.TryGetValue(out string? words) ? words : value.ToJsonString(),
            };

    /// <param name="was">What stands, so that what the form does not show is kept; empty for a new item.</param>
    public static JsonObject Read(JsonObject was, IReadOnlyList<DraftField> fields, Func<string, string> typed)
    {
        JsonObject item = was.DeepClone().AsObject();
        foreach (DraftField field in fields)
        {
            Put(item, field.Path, Read(field, typed(field.Path).Trim()));
        }

        DraftCounts.Settle(item);
        if (item["donorLink"] is JsonObject link)
        {
            item["donorLink"] =
                link["agreement"] is null && link["indicator"] is null ? null
                : link["factor"] is null ? Unit(link)
                : link.DeepClone();
        }

        if (fields.Any(field => field.Path == "sensitive"))
        {
            item["revision"] ??= 1;
        }

        return item;
    }

    /// <returns>The first choice that the form does not offer; what stands may stay.</returns>
    public static DraftField? Unoffered(JsonObject was, IReadOnlyList<DraftField> fields, Func<string, string> typed) =>
        fields.FirstOrDefault(field =>
            typed(field.Path).Trim() is { Length: > 0 } chosen
            && field.Kind switch
            {
                DraftFieldKind.YesNo => chosen is not ("true" or "false"),
                DraftFieldKind.Choice => chosen != Show(was, field) && field.Choices!.All(choice => choice.Value != chosen),
                _ => false,
            }
        );

    private static JsonObject Unit(JsonObject link)
    {
        JsonObject whole = link.DeepClone().AsObject();
        whole["factor"] = 1m;
        return whole;
    }

    private static JsonNode? Read(DraftField field, string text) =>
        field.Kind switch
        {
            DraftFieldKind.YesNo => text == "true",
            DraftFieldKind.Several => List(text, ',', one => one),
            DraftFieldKind.Texts => List(text, ';', one => one),
            DraftFieldKind.Wholes => List(text, ',', Number),
            DraftFieldKind.Dimensions => List(
                text,
                ';',
                one =>
                    one.Split(':', 2) is [var code, var groups]
                        ? new JsonObject { ["code"] = code.Trim(), ["groups"] = List(groups, ',', group => group) }
                        : one
            ),
            DraftFieldKind.Targets => List(text, '\n', Target),
            _ when text.Length == 0 && field.Optional => null,
            DraftFieldKind.Counts => (JsonNode?)DraftCounts.Read(text) ?? JsonValue.Create(text),
            DraftFieldKind.Number or DraftFieldKind.Whole => Number(text),
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

        if (DraftCounts.Read(what) is { } counts)
        {
            return new JsonObject
            {
                ["by"] = by,
                ["value"] = DraftCounts.Percent(counts),
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
