using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace FunctionsSimulator.Durable.Storage;

/// <summary>Bytes of any number in an entity: cut into properties, or, past <see cref="MaxInline"/>, in a blob whose name the entity
/// holds.</summary>
/// <remarks>The blob is written before the entity: until the entity names it, it does not exist for anybody. Named by instance and content,
/// it is never written twice.</remarks>
internal sealed class LargeValue(BlobContainerClient container)
{
    /// <summary>Five such values, as many as an instance has, fit into one entity of 1 MiB.</summary>
    public const int MaxInline = 3 * Piece;

    /// <summary>A binary property holds 64 KiB.</summary>
    private const int Piece = 64 << 10;

    private readonly ConcurrentDictionary<string, bool> written = new(StringComparer.Ordinal);

    public Task PutTextAsync(TableEntity entity, string name, string? text, CancellationToken cancellation) =>
        PutAsync(entity, name, text is null ? null : Encoding.UTF8.GetBytes(text), cancellation);

    public async Task<string?> GetTextAsync(TableEntity entity, string name, CancellationToken cancellation) =>
        await GetAsync(entity, name, cancellation) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    public async Task PutAsync(TableEntity entity, string name, byte[]? bytes, CancellationToken cancellation)
    {
        if (bytes is null)
        {
            return;
        }

        if (bytes.Length > MaxInline)
        {
            entity[name + "Blob"] = await WriteAsync(entity.PartitionKey, bytes, cancellation);
            return;
        }

        for (int piece = 0, at = 0; at < bytes.Length || piece == 0; piece++, at += Piece)
        {
            entity[name + piece] = bytes[at..Math.Min(at + Piece, bytes.Length)];
        }
    }

    public async Task<byte[]?> GetAsync(TableEntity entity, string name, CancellationToken cancellation)
    {
        if (entity.GetString(name + "Blob") is { } blob)
        {
            written[blob] = true;
            return (await container.GetBlobClient(blob).DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }

        if (entity.GetBinary(name + "0") is not { } first)
        {
            return null;
        }

        if (entity.GetBinary(name + "1") is null)
        {
            return first;
        }

        using var whole = new MemoryStream();
        for (int piece = 0; entity.GetBinary(name + piece) is { } more; piece++)
        {
            whole.Write(more);
        }

        return whole.ToArray();
    }

    /// <summary>As far as this process knows.</summary>
    public bool HasWritten(string instanceId) =>
        !written.IsEmpty && written.Keys.Any(blob => blob.StartsWith(instanceId + "/", StringComparison.Ordinal));

    public async Task DropAsync(string instanceId, CancellationToken cancellation)
    {
        try
        {
            await foreach (BlobItem blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = instanceId + "/" }, cancellation))
            {
                await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
                written.TryRemove(blob.Name, out _);
            }
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            // no instance has had a large value yet
        }
    }

    private async Task<string> WriteAsync(string instanceId, byte[] bytes, CancellationToken cancellation)
    {
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
