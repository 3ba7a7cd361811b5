using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Snapshots;

/// <summary>The single representation of each value, so that equal content has equal bytes: properties and keys in ordinal order, no
/// whitespace, numbers without trailing zeros, instants in UTC, absent values omitted, everything outside ASCII escaped (which makes it
/// independent of a runtime's Unicode tables).</summary>
internal static class SnapshotJson
{
    public static JsonSerializerOptions Options { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { InOrdinalOrder } },
            Converters = { new PlainDecimal(), new UtcInstant(), new OrderedGroups(), new TextJson(inOrder: true) },
        };

    private static void InOrdinalOrder(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        int order = 0;
        foreach (JsonPropertyInfo property in type.Properties.OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            property.Order = order++;
        }
    }

    private sealed class PlainDecimal : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(Canonical(value));
    }

    /// <summary>1.50 and 1.5 are one number and get one form.</summary>
    public static decimal Canonical(decimal value) => value / 1.000000000000000000000000000000000m;

    private sealed class UtcInstant : JsonConverter<DateTimeOffset>
    {
        private const string Form = "yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'";

        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTimeOffset.ParseExact(reader.GetString()!, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture));
    }

    private sealed class OrderedGroups : JsonConverter<IReadOnlyDictionary<string, decimal>>
    {
        public override IReadOnlyDictionary<string, decimal> Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        )
        {
            var groups = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string key = reader.GetString()!;
                reader.Read();
                groups.Add(key, reader.GetDecimal());
            }

            return groups;
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, decimal> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach ((string key, decimal number) in value.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                writer.WriteNumber(key, Canonical(number));
            }

            writer.WriteEndObject();
        }
    }
}
