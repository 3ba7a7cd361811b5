using System.Text.Json;
using System.Text.Json.Serialization;

namespace ACip.Workflows.Identifiers;

/// <summary>An id that is plain text outside the code.</summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    string Value { get; }

    static abstract TSelf From(string value);
}

/// <summary>Writes an id as its text, as a value and as a key.</summary>
public sealed class IdJson<TId> : JsonConverter<TId>
    where TId : struct, IId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.From(reader.GetString() ?? throw new JsonException());

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.From(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
