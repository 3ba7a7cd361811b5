using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Storage;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Snapshots, renderings, annexes and manifests as blobs, each written once.</summary>
public sealed class DonorReportArchive(BlobServiceClient blobs)
{
    public const string Snapshot = "snapshot.json";
    public const string ManifestName = "manifest.json";

    /// <summary>Folder of officers' files within a version's folder.</summary>
    public const string AnnexFolder = "annex";

    internal const string Container = "donor-reports";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    /// <summary>Takes the place of a language in the address of what belongs to all languages.</summary>
    public const string OfAll = "files";

    /// <param name="language">Or <see cref="AnnexFolder"/>, or <see cref="OfAll"/> for manifest and snapshot.</param>
    public static string NameOf(string folder, string language, string file) =>
        language == OfAll && file is ManifestName or Snapshot ? $"{folder}/{file}" : $"{folder}/{language}/{file}";

    public static string PartName(string folder, Language language, string fileName) => $"{folder}/{language.Tag}/{fileName}";

    /// <summary>Stores a report in every language and format under a folder. Memory does not grow with the number of plans.</summary>
    /// <remarks>If interrupted, it continues from the existing snapshot, because a snapshot is taken only once.</remarks>
    /// <param name="snapshot">Its plans may be read from elsewhere while they are enumerated; they are enumerated once.</param>
    public async Task<KeptReport> KeepAsync(string folder, DonorSnapshot snapshot, CancellationToken cancellation)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        using var space = new ReportWorkspace();
        string taken = space.PathOf(Snapshot);
        if (!await FetchAsync($"{folder}/{Snapshot}", taken, cancellation))
        {
            using (FileStream output = File.Create(taken))
            {
                SnapshotDocument.Write(snapshot, output);
            }

            if (!await WriteOnceAsync($"{folder}/{Snapshot}", taken, "application/json", cancellation))
            {
                await FetchAsync($"{folder}/{Snapshot}", taken, cancellation); // somebody was faster
            }
        }

        string snapshotSha256 = Hash(taken);
        DonorSnapshot stored = SnapshotDocument.Open(() => File.OpenRead(taken));
        var parts = new List<ManifestPart>();
        foreach (Language language in stored.Head.Agreement.Schedule.Languages)
        {
            var names = new List<string>();
            DonorReport.RenderTo(
                stored,
                language,
                name =>
                {
                    names.Add(name);
                    return File.Create(space.PathOf(name));
                }
            );
            foreach (string name in names)
            {
                string path = space.PathOf(name);
                await WriteOnceAsync(PartName(folder, language, name), path, ReportParts.ContentTypeOf(name), cancellation);
                parts.Add(new ManifestPart(language, name, ReportParts.ContentTypeOf(name), new FileInfo(path).Length, Hash(path)));
            }
        }

        foreach (AnnexFile annex in stored.Head.Annexes)
        {
            await FetchAsync(AnnexName(annex.Sha256), space.PathOf("annex"), cancellation);
            await WriteOnceAsync($"{folder}/{AnnexFolder}/{annex.FileName}", space.PathOf("annex"), annex.ContentType, cancellation);
        }

        byte[] manifest = Manifest.Of(stored.Head, snapshotSha256, parts).Write();
        await WriteOnceAsync($"{folder}/{ManifestName}", new BinaryData(manifest).ToStream(), "application/json", cancellation);
        return new KeptReport(stored.Head, snapshotSha256, SnapshotDocument.Sha256(manifest));
    }

    /// <summary>Stores an officer's file under its hash until a version includes it.</summary>
    public async Task<string> KeepAnnexAsync(byte[] bytes, string contentType, CancellationToken cancellation)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        string sha256 = SnapshotDocument.Sha256(bytes);
        await WriteOnceAsync(AnnexName(sha256), new MemoryStream(bytes, writable: false), contentType, cancellation);
        return sha256;
    }

    /// <returns>Null where it is gone, or cannot be read.</returns>
    public async Task<Manifest?> ManifestAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync($"{folder}/{ManifestName}", cancellation) is { } bytes ? Manifest.Read(bytes) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>Null where there is no such file.</returns>
    public async Task<byte[]?> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException failed) when (failed.Status == 404)
        {
            return null;
        }
    }

    /// <summary>In which languages a version stands, its first one first. Those of its agreement may be others by now.</summary>
    /// <returns>Empty where its manifest is gone, or cannot be read.</returns>
    public async Task<IReadOnlyList<Language>> LanguagesAsync(string folder, CancellationToken cancellation) =>
        [.. (await ManifestAsync(folder, cancellation))?.Parts.Select(part => part.Language).Distinct() ?? []];

    /// <summary>A file that says the same in every language: in the one that is preferred, or else in the version's first.</summary>
    /// <returns>Null where there is no such file.</returns>
    public async Task<byte[]?> ReadAsync(string folder, Language preferred, string fileName, CancellationToken cancellation) =>
        await ReadAsync(PartName(folder, preferred, fileName), cancellation)
        ?? (
            await LanguagesAsync(folder, cancellation) is [var first, ..] && first != preferred
                ? await ReadAsync(PartName(folder, first, fileName), cancellation)
                : null
        );

    /// <summary>The files of a version in every language in which it stands.</summary>
    public async Task<IReadOnlyList<RenderedReport>> PartsAsync(string folder, CancellationToken cancellation)
    {
        var parts = new SortedDictionary<Language, List<ReportPart>>();
        await foreach (string blob in ListAsync(folder, cancellation))
        {
            if (
                blob[(folder.Length + 1)..].Split('/') is [var tag, var name]
                && Language.Find(tag) is { } language
                && await ReadAsync(blob, cancellation) is { } bytes
            )
            {
                parts.TryAdd(language, []);
                parts[language].Add(new ReportPart(name, ReportParts.ContentTypeOf(name), bytes));
            }
        }

        return [.. parts.Select(one => new RenderedReport(one.Key, one.Value))];
    }

    /// <summary>Downloads to a file, whatever the size.</summary>
    /// <returns>False where there is no such blob.</returns>
    public async Task<bool> FetchAsync(string name, string path, CancellationToken cancellation)
    {
        try
        {
            await container.GetBlobClient(name).DownloadToAsync(path, cancellation);
            return true;
        }
        catch (RequestFailedException failed) when (failed.Status == 404)
        {
            File.Delete(path);
            return false;
        }
    }

    public async IAsyncEnumerable<string> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (BlobItem blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder + "/", cancellation))
        {
            yield return blob.Name;
        }
    }

    internal static string AnnexName(string sha256) => $"annexes/{sha256}";

    private static string Hash(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private async Task<bool> WriteOnceAsync(string name, string path, string contentType, CancellationToken cancellation)
    {
        using FileStream content = File.OpenRead(path);
        return await WriteOnceAsync(name, content, contentType, cancellation);
    }

    /// <returns>False where something stands there already.</returns>
    private Task<bool> WriteOnceAsync(string name, Stream content, string contentType, CancellationToken cancellation) =>
        container.GetBlobClient(name).WriteOnceAsync(content, contentType, cancellation);
}

/// <summary>What stands in the archive now.</summary>
public sealed record KeptReport(SnapshotHead Head, string SnapshotSha256, string ManifestSha256);
