using System.Globalization;
using System.Security.Cryptography;
using ACip.Workflows.Messaging.Mime;

namespace ACip.Workflows.Messaging.Incoming;

/// <param name="Name">Safe to show and to offer for download.</param>
/// <param name="Kind">What its content is; Unknown where nothing we accept.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Refusal">A slug of <see cref="AttachmentReasons"/>, or null where it may be kept as evidence, quarantined until
/// checked.</param>
public sealed record AttachmentFinding(string Name, FileKind Kind, string Sha256, long Size, string? Refusal)
{
    /// <summary>An accepted workbook, which may be the completed form.</summary>
    public bool IsWorkbook => Refusal is null && Kind is FileKind.Xlsx or FileKind.Xls;
}

/// <summary>Decides which files are kept as evidence. The type of a file is determined from its content, because names can be
/// false.</summary>
public static class AttachmentRules
{
    public const int MostFiles = 20;
    public const int LargestFile = 25 << 20;

    /// <summary>Inline pictures smaller than this are logos.</summary>
    private const int SmallestInlinePicture = 16 << 10;

    private const int LongestName = 100;

    /// <returns>One finding for every file, in order.</returns>
    public static IReadOnlyList<AttachmentFinding> Judge(IReadOnlyList<ReceivedFile> files) =>
        [.. files.Select((file, at) => at < MostFiles ? Judge(file) : Finding(file, FileKind.Unknown, AttachmentReasons.TooMany))];

    public static AttachmentFinding Judge(ReceivedFile file)
    {
        if (file.Content.Length == 0)
        {
            return Finding(file, FileKind.Unknown, AttachmentReasons.Empty);
        }

        if (file.Content.Length > LargestFile)
        {
            return Finding(file, FileKind.Unknown, AttachmentReasons.TooLarge);
        }

        if (FoundParts.IsSignature(file.DeclaredType))
        {
            return Finding(file, FileKind.Unknown, AttachmentReasons.Decoration); // says who wrote the mail, to programs
        }

        if (BodyRules.IsEncrypted(file))
        {
            return Finding(file, FileKind.Unknown, AttachmentReasons.Encrypted);
        }

        (FileKind kind, string? refusal) = FileKinds.Recognise(file.Content, file.Name);
        if (refusal is null && file.Inline && kind is FileKind.Png or FileKind.Jpeg && file.Content.Length < SmallestInlinePicture)
        {
            refusal = AttachmentReasons.Decoration;
        }

        return Finding(file, kind, refusal);
    }

    private static AttachmentFinding Finding(ReceivedFile file, FileKind kind, string? refusal) =>
        new(
            SafeName(file.Name, FileKinds.Extensions(kind)),
            kind,
            Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)),
            file.Content.Length,
            refusal
        );

    /// <summary>The last part of a path, without control, quoting and direction-changing characters (which make "fdp.exe" read as
    /// "exe.pdf"), and with an extension that matches the content, because the extension decides which program opens it.</summary>
    private static string SafeName(string name, string[] extensions)
    {
        string last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        char[] kept =
        [
            .. last.Where(c =>
                !char.IsControl(c)
                && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?')
                && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Surrogate)
            ),
        ];
        string safe = new string(kept).Trim(' ', '.');
        if (safe.Length > LongestName)
        {
            int dot = safe.LastIndexOf('.');
            string extension = dot > safe.Length - 8 ? safe[dot..] : "";
            safe = safe[..(LongestName - extension.Length)] + extension;
        }

        safe = safe.Length == 0 ? "file" : safe;
        bool fits = extensions.Length == 0 || extensions.Any(extension => safe.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
        return fits ? safe : safe + extensions[0];
    }
}
