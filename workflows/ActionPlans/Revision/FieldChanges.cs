using System.Text.Json;
using ACip.Workflows.Serialization;

namespace ACip.Workflows.ActionPlans.Revision;

/// <summary>Compares two JSON objects of the same kind, so that new fields of a record are compared without further code.</summary>
internal static class FieldChanges
{
    // rows of these lists are recognised by a field of theirs, not by their place
    private static readonly string[] Keys = ["by", "code"];

    public static IReadOnlyList<FieldChange> Between(JsonElement before, JsonElement after)
    {
        var was = Flatten(before);
        var now = Flatten(after);
        return
        [
            .. was
                .Keys.Union(now.Keys)
                .Select(field => new FieldChange(field, was.GetValueOrDefault(field), now.GetValueOrDefault(field)))
                .Where(change => change.Before != change.After),
        ];
    }

    private static Dictionary<string, string> Flatten(JsonElement value)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(fields, "", value);
        return fields;
    }

    private static void Add(Dictionary<string, string> fields, string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    Add(fields, path.Length == 0 ? property.Name : $"{path}/{property.Name}", property.Value);
                }

                break;
            case JsonValueKind.Array when value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.Object:
                foreach (JsonElement row in value.EnumerateArray())
                {
                    Add(fields, Free(fields, $"{path}/{Key(row)}"), row);
                }

                break;
            case JsonValueKind.Array when value.GetArrayLength() > 0:
                fields[path] = string.Join(", ", value.EnumerateArray().Select(Text));
                break;
            case JsonValueKind.Array:
                break;
            default:
                fields[path] = Text(value);
                break;
        }
    }

    private static string Key(JsonElement row) =>
        Keys.Select(key => row.TryGetProperty(key, out JsonElement value) ? value.GetString() : null).FirstOrDefault(key => key is not null)
        ?? "?";

    private static string Free(Dictionary<string, string> fields, string path) =>
        fields.Keys.Any(field => field.StartsWith(path + "/", StringComparison.Ordinal)) ? Free(fields, path + "+") : path;

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => CanonicalJson.Number(value.GetDecimal()),
            _ => value.GetRawText(),
        };
}
