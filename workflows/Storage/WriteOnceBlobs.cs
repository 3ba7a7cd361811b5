using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Workflows.Storage;

/// <summary>Blobs that are written once, most of them named by the hash of their bytes. A second writer finds the first one's
/// blob.</summary>
internal static class WriteOnceBlobs
{
    /// <summary>The condition that a blob is created and never overwritten.</summary>
    public static BlobRequestConditions IfNotThere => new() { IfNoneMatch = ETag.All };

    /// <summary>Whether storage says that the blob exists.</summary>
    public static bool IsThere(RequestFailedException failed) => failed.Status is 409 or 412;

    /// <param name="contentType">Null: it may not be opened as anything.</param>
    /// <returns>False where something stands there already.</returns>
    public static Task<bool> WriteOnceAsync(
        this BlobClient blob,
        BinaryData content,
        string? contentType,
        CancellationToken cancellation,
        IDictionary<string, string>? metadata = null
    ) => TryAsync(() => blob.UploadAsync(content, Options(contentType, metadata), cancellation));

    /// <inheritdoc cref="WriteOnceAsync(BlobClient, BinaryData, string?, CancellationToken, IDictionary{string, string}?)"/>
    public static Task<bool> WriteOnceAsync(this BlobClient blob, Stream content, string contentType, CancellationToken cancellation) =>
        TryAsync(() => blob.UploadAsync(content, Options(contentType, null), cancellation));

    private static BlobUploadOptions Options(string? contentType, IDictionary<string, string>? metadata) =>
        new()
        {
            Conditions = IfNotThere,
            HttpHeaders = contentType is null ? null : new BlobHttpHeaders { ContentType = contentType },
            Metadata = metadata,
        };

    private static async Task<bool> TryAsync(Func<Task> upload)
    {
        try
        {
            await upload();
            return true;
        }
        catch (RequestFailedException failed) when (IsThere(failed))
        {
            return false;
        }
    }
}
