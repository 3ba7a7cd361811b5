using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ACip.Local.Faults.Refusals;

/// <summary>What a property may be called, and how long a text of JSON is that stands there escaped.</summary>
internal static class EntityNames
{
    private const int MaxLength = 255;

    /// <summary>Names that say something of the row as such; others that begin with <c>odata.</c> or have an at sign are not for
    /// anybody.</summary>
    public static bool IsTheServices(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("PartitionKey"u8)
        || name.SequenceEqual("RowKey"u8)
        || name.SequenceEqual("Timestamp"u8)
        || name.SequenceEqual("odata.etag"u8)
        || name.SequenceEqual("odata.metadata"u8)
        || name.SequenceEqual("odata.type"u8)
        || name.SequenceEqual("odata.id"u8)
        || name.SequenceEqual("odata.editLink"u8);

    /// <summary>As an identifier of C#.</summary>
    public static Refusal? Check(ReadOnlySpan<byte> name, bool escaped)
    {
        string text = escaped ? Read(name) : Encoding.UTF8.GetString(name);
        return text.Length > MaxLength ? Refusal.PropertyNameTooLong
            : text.Length > 0 && IsPart(text[0], first: true) && text.All(character => IsPart(character, first: false)) ? null
            : Refusal.PropertyNameInvalid;
    }

    public static string Read(ReadOnlySpan<byte> escaped)
    {
        var reader = new Utf8JsonReader([(byte)'"', .. escaped, (byte)'"']);
        reader.Read();
        return reader.GetString()!;
    }

    /// <returns>In UTF-16.</returns>
    public static int Length(ReadOnlySpan<byte> escaped)
    {
        int length = 0;
        while (escaped.IndexOf((byte)'\\') is >= 0 and var at)
        {
            length += Encoding.UTF8.GetCharCount(escaped[..at]) + 1;
            escaped = escaped[(at + (escaped[at + 1] == (byte)'u' ? 6 : 2))..];
        }

        return length + Encoding.UTF8.GetCharCount(escaped);
    }

    private static bool IsPart(char character, bool first) =>
        character == '_'
        || char.IsLetter(character)
        || (
            character < 0x80
                ? !first && char.IsAsciiDigit(character)
                : char.GetUnicodeCategory(character) switch
                {
                    UnicodeCategory.LetterNumber => true,
                    UnicodeCategory.DecimalDigitNumber
                    or UnicodeCategory.ConnectorPunctuation
                    or UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.Format => !first,
                    _ => false,
                }
        );
}
