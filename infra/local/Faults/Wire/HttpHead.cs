using System.Buffers.Text;
using System.Text;

namespace ACip.Local.Faults.Wire;

/// <summary>The first lines of a request or an answer, as they came, up to and with the empty one.</summary>
/// <param name="Bytes">Valid until the next read from its connection.</param>
internal readonly record struct HttpHead(ReadOnlyMemory<byte> Bytes)
{
    private static ReadOnlySpan<byte> Line => "\r\n"u8;

    /// <summary>Of a request.</summary>
    public string Method => Word(0);

    /// <summary>Of a request, escaped as it was sent.</summary>
    public string Target => Word(1);

    /// <summary>Of an answer.</summary>
    public int Status =>
        Utf8Parser.TryParse(Bytes.Span[(Bytes.Span.IndexOf((byte)' ') + 1)..], out int status, out _)
            ? status
            : throw new InvalidDataException("An answer without a status.");

    /// <summary>Null: none is said.</summary>
    public long? ContentLength =>
        Find("content-length"u8) is not { IsEmpty: false } said ? null
        : Utf8Parser.TryParse(said, out long length, out int read) && read == said.Length && length >= 0 ? length
        : throw new InvalidDataException("A content-length that is no number.");

    public bool IsChunked => Find("transfer-encoding"u8).IndexOf("chunked"u8) >= 0;

    /// <summary>As <see cref="Find"/>; null for none.</summary>
    public string? Header(ReadOnlySpan<byte> name) => Find(name) is { IsEmpty: false } value ? Encoding.Latin1.GetString(value) : null;

    /// <returns>A header's value; empty for none.</returns>
    public ReadOnlySpan<byte> Find(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> rest = Bytes.Span;
        while (rest.IndexOf(Line) is >= 0 and var end)
        {
            rest = rest[(end + Line.Length)..];
            if (rest.Length > name.Length && rest[name.Length] == (byte)':' && Ascii.EqualsIgnoreCase(rest[..name.Length], name))
            {
                ReadOnlySpan<byte> value = rest[(name.Length + 1)..];
                return value[..value.IndexOf(Line)].Trim((byte)' ');
            }
        }

        return [];
    }

    private string Word(int number)
    {
        ReadOnlySpan<byte> rest = Bytes.Span[..Bytes.Span.IndexOf(Line)];
        for (; number > 0; number--)
        {
            rest = rest[(rest.IndexOf((byte)' ') + 1)..];
        }

        return Encoding.Latin1.GetString(rest[..rest.IndexOf((byte)' ')]);
    }
}
