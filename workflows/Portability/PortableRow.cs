using System.Buffers;
using System.Text.Json;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Workflows.Portability;

/// <summary>Converts a row to a line of JSON and back without changing its hash in the chain.</summary>
/// <remarks>A fact is written as the JSON that it is, letter for letter, so that anybody can read it. Rows of another form are written
/// property by property, each with its Edm type.</remarks>
internal static class PortableRow
{
    private const string Partition = "partition",
        Key = "key",
        Fact = "fact",
        Event = "event",
        Version = "version",
        Salt = "salt",
        Properties = "properties",
        Type = "type",
        Value = "value";

    public static void Write(TableEntity row, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString(Partition, row.PartitionKey);
        json.WriteString(Key, row.RowKey);
        if (IsFact(row))
        {
            WriteFact(row, json);
        }
        else
        {
            WriteProperties(row, json);
        }

        json.WriteEndObject();
    }

    /// <exception cref="FormatException">The line is no row.</exception>
    public static TableEntity Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            string partition = root.GetProperty(Partition).GetString()!,
                key = root.GetProperty(Key).GetString()!;
            return root.TryGetProperty(Fact, out JsonElement fact)
                ? RowShape.Rebuild(
                    new StreamId(partition),
                    key,
                    fact.GetRawText(),
                    Number(root, Version),
                    Number(root, Event),
                    root.TryGetProperty(Salt, out JsonElement salt) ? salt.GetString() : null
                )
                : ReadProperties(partition, key, root.GetProperty(Properties));
        }
        catch (Exception wrong)
            when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FactTooLargeException or ArgumentException)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    public static bool Same(TableEntity one, TableEntity other) =>
        RowHash.Of(one) == RowHash.Of(other) && one.GetString(RowSalt.Property) == other.GetString(RowSalt.Property);

    /// <summary>Whether the row can be rebuilt exactly from its fact and marks.</summary>
    private static bool IsFact(TableEntity row)
    {
        string text = RowShape.Text(row);
        return text.Length > 0
            && text.IndexOfAny(['\r', '\n']) < 0
            && row.GetString(RowSalt.Property) is var salt
            && Marks(row) is var (version, at)
            && Same(RowShape.Rebuild(new StreamId(row.PartitionKey), row.RowKey, text, version, at, salt), row)
            && IsJson(text);
    }

    private static (int? Version, int? Event) Marks(TableEntity row) =>
        (
            row.TryGetValue(RowShape.Version, out object? version) ? version as int? : null,
            row.TryGetValue(RowShape.Event, out object? told) ? told as int? : null
        );

    private static bool IsJson(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void WriteFact(TableEntity row, Utf8JsonWriter json)
    {
        (int? version, int? told) = Marks(row);
        if (version is { } shape)
        {
            json.WriteNumber(Version, shape);
        }

        if (told is { } sequence)
        {
            json.WriteNumber(Event, sequence);
        }

        if (row.GetString(RowSalt.Property) is { } salt)
        {
            json.WriteString(Salt, salt);
        }

        json.WritePropertyName(Fact);
        json.WriteRawValue(RowShape.Text(row), skipInputValidation: true);
    }

    private static void WriteProperties(TableEntity row, Utf8JsonWriter json)
    {
        json.WriteStartObject(Properties);
        foreach ((string name, object? value) in row.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            if (value is not null && name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
            {
                (string type, string text) = StoredValue.Of(value);
                json.WriteStartObject(name);
                json.WriteString(Type, type);
                json.WriteString(Value, text);
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }

    private static TableEntity ReadProperties(string partition, string key, JsonElement properties)
    {
        var row = new TableEntity(partition, key);
        foreach (JsonProperty property in properties.EnumerateObject())
        {
            row[property.Name] = StoredValue.Read(
                property.Value.GetProperty(Type).GetString()!,
                property.Value.GetProperty(Value).GetString()!
            );
        }

        return row;
    }

    private static int? Number(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement number) ? number.GetInt32() : null;
}
