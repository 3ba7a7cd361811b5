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
                ItemFieldKind.Wholes => string.Join(", ", value.AsArray().Select(one => Plain(one!))),
                ItemFieldKind.Dimensions => string.Join(
                    "; ",
                    value
                        .AsArray()
                        .Select(one =>
                            one is JsonObject
                                ? $"{one["code"]}: {string.Join(", ", one["groups"]!.AsArray().Select(group => group!.GetValue<string>()))}"
                                : Plain(one!)
                        )
                ),
                ItemFieldKind.Targets => string.Join('\n', value.AsArray().Select(one => ItemTargets.Line(one!))),
                ItemFieldKind.Counts => ItemCounts.Show(value) ?? "",
                _ => Plain(value),
            };

    /// <summary>As it was typed, where it could not be read.</summary>
    private static string Plain(JsonNode value) =>
        value is JsonValue text && text.TryGetValue(out string? words) ? words : value.ToJsonString();

    /// <param name="was">What stands, so that what the form does not show is kept, and what it shows of a field that nobody touched; empty
    /// for a new item.</param>
    public static JsonObject Read(JsonObject was, IReadOnlyList<ItemField> fields, Func<string, string> typed)
    {
        JsonObject item = was.DeepClone().AsObject();
        foreach (ItemField field in fields)
        {
            string text = typed(field.Path).Trim();
            if (was.Count == 0 || !IsAsShown(was, field, text))
            {
                Put(item, field.Path, Read(field, text, At(was, field.Path) as JsonArray));
            }
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

    /// <returns>The first field with a number that could be two: it is asked back, and never guessed.</returns>
    public static ItemField? Ambiguous(JsonObject was, IReadOnlyList<ItemField> fields, Func<string, string> typed) =>
        fields.FirstOrDefault(field =>
            field.Kind switch
            {
                ItemFieldKind.Number or ItemFieldKind.Whole => TypedNumber.IsAmbiguous(typed(field.Path))
                    && !IsAsShown(was, field, typed(field.Path).Trim()),
                ItemFieldKind.Counts => ItemCounts.AreAmbiguous(typed(field.Path)) && !IsAsShown(was, field, typed(field.Path).Trim()),
                ItemFieldKind.Targets => ItemTargets.AreAmbiguous(typed(field.Path)) && !IsAsShown(was, field, typed(field.Path).Trim()),
                _ => false,
            }
        );

    /// <summary>Nobody touched the field. Boxes come back in the order of the form, and a browser drops line ends of a field of one
    /// line.</summary>
    private static bool IsAsShown(JsonObject was, ItemField field, string text) =>
        field.Kind switch
        {
            ItemFieldKind.Several => Chosen(Show(was, field)).ToHashSet().SetEquals(Chosen(text)),
            ItemFieldKind.Lines or ItemFieldKind.Targets => WithEnds(Show(was, field), "\n") == WithEnds(text, "\n"),
            _ => WithEnds(Show(was, field), "") == WithEnds(text, ""),
        };

    private static string WithEnds(string text, string lineEnd) => text.ReplaceLineEndings(lineEnd).Trim();

    private static string[] Chosen(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The first of several may count for more than others, so those that stand keep their order.</summary>
    private static JsonArray Several(JsonArray? stands, string[] chosen)
    {
        string[] kept = [.. (stands ?? []).Select(one => one!.GetValue<string>()).Where(chosen.Contains)];
        return [.. kept.Union(chosen).Select(one => (JsonNode?)one)];
    }

    private static JsonNode? Read(ItemField field, string text, JsonArray? stands) =>
        field.Kind switch
        {
            ItemFieldKind.YesNo => text == "true",
            ItemFieldKind.Several => Several(stands, Chosen(text)),
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
            ItemFieldKind.Targets => ItemTargets.Read(text, stands),
            _ when text.Length == 0 && field.Optional => null,
            ItemFieldKind.Counts => (JsonNode?)ItemCounts.Read(text) ?? JsonValue.Create(text),
            ItemFieldKind.Number or ItemFieldKind.Whole => Number(text),
            _ => text,
        };

    private static JsonArray List(string text, char between, Func<string, JsonNode?> read) =>
        [.. text.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(read)];

    private static JsonNode Number(string text) => TypedNumber.Read(text) is { } number ? JsonValue.Create(number) : JsonValue.Create(text);

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
