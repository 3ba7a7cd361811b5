using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ACip.Local.Durable.Storage;

/// <summary>Text of any length in an entity: cut into properties, or, past <see cref="MaxInline"/> characters, in a blob whose name the entity holds.</summary>
/// <remarks>The blob is written before the entity: until the entity names it, it does not exist for anybody.</remarks>
internal sealed class LargeText(BlobContainerClient container)
{
    /// <summary>A property holds 64 KiB of UTF-16.</summary>
    private const int Piece = 32_000;

    private const int MaxInline = 6 * Piece;

    public async Task PutAsync(TableEntity entity, string name, string? text, CancellationToken cancellation)
    {
        if (text is null)
        {
            return;
        }

        if (text.Length > MaxInline)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            string blob = Convert.ToHexStringLower(SHA256.HashData(bytes));
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await container.GetBlobClient(blob).UploadAsync(new BinaryData(bytes), overwrite: true, cancellation);
            entity[name + "Blob"] = blob;
            return;
        }

        for (int at = 0, piece = 0; at < text.Length || piece == 0; at += Piece, piece++)
        {
            entity[name + piece] = text.Substring(at, Math.Min(Piece, text.Length - at));
        }
    }

    public async Task<string?> GetAsync(TableEntity entity, string name, CancellationToken cancellation)
    {
        if (entity.GetString(name + "Blob") is { } blob)
        {
            return (await container.GetBlobClient(blob).DownloadContentAsync(cancellation)).Value.Content.ToString();
        }

        if (entity.GetString(name + "0") is not { } first)
        {
            return null;
        }

        var text = new StringBuilder(first);
        for (int piece = 1; entity.GetString(name + piece) is { } more; piece++)
        {
            text.Append(more);
        }

        return text.ToString();
    }
}
