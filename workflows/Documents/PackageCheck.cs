using System.IO.Compression;
using System.Text;
using System.Xml;

namespace ACip.Workflows.Documents;

/// <summary>Opens a received package safely: limits apply before unpacking, and only parts that hold values are unpacked.</summary>
internal sealed class PackageCheck
{
    public const int LargestFile = 5 << 20;
    public const int MostParts = 300;
    public const long LargestUnpacked = 48L << 20;
    public const int LargestPart = 12 << 20;
    public const int LargestRatio = 200;
    private const int RatioMattersFrom = 256 << 10;

    // a part's path says what it is; the content types are looked at as well, because a path can lie
    private static readonly (string Sign, string Rule)[] Refused =
    [
        ("vbaProject", WorkbookProblems.Macros),
        ("macrosheets/", WorkbookProblems.Macros),
        ("externalLinks/", WorkbookProblems.ExternalLink),
        ("connections.xml", WorkbookProblems.ExternalLink),
        ("queryTables/", WorkbookProblems.ExternalLink),
        ("embeddings/", WorkbookProblems.Embedded),
        ("activeX/", WorkbookProblems.Embedded),
        ("ctrlProps/", WorkbookProblems.Embedded),
    ];

    private static readonly (string Sign, string Rule)[] RefusedTypes =
    [
        ("macroEnabled", WorkbookProblems.Macros),
        ("vbaProject", WorkbookProblems.Macros),
        ("macrosheet", WorkbookProblems.Macros),
        ("externalLink", WorkbookProblems.ExternalLink),
        ("oleObject", WorkbookProblems.Embedded),
    ];

    private readonly Dictionary<string, ZipArchiveEntry> parts;

    private PackageCheck(Dictionary<string, ZipArchiveEntry> parts) => this.parts = parts;

    /// <returns>The open package, or the rule that it breaks.</returns>
    /// <exception cref="InvalidDataException">It is no ZIP file.</exception>
    public static (PackageCheck? Package, string? Refusal) Open(byte[] file)
    {
        if (file.Length > LargestFile)
        {
            return (null, WorkbookProblems.TooLarge);
        }

        var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        if (
            archive.Entries.Count > MostParts
            || archive.Entries.Sum(entry => entry.Length) > LargestUnpacked
            || archive.Entries.Any(entry =>
                entry.Length > RatioMattersFrom && entry.Length / Math.Max(1, entry.CompressedLength) > LargestRatio
            )
        )
        {
            return (null, WorkbookProblems.ZipBomb);
        }

        var parts = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (!parts.TryAdd(entry.FullName, entry))
            {
                return (null, WorkbookProblems.NotAWorkbook);
            }
        }

        string? refusal = Refused
            .FirstOrDefault(sign => parts.Keys.Any(name => name.Contains(sign.Sign, StringComparison.OrdinalIgnoreCase)))
            .Rule;
        var package = new PackageCheck(parts);
        return refusal is null && package.TypesRefusal() is { } byType ? (null, byType) : (refusal is null ? package : null, refusal);
    }

    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>The part as XML: no DTD, no entities, no more than the limit whatever the directory of the ZIP file claims.</summary>
    /// <exception cref="InvalidDataException">It is missing, damaged or larger than it said.</exception>
    public XmlReader Xml(string part) =>
        XmlReader.Create(
            new MemoryStream(Unpack(part), writable: false),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = LargestPart,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            }
        );

    private string? TypesRefusal()
    {
        if (!Has("[Content_Types].xml") || !Has("xl/workbook.xml"))
        {
            return WorkbookProblems.NotAWorkbook;
        }

        string types = Encoding.UTF8.GetString(Unpack("[Content_Types].xml"));
        return RefusedTypes.FirstOrDefault(sign => types.Contains(sign.Sign, StringComparison.OrdinalIgnoreCase)).Rule;
    }

    private byte[] Unpack(string part)
    {
        if (!parts.TryGetValue(part, out ZipArchiveEntry? entry))
        {
            throw new InvalidDataException(part);
        }

        using Stream from = entry.Open();
        using var to = new MemoryStream();
        byte[] piece = new byte[64 << 10];
        for (int read; (read = from.Read(piece)) > 0; )
        {
            to.Write(piece, 0, read);
            if (to.Length > LargestPart)
            {
                throw new InvalidDataException(part);
            }
        }

        return to.ToArray();
    }
}
