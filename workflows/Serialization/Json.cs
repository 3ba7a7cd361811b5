using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ACip.Workflows.Serialization;

/// <summary>How facts are written in rows and blobs: compact, with enums and ids as text (by their own attributes), without
/// nulls.</summary>
public static class Json
{
    public static JsonSerializerOptions Stored { get; } =
        new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Stored);

    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Stored) ?? throw new JsonException("A fact must not be null.");
}
