using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.Storage;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace ACip.Workflows.Portability;

/// <summary>Writes a blob as exported, in blocks that are committed only once their hash is right.</summary>
public sealed class BlobImport(BlobServiceClient blobs)
{
    private const int BlockBytes = 4 << 20;

    /// <param name="sha256">Of the bytes, in lower-case hexadecimal digits.</param>
    public async Task<BlobTaken> TakeAsync(
        string container,
        PortableBlob blob,
        string sha256,
        Stream content,
        CancellationToken cancellation
    )
    {
        BlobContainerClient all = blobs.GetBlobContainerClient(container);
        await all.CreateIfNotExistsAsync(cancellationToken: cancellation);
        BlockBlobClient place = all.GetBlockBlobClient(blob.Name);
        (IReadOnlyList<string> blocks, string came) = await StageAsync(place, content, cancellation);
        if (came != sha256)
        {
            return BlobTaken.OtherBytes;
        }

        try
        {
            await place.CommitBlockListAsync(
                blocks,
                new CommitBlockListOptions
                {
                    Conditions = WriteOnceBlobs.IfNotThere,
                    HttpHeaders = new BlobHttpHeaders
                    {
                        ContentType = blob.ContentType,
                        ContentHash = blob.Md5 is null ? null : Convert.FromBase64String(blob.Md5),
                    },
                    Metadata = new Dictionary<string, string>(blob.Metadata),
                },
                cancellation
            );
            return BlobTaken.Written;
        }
        catch (RequestFailedException stands) when (WriteOnceBlobs.IsThere(stands))
        {
            using Stream other = await place.OpenReadAsync(cancellationToken: cancellation);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(other, cancellation)) == sha256
                ? BlobTaken.StoodAlready
                : BlobTaken.StandsOtherwise;
        }
    }

    private static async Task<(IReadOnlyList<string> Blocks, string Sha256)> StageAsync(
        BlockBlobClient place,
        Stream content,
        CancellationToken cancellation
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var blocks = new List<string>();
        byte[] buffer = new byte[BlockBytes];
        int read;
        while ((read = await content.ReadAtLeastAsync(buffer, BlockBytes, throwOnEndOfStream: false, cancellation)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            string id = Convert.ToBase64String(Encoding.ASCII.GetBytes(blocks.Count.ToString("D6", CultureInfo.InvariantCulture)));
            using var block = new MemoryStream(buffer, 0, read, writable: false);
            await place.StageBlockAsync(id, block, cancellationToken: cancellation);
            blocks.Add(id);
        }

        return (blocks, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

public enum BlobTaken
{
    Written,
    StoodAlready,

    /// <summary>The blob exists with other content; nothing was overwritten.</summary>
    StandsOtherwise,

    /// <summary>The bytes received do not match the hash; nothing was written.</summary>
    OtherBytes,
}
