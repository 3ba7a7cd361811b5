using System.Text;

namespace ACip.Workflows.Messaging.Mime;

/// <summary>Truncates overlong header fields, because the parser's time grows with the square of a folded field's length: half an hour for
/// the largest mail.</summary>
/// <remarks>Header blocks are at the beginning, after a possible delimiter, and after another block's empty line where a message is
/// attached. Text that people write is left alone: only lines that continue a field of such a block are cut.</remarks>
internal static class HeaderBounds
{
    public const int LongestField = 100_000;

    /// <returns>The same bytes where nothing is too long.</returns>
    public static ReadOnlyMemory<byte> Apply(ReadOnlyMemory<byte> mail)
    {
        ReadOnlySpan<byte> bytes = mail.Span;
        MemoryStream? kept = null;
        bool inHeader = true,
            mayBegin = false,
            isField = false,
            attaches = false,
            digests = false;
        int field = 0,
            copied = 0;
        for (int at = 0, end; at < bytes.Length; at = end)
        {
            end = bytes[at..].IndexOf((byte)'\n') is >= 0 and var found ? at + found + 1 : bytes.Length;
            ReadOnlySpan<byte> line = bytes[at..end];
            if (line.StartsWith("--"u8) || line.TrimEnd("\r\n"u8).IsEmpty)
            {
                (inHeader, mayBegin, isField, field) = (line[0] == '-', line[0] != '-' && inHeader && (attaches || digests), false, 0);
                attaches = false;
                continue;
            }

            bool continues = line[0] is (byte)' ' or (byte)'\t';
            (inHeader, mayBegin) = (mayBegin ? IsField(line) : inHeader, false);
            isField = continues ? isField : inHeader && IsField(line);
            attaches |= inHeader && NamesMessage(Encoding.Latin1.GetString(line));
            digests |=
                inHeader
                && line.IndexOf("/"u8) >= 0
                && Encoding.Latin1.GetString(line).Contains("digest", StringComparison.OrdinalIgnoreCase);
            int before = continues ? field : 0;
            field = before + line.Length;
            if (isField && field > LongestField)
            {
                int room = Math.Clamp(LongestField - before, 0, line.Length - 1);
                kept ??= new MemoryStream(bytes.Length);
                kept.Write(bytes[copied..(at + room)]);
                kept.Write(room > 0 ? "\r\n"u8 : []);
                copied = end;
            }
        }

        kept?.Write(bytes[copied..]);
        return kept?.ToArray() ?? mail;
    }

    /// <summary>A name without spaces before a colon.</summary>
    private static bool IsField(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        return colon > 0 && line[..colon].IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0;
    }

    /// <summary>A type of message, however it is written; not the field Message-ID.</summary>
    private static bool NamesMessage(string line)
    {
        const string word = "message";
        for (
            int at = line.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = line.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase)
        )
        {
            if (at + word.Length == line.Length || line[at + word.Length] != '-')
            {
                return true;
            }
        }

        return false;
    }
}
