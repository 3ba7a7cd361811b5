using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Programme;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Workflows.DonorReports;

/// <summary>Snapshots, renderings and manifests as blobs, each written once.</summary>
public sealed class DonorReportArchive(BlobServiceClient blobs)
{
    public const string Snapshot = "snapshot.json";
    public const string ManifestName = "manifest.json";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient("donor-reports");

    public static string PartName(string folder, Language language, string fileName) => $"{folder}/{language.ToString().ToLowerInvariant()}/{fileName}";

    public async Task<DonorReportVersion> KeepAsync(DonorReportFile report, Func<Task<DonorSnapshot>> take, CancellationToken cancellation)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        int number = report.Versions.Count + 1;
        string folder = $"{report.Agreement}/{report.Period}/v{number:D2}";
        byte[] bytes = await ReadAsync($"{folder}/{Snapshot}", cancellation) ?? await WriteOnceAsync($"{folder}/{Snapshot}", SnapshotDocument.Write(await take()), "application/json", cancellation);
        DonorSnapshot snapshot = SnapshotDocument.Read(bytes);
        RenderedReport[] rendered = [.. snapshot.Head.Agreement.Schedule.Languages.Select(language => DonorReport.Render(snapshot, language))];
        foreach (RenderedReport one in rendered)
        {
            foreach (ReportPart part in one.Parts)
            {
                await WriteOnceAsync(PartName(folder, one.Language, part.FileName), part.Bytes, part.ContentType, cancellation);
            }
        }

        byte[] manifest = await WriteOnceAsync($"{folder}/{ManifestName}", Manifest.Of(bytes, rendered).Write(), "application/json", cancellation);
        return new DonorReportVersion(number, snapshot.Head.AsOf, folder, SnapshotDocument.Sha256(bytes), SnapshotDocument.Sha256(manifest), snapshot.Head.Agreement.Framework.Indicators.Count);
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

    public async IAsyncEnumerable<string> ListAsync(string folder, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (BlobItem blob in container.GetBlobsAsync(prefix: folder + "/", cancellationToken: cancellation))
        {
            yield return blob.Name;
        }
    }

    /// <returns>What stands there: the bytes given, or those of whoever was first.</returns>
    private async Task<byte[]> WriteOnceAsync(string name, byte[] bytes, string contentType, CancellationToken cancellation)
    {
        try
        {
            await container.GetBlobClient(name).UploadAsync(new BinaryData(bytes), new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            }, cancellation);
            return bytes;
        }
        catch (RequestFailedException failed) when (failed.Status == 409)
        {
            return (await ReadAsync(name, cancellation))!;
        }
    }
}
