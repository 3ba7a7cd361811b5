using MimeKit;

namespace ACip.Workflows.Messaging.Mime;

/// <summary>The decoded bytes of a part by its Content-Transfer-Encoding, and whether they are reliable.</summary>
internal static class PartContent
{
    private static readonly (string Name, ContentEncoding Encoding)[] Known =
    [
        ("quoted-printable", ContentEncoding.QuotedPrintable),
        ("base64", ContentEncoding.Base64),
        ("x-uuencode", ContentEncoding.UUEncode),
        ("uuencode", ContentEncoding.UUEncode),
        ("x-uue", ContentEncoding.UUEncode),
        ("uue", ContentEncoding.UUEncode),
        ("7bit", ContentEncoding.SevenBit),
        ("7-bit", ContentEncoding.SevenBit),
        ("8bit", ContentEncoding.EightBit),
        ("8-bit", ContentEncoding.EightBit),
        ("binary", ContentEncoding.Binary),
        ("plain", ContentEncoding.Binary),
        ("none", ContentEncoding.Binary),
        ("identity", ContentEncoding.Binary),
    ];

    /// <param name="sound">False where the name is unknown, or the content was cut.</param>
    public static byte[] Decode(MimePart part, out bool sound)
    {
        sound = true;
        if (part.Content?.Stream is not { } content)
        {
            return [];
        }

        ContentEncoding? encoding = EncodingOf(part);
        sound = encoding is not null;
        byte[] raw = Read(content);
        sound &= encoding switch
        {
            ContentEncoding.Base64 => IsWhole(raw),
            ContentEncoding.UUEncode => Uuencoded.IsWhole(raw),
            _ => true,
        };
        using var decoded = new MemoryStream();
        using var coded = new MemoryStream(raw, writable: false);
        new MimeContent(coded, encoding ?? ContentEncoding.Default).DecodeTo(decoded);
        return decoded.ToArray();
    }

    /// <summary>A name that starts with a known one, or has something after it, counts as that one.</summary>
    private static ContentEncoding? EncodingOf(MimePart part)
    {
        string? header = part.Headers[HeaderId.ContentTransferEncoding];
        string name = MediaType.Token(header).Trim('"', '\'', '<', '>', '.');
        if (name.Length == 0)
        {
            return ContentEncoding.Default;
        }

        foreach ((string known, ContentEncoding encoding) in Known)
        {
            if (
                name.StartsWith(known, StringComparison.Ordinal)
                && (name.Length == known.Length || !char.IsLetterOrDigit(name[known.Length]))
            )
            {
                return encoding;
            }
        }

        // some programs write the charset here: what is coded in no way is what it is
        return
            name is "utf-8" or "utf8" or "us-ascii" or "ascii" or "7" or "8"
            || name.StartsWith("iso-8859", StringComparison.Ordinal)
            || name.StartsWith("windows-", StringComparison.Ordinal)
            ? ContentEncoding.Binary
            : null;
    }

    /// <summary>Four characters carry three bytes. A single one left over carries nothing, so some were lost.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> coded)
    {
        int signs = 0,
            others = 0;
        foreach (byte c in coded)
        {
            bool sign = char.IsAsciiLetterOrDigit((char)c) || c is (byte)'+' or (byte)'/';
            if (c == '=')
            {
                signs = 0; // the end of one run; some gateways join several
                continue;
            }

            signs += sign ? 1 : 0;
            others += sign || c is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t' ? 0 : 1;
        }

        return signs % 4 != 1 && others * 20 <= coded.Length;
    }

    private static byte[] Read(Stream stream)
    {
        stream.Position = 0;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
