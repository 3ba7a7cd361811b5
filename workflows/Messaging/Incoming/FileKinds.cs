using System.IO.Compression;
using System.Text;

namespace ACip.Workflows.Messaging.Incoming;

public enum FileKind
{
    Unknown,
    Pdf,
    Png,
    Jpeg,
    Docx,
    Xlsx,
    Xls,
    Text,
    Csv,
}

/// <summary>Determines the type of a file from its first bytes and, for Office files, from the content of the package.</summary>
internal static class FileKinds
{
    private const int MostEntries = 5_000;
    private const int MostText = 1 << 20;

    public static (FileKind Kind, string? Refusal) Recognise(ReadOnlyMemory<byte> content, string name)
    {
        ReadOnlySpan<byte> bytes = content.Span;
        // at the very start, though readers forgive what stands before: a file that is also something else begins with that
        if (bytes.TrimStart("\uFEFF \r\n"u8).StartsWith("%PDF-"u8))
        {
            return (FileKind.Pdf, null);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return (FileKind.Png, null);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return (FileKind.Jpeg, null);
        }

        if (bytes.StartsWith("PK\u0003\u0004"u8))
        {
            return Package(content);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return OldOffice(bytes);
        }

        return PlainText(bytes, name);
    }

    /// <summary>Extensions that a file of this kind may have. The first is added to a name that has none of them.</summary>
    public static string[] Extensions(FileKind kind) =>
        kind switch
        {
            FileKind.Pdf => [".pdf"],
            FileKind.Png => [".png"],
            FileKind.Jpeg => [".jpg", ".jpeg"],
            FileKind.Docx => [".docx"],
            FileKind.Xlsx => [".xlsx"],
            FileKind.Xls => [".xls"],
            FileKind.Text => [".txt", ".text", ".log", ".md"],
            FileKind.Csv => [".csv"],
            _ => [],
        };

    private static (FileKind, string?) Package(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries)
            {
                return (FileKind.Unknown, AttachmentReasons.Damaged);
            }

            // a package may not name one part twice: which of them Office would open is anybody's guess
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            if (!zip.Entries.All(entry => names.Add(entry.FullName.Replace('\\', '/').TrimStart('/'))))
            {
                return (FileKind.Unknown, AttachmentReasons.Damaged);
            }

            FileKind kind =
                names.Contains("xl/workbook.xml") ? FileKind.Xlsx
                : names.Contains("word/document.xml") ? FileKind.Docx
                : FileKind.Unknown;
            if (names.Any(RunsCode) || MacroEnabled(zip))
            {
                return (kind, AttachmentReasons.Macros);
            }

            return kind == FileKind.Unknown ? (kind, AttachmentReasons.KindNotAccepted) : (kind, null);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return (FileKind.Unknown, AttachmentReasons.Damaged);
        }
    }

    private static bool RunsCode(string part) =>
        part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || part.EndsWith("vbaData.xml", StringComparison.OrdinalIgnoreCase)
        || part.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)
        || part.Contains("/activeX/", StringComparison.OrdinalIgnoreCase);

    private static bool MacroEnabled(ZipArchive zip)
    {
        ZipArchiveEntry? types = zip.Entries.FirstOrDefault(entry =>
            entry.FullName.TrimStart('/', '\\').Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)
        );
        if (types is null)
        {
            return false;
        }

        using Stream stream = types.Open();
        byte[] start = new byte[MostText];
        int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        string xml = Encoding.UTF8.GetString(start, 0, read);
        return xml.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            || xml.Contains("vbaProject", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The container of Office 97 to 2003, and of files with a password. Its directory names streams in UTF-16. Of old files,
    /// workbooks are read.</summary>
    private static (FileKind, string?) OldOffice(ReadOnlySpan<byte> bytes)
    {
        if (Has(bytes, "EncryptedPackage"))
        {
            return (FileKind.Unknown, AttachmentReasons.Password);
        }

        if (Has(bytes, "_VBA_PROJECT") || Has(bytes, "VBA"))
        {
            return (FileKind.Unknown, AttachmentReasons.Macros);
        }

        bool workbook =
            (Has(bytes, "Workbook") || Has(bytes, "Book\0")) && !Has(bytes, "WordDocument") && !Has(bytes, "PowerPoint Document");
        return workbook ? (FileKind.Xls, null) : (FileKind.Unknown, AttachmentReasons.OldOffice);
    }

    private static bool Has(ReadOnlySpan<byte> bytes, string stream) => bytes.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;

    private static (FileKind, string?) PlainText(ReadOnlySpan<byte> bytes, string name)
    {
        bool utf16 = bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        foreach (byte c in utf16 ? [] : bytes)
        {
            if (c < 0x20 && c is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C))
            {
                return (FileKind.Unknown, AttachmentReasons.KindNotAccepted);
            }
        }

        ReadOnlySpan<byte> start = bytes[..Math.Min(bytes.Length, 4096)];
        string text = (utf16 ? Encoding.Unicode : Encoding.Latin1)
            .GetString(start)
            .TrimStart('\uFEFF', '\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n', '\0');
        bool markup =
            text.StartsWith('<') || text.StartsWith("#!", StringComparison.Ordinal) || text.StartsWith("{\\rtf", StringComparison.Ordinal);
        if (markup || text.StartsWith("MZ", StringComparison.Ordinal) && bytes.IndexOf("This program"u8) >= 0)
        {
            return (FileKind.Unknown, AttachmentReasons.KindNotAccepted);
        }

        // text is text; only whether it is read as a table is left to the name
        return (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? FileKind.Csv : FileKind.Text, null);
    }
}
