using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ACip.Workflows.Portability;
using ACip.Workflows.Storage;

namespace ACip.Local.Cli.Operators.Portability;

/// <summary>An export on disk: a manifest with the SHA-256 of every list, and in the lists of blobs the SHA-256 of every file. What a file
/// is and what its members mean stands in docs/portability.md.</summary>
internal sealed class ExportFolder(string root)
{
    public const string ManifestName = "manifest.json";

    public static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static readonly JsonSerializerOptions Lines = new(Written) { WriteIndented = false };

    public string Root => root;

    public string Manifest => Path.Combine(root, ManifestName);

    public static string ListOf(PortablePart part) =>
        part.Kind == PlaceKind.Table ? $"tables/{part.Name}.jsonl" : $"blobs/{part.Name}.jsonl";

    public string PathOf(string listed) => Path.Combine(root, listed);

    /// <summary>Where a blob's bytes stand.</summary>
    /// <returns>Null where its name would lead out of its folder.</returns>
    public string? FileOf(string container, string blob)
    {
        string folder = Path.Combine(root, "blobs", container) + Path.DirectorySeparatorChar;
        string path = Path.GetFullPath(Path.Combine(folder, blob));
        return path.StartsWith(folder, StringComparison.Ordinal) ? path : null;
    }

    public static async Task<string> HashAsync(string path)
    {
        await using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
    }
}

/// <param name="Sha256">Of its bytes, in lower-case hexadecimal digits.</param>
/// <param name="Lines">How many rows or blobs it lists.</param>
internal sealed record ListedFile(string Path, string Sha256, long Bytes, long Lines);

/// <param name="From">Address of the deployment.</param>
internal sealed record ExportManifest(
    string Format,
    int Version,
    string Application,
    Uri From,
    DateTimeOffset ExportedAt,
    IReadOnlyList<PortablePart> Parts,
    IReadOnlyList<ListedFile> Files,
    IReadOnlyList<PortableOmission> LeftOut
);

/// <summary>A blob, as its container's list on disk has it.</summary>
internal sealed record ListedBlob(
    string Name,
    long Bytes,
    string Sha256,
    string? ContentType,
    string? Md5,
    IReadOnlyDictionary<string, string> Metadata
);
