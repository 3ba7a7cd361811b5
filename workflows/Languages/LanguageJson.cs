using System.Text.Json;
using System.Text.Json.Serialization;

namespace ACip.Workflows.Languages;

/// <summary>En, Fr, Es; read in any case.</summary>
internal sealed class LanguageJson : JsonConverter<Language>
{
    public override Language Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Known(reader.GetString()) : throw new JsonException("A language is a tag.");

    public override void Write(Utf8JsonWriter writer, Language value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    public override Language ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Known(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Language value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString());

    private static Language Known(string? tag) =>
        LanguageRegistry.Find(tag) is { } entry ? Language.FromString(entry.Tag) : throw new JsonException($"No language {tag}.");
}
