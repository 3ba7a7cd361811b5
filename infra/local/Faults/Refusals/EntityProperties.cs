using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ACip.Local.Faults.Refusals;

/// <summary>The properties of one row. They are measured where they stand: values may be large, and every row that is written comes by
/// here.</summary>
internal readonly ref struct EntityProperties(ReadOnlySpan<byte> json)
{
    private const int MaxProperties = 252,
        MaxValueBytes = 64 * 1024,
        MaxEntityBytes = 1024 * 1024;

    /// <summary>Nothing earlier can be a date.</summary>
    private const int FirstYear = 1601;

    private readonly ReadOnlySpan<byte> json = json;
    private readonly List<Property> properties = new(16);

    internal enum Edm
    {
        Unsaid,
        Binary,
        DateTime,
        Guid,
        Double,
        Int64,
    }

    private static ReadOnlySpan<byte> TypeOf => "@odata.type"u8;

    /// <param name="reader">On a name; left on the end of its value.</param>
    public Refusal? Read(ref Utf8JsonReader reader)
    {
        (int at, int length, bool escaped) = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, reader.ValueIsEscaped);
        bool annotation = reader.ValueSpan.EndsWith(TypeOf);
        length -= annotation ? TypeOf.Length : 0;
        ReadOnlySpan<byte> name = json.Slice(at, length);
        reader.Read();
        if (EntityNames.IsTheServices(name))
        {
            reader.Skip();
            return null;
        }

        if (EntityNames.Check(name, escaped) is { } refusal)
        {
            return refusal;
        }

        if (reader.TokenType == JsonTokenType.Null)
        {
            return null; // as good as not there
        }

        ref Property property = ref Find(at, length);
        if (properties.Count > MaxProperties)
        {
            return Refusal.TooManyProperties;
        }

        if (annotation)
        {
            property.Type = Type(ref reader);
            return null;
        }

        if (property.Token != JsonTokenType.None)
        {
            return Refusal.DuplicateProperties;
        }

        (property.Token, property.ValueAt, property.ValueBytes) = (
            reader.TokenType,
            (int)reader.TokenStartIndex + 1,
            reader.ValueSpan.Length
        );
        reader.Skip();
        return null;
    }

    /// <param name="bytes">What the keys take.</param>
    /// <remarks>https://learn.microsoft.com/archive/blogs/avkashchauhan/how-the-size-of-an-entity-is-caclulated-in-windows-azure-table-storage</remarks>
    public Refusal? Measure(int bytes)
    {
        foreach (Property property in properties)
        {
            ReadOnlySpan<byte> value = property.Token == JsonTokenType.String ? json.Slice(property.ValueAt, property.ValueBytes) : default;
            if (
                property.Type == Edm.DateTime
                && Utf8Parser.TryParse(value, out int year, out int digits)
                && digits == 4
                && year < FirstYear
            )
            {
                return Refusal.OutOfRange(EntityNames.Read(json.Slice(property.NameAt, property.NameBytes)), EntityNames.Read(value));
            }

            int size = (property.Token, property.Type) switch
            {
                (JsonTokenType.True or JsonTokenType.False, _) => 1,
                (JsonTokenType.Number, Edm.Unsaid) => 4,
                (JsonTokenType.String, Edm.Guid) => 16,
                (JsonTokenType.String, Edm.Binary) => 4 + BytesOfBase64(value),
                (JsonTokenType.String, Edm.Unsaid) => 4 + (EntityNames.Length(value) * 2),
                _ => 8,
            };
            if (size > 4 + MaxValueBytes)
            {
                return Refusal.PropertyValueTooLarge;
            }

            bytes += 8 + (EntityNames.Length(json.Slice(property.NameAt, property.NameBytes)) * 2) + size;
        }

        return bytes > MaxEntityBytes ? Refusal.EntityTooLarge : null;
    }

    private static Edm Type(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("Edm.Binary"u8) ? Edm.Binary
        : reader.ValueTextEquals("Edm.DateTime"u8) ? Edm.DateTime
        : reader.ValueTextEquals("Edm.Guid"u8) ? Edm.Guid
        : reader.ValueTextEquals("Edm.Double"u8) ? Edm.Double
        : reader.ValueTextEquals("Edm.Int64"u8) ? Edm.Int64
        : Edm.Unsaid;

    private static int BytesOfBase64(ReadOnlySpan<byte> value) =>
        (EntityNames.Length(value) / 4 * 3)
        - (
            value.EndsWith("=="u8) ? 2
            : value.EndsWith("="u8) ? 1
            : 0
        );

    /// <summary>Value and type of a property stand side by side, as a rule: the search begins at the end. A new one is added.</summary>
    private ref Property Find(int at, int length)
    {
        ReadOnlySpan<byte> name = json.Slice(at, length);
        Span<Property> known = CollectionsMarshal.AsSpan(properties);
        for (int index = known.Length - 1; index >= 0; index--)
        {
            if (name.SequenceEqual(json.Slice(known[index].NameAt, known[index].NameBytes)))
            {
                return ref known[index];
            }
        }

        properties.Add(new Property { NameAt = at, NameBytes = length });
        return ref CollectionsMarshal.AsSpan(properties)[^1];
    }

    /// <summary>Where name and value stand in the JSON, and of what kind the value is.</summary>
    internal struct Property
    {
        public int NameAt,
            NameBytes,
            ValueAt,
            ValueBytes;
        public JsonTokenType Token;
        public Edm Type;
    }
}
