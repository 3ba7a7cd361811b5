using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ACip.Workflows.Serialization;

namespace ACip.Workflows.Dossiers;

/// <summary>Writes the ZIP of a dossier: files with their hashes, and finally the manifest.</summary>
/// <param name="at">Of every file, so that what stands unchanged makes the same bytes.</param>
internal sealed class DossierArchive(Stream output, DateTimeOffset at) : IDisposable
{
    private static readonly JsonSerializerOptions ToBeRead = new(Json.Stored) { WriteIndented = true };

    private readonly ZipArchive zip = new(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
    private readonly List<DossierFile> files = [];
    private readonly SortedDictionary<string, (int Count, string Why)> leftOut = new(StringComparer.Ordinal);

    public void Add(string path, byte[] bytes)
    {
        ZipArchiveEntry entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = at;
        using (Stream content = entry.Open())
        {
            content.Write(bytes);
        }

        files.Add(new DossierFile(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length));
    }

    public void Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    public void LeaveOut(string what, string why, int count = 1) => leftOut[what] = (leftOut.GetValueOrDefault(what).Count + count, why);

    public IReadOnlyList<DossierOmission> LeftOut =>
        [.. leftOut.Select(one => new DossierOmission(one.Key, one.Value.Count, one.Value.Why))];

    /// <summary>It does not name itself.</summary>
    public void End(DossierManifest manifest) =>
        Add(
            DossierManifest.FileName,
            JsonSerializer.SerializeToUtf8Bytes(
                manifest with
                {
                    Files = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)],
                    LeftOut = LeftOut,
                },
                ToBeRead
            )
        );

    public void Dispose() => zip.Dispose();
}
