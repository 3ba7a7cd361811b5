using System.Security.Cryptography;
using ACip.Workflows.Audit;
using ACip.Workflows.Verification;
using Azure;
using Azure.Storage.Blobs;

namespace ACip.Workflows.Obligations;

/// <summary>Files that officers keep as proof, named by their hash, in a container of each capability.</summary>
/// <param name="told">Kinds of the events that tell of one.</param>
public abstract class FiledDocuments(BlobServiceClient blobs, string name, params AuditKind[] told) : IBlobClaims
{
    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(name);

    public string Container => name;

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
            where told.Contains(link.Kind) && link.DataSha256 is not null
            select new BlobClaim(link.DataSha256!, link.DataSha256),
        ]);

    /// <summary>A safe name for downloading: nothing in it can mislead a path or a header.</summary>
    internal static string Named(string name) =>
        string.Concat(
            Path.GetFileName(name.Replace('\\', '/')).Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_')
        )
            is { Length: > 0 and <= 100 } sound
            ? sound
            : "file";

    /// <returns>Null where there is nothing to keep.</returns>
    internal async Task<FiledDocument?> KeepAsync((string Name, byte[] Bytes)? file, CancellationToken cancellation) =>
        file is { Bytes.Length: > 0 } given ? new FiledDocument(Named(given.Name), await KeepAsync(given.Bytes, cancellation)) : null;

    private protected async Task<string> KeepAsync(byte[] bytes, CancellationToken cancellation)
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

public sealed record FiledDocument(string Name, string Sha256);

/// <summary>What was sent to donors.</summary>
public sealed class ObligationFiles(BlobServiceClient blobs) : FiledDocuments(blobs, ContainerName, AuditKind.ObligationMet)
{
    internal const string ContainerName = "obligations";
}
