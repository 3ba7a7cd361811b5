using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Local.Durable.Storage;

/// <summary>Text of any length in an entity: cut into properties, or, past <see cref="MaxInline"/> characters, in a blob whose name the entity holds.</summary>
/// <remarks>The blob is written before the entity: until the entity names it, it does not exist for anybody. Named by instance and content, it is never written twice.</remarks>
internal sealed class LargeText(BlobContainerClient container)
{
    /// <summary>Five such texts, as many as an instance has, fit into one entity of 1 MiB.</summary>
    public const int MaxInline = 3 * Piece;

    /// <summary>A property holds 64 KiB of UTF-16.</summary>
    private const int Piece = 32_000;

    private readonly ConcurrentDictionary<string, bool> written = new(StringComparer.Ordinal);

    public async Task PutAsync(TableEntity entity, string name, string? text, CancellationToken cancellation)
    {
        if (text is null)
        {
            return;
        }

        if (text.Length > MaxInline)
        {
            entity[name + "Blob"] = await WriteAsync(entity.PartitionKey, text, cancellation);
            return;
        }

        int piece = 0;
        for (int at = 0; at < text.Length || piece == 0;)
        {
            int length = Math.Min(Piece, text.Length - at);
            if (at + length < text.Length && char.IsHighSurrogate(text[at + length - 1]))
            {
                length--;
            }

            entity[name + piece++] = text.Substring(at, length);
            at += length;
        }
    }

    public async Task<string?> GetAsync(TableEntity entity, string name, CancellationToken cancellation)
    {
        if (entity.GetString(name + "Blob") is { } blob)
        {
            written[blob] = true;
            return (await container.GetBlobClient(blob).DownloadContentAsync(cancellation)).Value.Content.ToString();
        }

        if (entity.GetString(name + "0") is not { } first)
        {
            return null;
        }

        if (entity.GetString(name + "1") is null)
        {
            return first;
        }

        var text = new StringBuilder(first);
        for (int piece = 1; entity.GetString(name + piece) is { } more; piece++)
        {
            text.Append(more);
        }

        return text.ToString();
    }

    /// <summary>As far as this process knows.</summary>
    public bool HasWritten(string instanceId) => !written.IsEmpty && written.Keys.Any(blob => blob.StartsWith(instanceId + "/", StringComparison.Ordinal));

    public async Task DropAsync(string instanceId, CancellationToken cancellation)
    {
        try
        {
            await foreach (BlobItem blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, instanceId + "/", cancellation))
            {
                await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
                written.TryRemove(blob.Name, out _);
            }
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            // no instance has had a large text yet
        }
    }

    private async Task<string> WriteAsync(string instanceId, string text, CancellationToken cancellation)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        string blob = $"{instanceId}/{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
        if (!written.ContainsKey(blob))
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await container.GetBlobClient(blob).UploadAsync(new BinaryData(bytes), overwrite: true, cancellation);
            written[blob] = true;
        }

        return blob;
    }
}
