using System.Security.Cryptography;
using ACip.Local.Cli.Platform;
using Azure.Storage.Blobs;

namespace ACip.Tests.Scenarios.Portability;

/// <summary>Every file of every donor report of a platform.</summary>
internal static class ReportsIn
{
    public static async Task<SortedDictionary<string, string>> HashesAsync(LocalPlatform platform)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        BlobContainerClient reports = platform.Get<BlobServiceClient>().GetBlobContainerClient("donor-reports");
        await foreach (var blob in reports.GetBlobsAsync())
        {
            hashes[blob.Name] = Convert.ToHexString(
                SHA256.HashData((await reports.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content)
            );
        }

        Assert.True(hashes.Count > 5);
        return hashes;
    }
}
