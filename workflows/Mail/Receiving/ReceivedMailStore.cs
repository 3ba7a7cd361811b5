using System.Collections.Concurrent;
using System.Security.Cryptography;
using ACip.Workflows.Mail.Incoming;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Workflows.Mail.Receiving;

/// <summary>Received POSTs as they came, byte for byte, under the hash of their bytes: a repeat finds its blob there.</summary>
public sealed class ReceivedMailStore(BlobServiceClient blobs)
{
    /// <summary>A mail is mostly read right after it was kept. Named by its content, so what is here is right.</summary>
    private const int MostRecent = 50, LargestRecent = 1 << 20;

    private readonly ConcurrentDictionary<string, ReceivedPost> recent = new(StringComparer.Ordinal);

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient("received-mail");

    public async Task CreateAsync(CancellationToken cancellation) => await container.CreateIfNotExistsAsync(cancellationToken: cancellation);

    /// <returns>The key: lower-case hex, 40 characters. Once this returns, the mail is kept.</returns>
    public async Task<string> KeepAsync(byte[] body, string contentType, CancellationToken cancellation)
    {
        string key = Convert.ToHexStringLower(SHA256.HashData(body))[..40];
        try
        {
            await container.GetBlobClient(key).UploadAsync(new BinaryData(body), new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            }, cancellation);
        }
        catch (RequestFailedException failed) when (failed.Status == 409)
        {
            // the very same bytes are kept already
        }

        if (recent.Count >= MostRecent)
        {
            recent.Clear();
        }

        if (body.Length <= LargestRecent)
        {
            recent[key] = new ReceivedPost(body, contentType);
        }

        return key;
    }

    /// <returns>Null where the POST is no message, or is gone by its retention time.</returns>
    public async Task<InboundMessage?> FindMessageAsync(string key, CancellationToken cancellation)
    {
        try
        {
            ReceivedPost post = await ReadAsync(key, cancellation);
            return (InboundParsePost.Read(post.Body, post.ContentType) as InboundReading.Message)?.Value;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public async Task<ReceivedPost> ReadAsync(string key, CancellationToken cancellation)
    {
        if (recent.TryRemove(key, out ReceivedPost? kept))
        {
            return kept;
        }

        BlobDownloadResult blob = (await container.GetBlobClient(key).DownloadContentAsync(cancellation)).Value;
        return new ReceivedPost(blob.Content.ToArray(), blob.Details.ContentType);
    }
}

public sealed record ReceivedPost(byte[] Body, string ContentType);
