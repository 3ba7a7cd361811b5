using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.Audit;
using ACip.Workflows.Serialization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Workflows.Reconciliation;

/// <summary>The ends of all audit chains, a blob a day, written once: a chain that is cut off or rewritten as a whole no longer agrees with it.</summary>
/// <param name="Previous">SHA-256 of the blob before; null for the first.</param>
/// <param name="Heads">By stream.</param>
public sealed record DailyHeads(DateTimeOffset At, string? Previous, IReadOnlyDictionary<string, AuditHead> Heads);

public sealed class AuditHeadArchive(BlobServiceClient blobs)
{
    public const string Container = "audit-heads";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    /// <returns>SHA-256 of what stands under that day: this, or what an earlier run of the same day wrote.</returns>
    public async Task<string> KeepAsync(DailyHeads heads, CancellationToken cancellation)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Json.Write(heads));
        BlobClient blob = container.GetBlobClient($"{heads.At.UtcDateTime:yyyy-MM-dd}.json");
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
        };
        for (bool made = false; ; made = true)
        {
            try
            {
                await blob.UploadAsync(new BinaryData(bytes), options, cancellation);
                return Sha256(bytes);
            }
            catch (RequestFailedException failed) when (failed.Status == 404 && !made)
            {
                await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            }
            catch (RequestFailedException failed) when (failed.Status is 409 or 412)
            {
                return Sha256((await blob.DownloadContentAsync(cancellation)).Value.Content.ToArray());
            }
        }
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
