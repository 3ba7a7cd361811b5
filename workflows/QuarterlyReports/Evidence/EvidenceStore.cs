using System.Security.Cryptography;
using ACip.Workflows.Storage;
using Azure;
using Azure.Storage.Blobs;

namespace ACip.Workflows.QuarterlyReports.Evidence;

/// <summary>Stores the bytes of evidence under their SHA-256, by which reports refer to them.</summary>
public sealed class EvidenceStore(BlobServiceClient blobs) : IStorageStep
{
    internal const string Container = "evidence";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    public async Task CreateAsync(CancellationToken cancellation) =>
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);

    Task IStorageStep.PrepareAsync(CancellationToken cancellation) => CreateAsync(cancellation);

    /// <remarks>The sender's media type is not stored, so that nothing is opened as what it claims to be.</remarks>
    public Task KeepAsync(string sha256, ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        container.GetBlobClient(sha256).WriteOnceAsync(new BinaryData(content), null, cancellation);

    /// <returns>Null where there is none, or where its bytes are no longer those that it is named by.</returns>
    public async Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellation)
    {
        try
        {
            byte[] content = (await container.GetBlobClient(sha256).DownloadContentAsync(cancellation)).Value.Content.ToArray();
            return Convert.ToHexStringLower(SHA256.HashData(content)) == sha256 ? content : null;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
