namespace ACip.Workflows.Mail.Mime;

/// <summary>Content-Transfer-Encoding, read as forgivingly as mail needs: what does not belong is passed over.</summary>
internal static class TransferEncoding
{
    public static byte[] Decode(ReadOnlySpan<byte> content, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(content),
        "quoted-printable" => QuotedPrintable(content),
        _ => content.ToArray(),
    };

    public static byte[] Base64(ReadOnlySpan<byte> text)
    {
        byte[] bytes = new byte[(text.Length / 4 * 3) + 3];
        int held = 0, bits = 0, written = 0;
        foreach (byte c in text)
        {
            int value = c switch
            {
                >= (byte)'A' and <= (byte)'Z' => c - 'A',
                >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
                (byte)'+' => 62,
                (byte)'/' => 63,
                _ => -1,
            };
            if (c == '=')
            {
                bits = 0; // the end of one run; some gateways join several
                continue;
            }

            if (value < 0)
            {
                continue;
            }

            held = ((held << 6) | value) & 0xFFFF;
            bits += 6;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[written++] = (byte)(held >> bits);
            }
        }

        return bytes.AsSpan(0, written).ToArray();
    }

    public static byte[] QuotedPrintable(ReadOnlySpan<byte> text)
    {
        byte[] bytes = new byte[text.Length];
        int written = 0;
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] != '=')
            {
                bytes[written++] = text[at];
            }
            else if (at + 2 < text.Length && Hex(text[at + 1]) is var high and >= 0 && Hex(text[at + 2]) is var low and >= 0)
            {
                bytes[written++] = (byte)((high << 4) | low);
                at += 2;
            }
            else if (SoftBreak(text[at..]) is var skipped and > 0)
            {
                at += skipped - 1;
            }
            else
            {
                bytes[written++] = text[at];
            }
        }

        return bytes.AsSpan(0, written).ToArray();
    }

    private static int SoftBreak(ReadOnlySpan<byte> from)
    {
        int end = 1;
        while (end < from.Length && end < 80 && from[end] is (byte)' ' or (byte)'\t')
        {
            end++;
        }

        if (end < from.Length && from[end] == '\r')
        {
            end++;
        }

        if (end == from.Length)
        {
            return end;
        }

        return from[end] == '\n' ? end + 1 : 0;
    }

    private static int Hex(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        _ => -1,
    };
}
