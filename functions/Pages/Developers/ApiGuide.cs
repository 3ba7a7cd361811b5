using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Functions.OpenApi;

namespace ACip.Functions.Pages.Developers;

/// <summary>The OpenAPI document in readable form: operations by capability, schemas by name. It is generated from the document itself, so
/// the two cannot differ.</summary>
internal static class ApiGuide
{
    private static readonly Lazy<JsonObject> Read = new(ApiDocument.Write);

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IReadOnlyList<GuideOperation> Operations { get; } =
    [
        .. from path in Read.Value["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        select GuideOperation.Of(path.Key, method.Key.ToUpperInvariant(), method.Value!),
    ];

    public static IReadOnlyList<string> Schemas { get; } =
    [.. Read.Value["components"]!["schemas"]!.AsObject().Select(schema => schema.Key).Order(StringComparer.Ordinal)];

    public static IEnumerable<GuideOperation> Of(ApiCapability capability) =>
        Operations.Where(operation => operation.Capability == capability.Key);

    public static GuideSchema? Schema(string name) =>
        Read.Value["components"]!["schemas"]!.AsObject().TryGetPropertyValue(name, out JsonNode? schema) && schema is not null
            ? new GuideSchema(name, [.. GuideSchema.MembersOf(schema)], Write(GuideExample.Of(schema, schema)))
            : null;

    public static string Write(JsonNode? json) => json?.ToJsonString(Indented) ?? "null";
}

public sealed record GuideOperation(
    string Id,
    string Capability,
    string Method,
    string Path,
    string Summary,
    string? Caller,
    IReadOnlyList<GuideParameter> Parameters,
    string? Sent,
    string? Answered,
    IReadOnlyList<(string Status, string Words)> Statuses
)
{
    public static GuideOperation Of(string path, string method, JsonNode operation) =>
        new(
            (string)operation["operationId"]!,
            (string)operation["tags"]![0]!,
            method,
            path,
            (string)operation["summary"]!,
            operation["security"]!.AsArray().FirstOrDefault()?.AsObject().First().Key,
            [.. operation["parameters"]!.AsArray().Select(one => GuideParameter.Of(one!))],
            NameIn(operation["requestBody"]?["content"]),
            NameIn(operation["responses"]!["200"]!["content"]),
            [.. operation["responses"]!.AsObject().Select(one => (one.Key, (string)one.Value!["description"]!))]
        );

    /// <summary>As somebody would try it.</summary>
    public string Example
    {
        get
        {
            List<string> lines = [$"{Method} {Path}"];
            if (Sent is not null)
            {
                lines.Add("Content-Type: application/json");
            }

            lines.AddRange(Parameters.Where(one => one.Needed && one.In == "header").Select(one => $"{one.Name}: \"…\""));
            return string.Join('\n', lines);
        }
    }

    private static string? NameIn(JsonNode? content) => ((string?)content?["application/json"]?["schema"]?["$ref"])?.Split('/')[^1];
}

public sealed record GuideParameter(string Name, string In, string Kind, bool Needed, string? Words)
{
    public static GuideParameter Of(JsonNode parameter)
    {
        JsonNode schema = parameter["schema"]!;
        return new(
            (string)parameter["name"]!,
            (string)parameter["in"]!,
            schema["enum"] is JsonArray values ? string.Join(", ", values.Select(value => (string)value!))
                : schema["maximum"] is { } most ? $"{schema["type"]}, {schema["minimum"]} – {most}"
                : (string)schema["type"]!,
            (bool)parameter["required"]!,
            (string?)parameter["description"]
        );
    }
}
