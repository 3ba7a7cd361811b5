using System.Globalization;
using System.Text;

namespace ACip.Workflows.Mail.Mime;

/// <summary>RFC 2047: <c>=?charset?B?...?=</c> in headers.</summary>
internal static class EncodedWords
{
    private const int LongestWord = 2_000; // the RFC says 75; some programs know no end

    public static string Decode(string header)
    {
        if (!header.Contains("=?", StringComparison.Ordinal))
        {
            return header;
        }

        var text = new StringBuilder(header.Length);
        var pending = new List<byte>(); // adjoining words of one charset are one run of bytes: a character may be cut between them
        string pendingCharset = "";
        int copied = 0, at = 0;
        while (at < header.Length && header.IndexOf("=?", at, StringComparison.Ordinal) is var start and >= 0)
        {
            if (Word(header, start) is not { } word)
            {
                at = start + 2;
                continue;
            }

            ReadOnlySpan<char> between = header.AsSpan(copied, start - copied);
            bool adjoining = pending.Count > 0 && between.IsWhiteSpace();
            if (!adjoining || !word.Charset.Equals(pendingCharset, StringComparison.OrdinalIgnoreCase))
            {
                Flush();
                text.Append(adjoining ? [] : between);
            }

            pending.AddRange(word.Bytes);
            pendingCharset = word.Charset;
            copied = at = word.End;
        }

        Flush();
        return text.Append(header, copied, header.Length - copied).ToString();

        void Flush()
        {
            if (pending.Count > 0)
            {
                text.Append(Charsets.Decode(pending.ToArray(), pendingCharset).Text);
                pending.Clear();
            }
        }
    }

    private static (string Charset, byte[] Bytes, int End)? Word(string header, int start)
    {
        int limit = Math.Min(header.Length, start + LongestWord);
        int charsetEnd = Find('?', start + 2);
        int encodingEnd = charsetEnd < 0 ? -1 : Find('?', charsetEnd + 1);
        int end = encodingEnd < 0 ? -1 : header.IndexOf("?=", encodingEnd + 1, limit - encodingEnd - 1, StringComparison.Ordinal);
        if (end < 0 || encodingEnd != charsetEnd + 2)
        {
            return null;
        }

        string charset = header[(start + 2)..charsetEnd].Split('*')[0]; // RFC 2231 allows a language behind an asterisk
        ReadOnlySpan<char> payload = header.AsSpan(encodingEnd + 1, end - encodingEnd - 1);
        byte[]? bytes = char.ToUpperInvariant(header[charsetEnd + 1]) switch
        {
            'B' => TransferEncoding.Base64(Encoding.Latin1.GetBytes(payload.ToString())),
            'Q' => Q(payload),
            _ => null,
        };
        return bytes is null ? null : (charset, bytes, end + 2);

        int Find(char wanted, int from) => from >= limit ? -1 : header.IndexOf(wanted, from, limit - from);
    }

    private static byte[] Q(ReadOnlySpan<char> payload)
    {
        var bytes = new List<byte>(payload.Length);
        for (int at = 0; at < payload.Length; at++)
        {
            if (payload[at] == '=' && at + 2 < payload.Length
                && byte.TryParse(payload.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte hex))
            {
                bytes.Add(hex);
                at += 2;
            }
            else
            {
                bytes.Add(payload[at] == '_' ? (byte)' ' : (byte)payload[at]);
            }
        }

        return [.. bytes];
    }
}
