using System.Collections.Concurrent;
using System.Security.Cryptography;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Storage;
using Azure.Storage.Blobs;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Attachments of our mails, named by the hash of their bytes: the same workbook for two people is one blob, and a repeat writes
/// nothing.</summary>
public sealed class MailAttachmentStore(BlobServiceClient blobs) : IStorageStep
{
    internal const string Container = "mail-files";

    /// <summary>Workbooks of some ten kilobytes, usually sent right after they were made. They are named by their content, so a cached one
    /// is always right.</summary>
    private const int MostKept = 200;

    private readonly ConcurrentDictionary<string, byte[]> recent = new();

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    public async Task CreateAsync(CancellationToken cancellation) =>
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);

    Task IStorageStep.PrepareAsync(CancellationToken cancellation) => CreateAsync(cancellation);

    public async Task<MailAttachment> KeepAsync(byte[] content, string fileName, string mediaType, CancellationToken cancellation)
    {
        string name = Convert.ToHexStringLower(SHA256.HashData(content));
        await container.GetBlobClient(name).WriteOnceAsync(new BinaryData(content), null, cancellation);

        if (recent.Count >= MostKept)
        {
            recent.Clear();
        }

        recent[name] = content;
        return new MailAttachment(fileName, mediaType, name);
    }

    public async Task<byte[]> ReadAsync(string name, CancellationToken cancellation) =>
        recent.TryGetValue(name, out byte[]? kept)
            ? kept
            : (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content.ToArray();
}
