using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables.Protocol;

/// <summary>Rows as the service writes and reads them: JSON with minimal metadata, a type named only where JSON has none for it.</summary>
internal static class EntityJson
{
    private const string TypeSuffix = "@odata.type";

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static ReadOnlyMemory<byte> Write(ITableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        Write(buffer, entity);
        return buffer.WrittenMemory;
    }

    public static void Write(ArrayBufferWriter<byte> buffer, ITableEntity entity)
    {
        using var json = new Utf8JsonWriter(buffer, Compact);
        Limits limits = default;
        json.WriteStartObject();
        if (entity is TableEntity row)
        {
            foreach (var (name, value) in (IDictionary<string, object?>)row!)
            {
                if (name is not (TableEntity.ETagName or nameof(ITableEntity.Timestamp)))
                {
                    WriteProperty(json, ref limits, name, value);
                }
            }
        }
        else
        {
            WriteProperty(json, ref limits, nameof(ITableEntity.PartitionKey), entity.PartitionKey);
            WriteProperty(json, ref limits, nameof(ITableEntity.RowKey), entity.RowKey);
            foreach (EntityProperty property in EntityShape.Of(entity.GetType()).Readable)
            {
                WriteProperty(json, ref limits, property.Name, property.Get(entity));
            }
        }

        json.WriteEndObject();
    }

    /// <param name="reader">On the object's start; left on its end.</param>
    public static Dictionary<string, object?> Read(ref Utf8JsonReader reader)
    {
        var properties = new Dictionary<string, object?>();
        string? typed = null;
        string? type = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (name.EndsWith(TypeSuffix, StringComparison.Ordinal))
            {
                (typed, type) = (name[..^TypeSuffix.Length], reader.GetString());
            }
            else if (name == TableEntity.ETagName)
            {
                properties[name] = reader.GetString();
            }
            else if (name.StartsWith("odata.", StringComparison.Ordinal))
            {
                reader.Skip();
            }
            else
            {
                properties[name] = name == nameof(ITableEntity.Timestamp) ? reader.GetDateTimeOffset() : Value(ref reader, typed == name ? type : null);
            }
        }

        return properties;
    }

    private static object? Value(ref Utf8JsonReader reader, string? type) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when type == "Edm.Int64" => reader.GetInt64(),
        JsonTokenType.Number => type != "Edm.Double" && reader.TryGetInt32(out int whole) ? (object)whole : reader.GetDouble(),
        JsonTokenType.String => type switch
        {
            null or "Edm.String" => reader.GetString(),
            "Edm.Int64" => long.Parse(reader.GetString()!, CultureInfo.InvariantCulture),
            "Edm.Double" => double.Parse(reader.GetString()!, CultureInfo.InvariantCulture),
            "Edm.DateTime" => reader.GetDateTimeOffset(),
            "Edm.Guid" => reader.GetGuid(),
            "Edm.Binary" => reader.GetBytesFromBase64(),
            _ => throw new NotSupportedException($"The service sent a property of the unknown type {type}."),
        },
        _ => throw new JsonException("A property of a row is a single value."),
    };

    private static void WriteProperty(Utf8JsonWriter json, ref Limits limits, string name, object? value)
    {
        if (value is null)
        {
            return; // to the service the same as not there
        }

        limits.Count(name, value);
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case Enum choice:
                json.WriteString(name, choice.ToString());
                break;
            case double number when double.IsFinite(number):
                json.WriteString(name + TypeSuffix, "Edm.Double");
                json.WriteNumber(name, number);
                break;
            default:
                (string type, string text2) = Typed(name, value);
                json.WriteString(name + TypeSuffix, type);
                json.WriteString(name, text2);
                break;
        }
    }

    private static (string Type, string Text) Typed(string name, object value) => value switch
    {
        long number => ("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)),
        double number => ("Edm.Double", number.ToString(CultureInfo.InvariantCulture)),
        Guid guid => ("Edm.Guid", guid.ToString()),
        DateTimeOffset time => ("Edm.DateTime", time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        DateTime { Kind: DateTimeKind.Utc } time => ("Edm.DateTime", time.ToString("O", CultureInfo.InvariantCulture)),
        DateTime time => throw new NotSupportedException($"Property '{name}' holds a DateTime of kind {time.Kind}; the service takes UTC."),
        byte[] bytes => ("Edm.Binary", Convert.ToBase64String(bytes)),
        BinaryData bytes => ("Edm.Binary", Convert.ToBase64String(bytes.ToMemory().Span)),

        // the genuine client sends a decimal as a double and loses digits without a word
        _ => throw new NotSupportedException($"Property '{name}' is of type {value.GetType()}, which the Table service has no type for."),
    };
}
