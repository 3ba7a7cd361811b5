using System.Text;
using System.Text.Unicode;

namespace ACip.Workflows.Surveys.Imports;

/// <summary>Converts a file of any common form to UTF-8 text with a separator, and says what it did. It streams: neither the file nor the
/// result is in memory as a whole.</summary>
internal static class AnswerFile
{
    public const string Utf16 = "utf-16",
        Windows1252 = "windows-1252",
        Workbook = "xlsx";

    private const int HeadBytes = 65_536;

    /// <param name="head">Its first bytes.</param>
    /// <returns>What has to be done to it; null where it can be read as it is.</returns>
    public static string? Needs(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\x03\x04"u8) ? Workbook
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || LooksLikeUtf16(head)
            ? Utf16
        : !IsUtf8(head) ? Windows1252
        : null;

    public static async Task<byte[]> HeadAsync(Stream file, CancellationToken cancellation)
    {
        byte[] head = new byte[HeadBytes];
        int read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        return head[..read];
    }

    /// <param name="file">Seekable.</param>
    public static async Task ConvertAsync(string needs, Stream file, Stream to, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        if (needs == Workbook)
        {
            await AnswerWorkbook.WriteAsync(file, text, cancellation);
            return;
        }

        using var reader = new StreamReader(
            file,
            needs == Utf16 ? Utf16Of(file) : Encoding.Latin1,
            detectEncodingFromByteOrderMarks: true,
            1 << 16,
            leaveOpen: true
        );
        char[] buffer = new char[1 << 16];
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellation)) > 0)
        {
            if (needs == Windows1252)
            {
                Typographic(buffer.AsSpan(0, read));
            }

            await text.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }

    private static bool LooksLikeUtf16(ReadOnlySpan<byte> head) =>
        head.Length >= 4 && (head[1] == 0 || head[0] == 0) && head.Count((byte)0) > head.Length / 3;

    private static UnicodeEncoding Utf16Of(Stream file)
    {
        int first = file.ReadByte();
        file.Position = 0;
        return new UnicodeEncoding(bigEndian: first is 0 or 0xFE, byteOrderMark: true);
    }

    /// <summary>The head may end within a letter.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        for (int cut = 0; cut < 4 && cut < head.Length; cut++)
        {
            if (Utf8.IsValid(head[..^cut]))
            {
                return cut == 0 || head.Length == HeadBytes;
            }
        }

        return head.Length == 0;
    }

    /// <summary>Where the code page of Windows differs from Latin 1: quotation marks, dashes, the euro.</summary>
    private static void Typographic(Span<char> text)
    {
        const string Instead = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
        foreach (ref char letter in text)
        {
            letter = letter is >= '\u0080' and <= '\u009F' ? Instead[letter - '\u0080'] : letter;
        }
    }
}
