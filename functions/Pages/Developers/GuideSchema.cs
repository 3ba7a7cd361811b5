using System.Text.Json.Nodes;

namespace ACip.Functions.Pages.Developers;

/// <summary>A schema of the API document: its members, with nested ones in dot notation, and an example.</summary>
public sealed record GuideSchema(string Name, IReadOnlyList<GuideMember> Members, string Example)
{
    private const int Deepest = 3;

    public static IEnumerable<GuideMember> MembersOf(JsonNode schema) => Walk(schema, "", 0);

    private static IEnumerable<GuideMember> Walk(JsonNode? schema, string before, int depth)
    {
        if (Part(schema, "properties") is not JsonObject members)
        {
            return Part(schema, "items") is { } items && depth < Deepest ? Walk(items, $"{before}[].", depth + 1) : [];
        }

        string[] needed = [.. (Part(schema, "required") as JsonArray ?? []).Select(one => $"{one}")];
        return members.SelectMany(member =>
            Inner(member.Value, before + member.Key, depth)
                .Prepend(new GuideMember(before + member.Key, KindOf(member.Value), needed.Contains(member.Key)))
        );
    }

    private static IEnumerable<GuideMember> Inner(JsonNode? schema, string name, int depth) =>
        depth >= Deepest ? []
        : Part(schema, "properties") is not null ? Walk(schema, $"{name}.", depth + 1)
        : Part(Part(schema, "items"), "properties") is not null ? Walk(Part(schema, "items"), $"{name}[].", depth + 1)
        : [];

    /// <summary>A shape may be <c>true</c>: anything.</summary>
    private static JsonNode? Part(JsonNode? schema, string name) => (schema as JsonObject)?[name];

    private static string KindOf(JsonNode? schema) =>
        schema switch
        {
            JsonObject when schema["enum"] is JsonArray values => string.Join(
                ", ",
                values.Where(one => one is not null).Select(one => $"{one}")
            ),
            JsonObject when schema["$ref"] is not null => "object",
            JsonObject when schema["type"] is JsonArray kinds => string.Join(", ", kinds.Select(one => $"{one}")),
            JsonObject when schema["type"] is { } kind => schema["format"] is { } format ? $"{kind}, {format}" : $"{kind}",
            _ => "any",
        };
}

public sealed record GuideMember(string Name, string Kind, bool Needed);

/// <summary>An example of a schema, filled with a value of each kind.</summary>
internal static class GuideExample
{
    private const int Deepest = 4;

    public static JsonNode? Of(JsonNode schema, JsonNode root, int depth = 0)
    {
        if (schema is not JsonObject shape || depth > Deepest || shape["$ref"] is not null)
        {
            return null;
        }

        return shape["enum"] is JsonArray { Count: > 0 } values ? values[0]?.DeepClone()
            : shape["properties"] is JsonObject members
                ? new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Of(member.Value!, root, depth + 1))))
            : shape["items"] is { } items ? new JsonArray(Of(items, root, depth + 1))
            : Scalar(shape["type"] is JsonArray kinds ? (string)kinds[0]! : (string?)shape["type"], (string?)shape["format"]);
    }

    private static JsonNode? Scalar(string? kind, string? format) =>
        (kind, format) switch
        {
            ("string", "date") => "2026-03-31",
            ("string", "date-time") => "2026-03-31T12:00:00+00:00",
            ("string", _) => "…",
            ("integer" or "number", _) => 1,
            ("boolean", _) => true,
            ("object", _) => new JsonObject(),
            _ => null,
        };
}
