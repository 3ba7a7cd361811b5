using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ACip.Tests.Scenarios.Trust;

/// <summary>A dossier as whoever got it reads it: every file is what the manifest says, and there is no other.</summary>
internal sealed class Dossier
{
    private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public Dossier(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content));
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            using Stream stream = entry.Open();
            stream.CopyTo(bytes);
            files.Add(entry.FullName, bytes.ToArray());
        }

        JsonNode manifest = JsonNode.Parse(files["manifest.json"])!;
        Assert.Equal(
            files
                .Where(file => file.Key != "manifest.json")
                .Select(file => $"{file.Key} {Convert.ToHexStringLower(SHA256.HashData(file.Value))} {file.Value.Length}")
                .Order(StringComparer.Ordinal),
            manifest["files"]!.AsArray().Select(file => $"{file!["path"]} {file["sha256"]} {file["bytes"]}").Order(StringComparer.Ordinal)
        );
        LeftOut = [.. manifest["leftOut"]!.AsArray().Select(one => $"{one!["what"]}")];
        Assert.All(manifest["leftOut"]!.AsArray(), one => Assert.NotEmpty($"{one!["why"]}"));
    }

    public IReadOnlyList<string> LeftOut { get; }

    public IReadOnlyCollection<string> Paths => files.Keys;

    public string Text(string path) => Encoding.UTF8.GetString(files[path]);

    public IReadOnlyList<string> Holding(string text) =>
        [
            .. files
                .Where(file => Encoding.UTF8.GetString(file.Value).Contains(text, StringComparison.OrdinalIgnoreCase))
                .Select(file => file.Key),
        ];
}
