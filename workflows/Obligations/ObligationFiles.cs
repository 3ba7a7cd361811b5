using System.Security.Cryptography;
using ACip.Workflows.Audit;
using ACip.Workflows.Verification;
using Azure;
using Azure.Storage.Blobs;

namespace ACip.Workflows.Obligations;

/// <summary>What was sent to donors, each file under its hash.</summary>
public sealed class ObligationFiles(BlobServiceClient blobs) : IBlobClaims
{
    internal const string ContainerName = "obligations";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(ContainerName);

    public string Container => ContainerName;

    /// <returns>Null where there is no such file.</returns>
    public async Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellation)
    {
        try
        {
            return (await container.GetBlobClient(sha256).DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException failed) when (failed.Status == 404)
        {
            return null;
        }
    }

    public Task<IReadOnlyList<BlobClaim>> OfAsync(StreamRows stream, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<BlobClaim>>([
            .. from link in stream.Events
            where link.Kind == AuditKind.ObligationMet && link.DataSha256 is not null
            select new BlobClaim(link.DataSha256!, link.DataSha256),
        ]);

    /// <summary>As it is handed out again: nothing that a path or a header could be misled by.</summary>
    internal static string Named(string name) =>
        string.Concat(
            Path.GetFileName(name.Replace('\\', '/')).Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_')
        )
            is { Length: > 0 and <= 100 } sound
            ? sound
            : "file";

    internal async Task<string> KeepAsync(byte[] bytes, CancellationToken cancellation)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        try
        {
            await container.GetBlobClient(sha256).UploadAsync(new BinaryData(bytes), overwrite: false, cancellation);
        }
        catch (RequestFailedException failed) when (failed.Status == 409)
        {
            // the same file under the same hash
        }

        return sha256;
    }
}
