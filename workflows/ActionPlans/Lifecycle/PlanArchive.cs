using ACip.Workflows.Identifiers;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>Stores each approved version as a blob named by its hash, written once.</summary>
public sealed class PlanArchive(BlobServiceClient blobs)
{
    internal const string Container = "plan-versions";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    public async Task KeepAsync(ActionPlan plan, CancellationToken cancellation)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        BlobClient blob = Blob(plan.Id, plan.Version, PlanDocument.Hash(plan));
        // where it stands, it is the same plan under the same hash
        await blob.WriteOnceAsync(new BinaryData(PlanDocument.Write(plan)), "application/json", cancellation);
    }

    /// <returns>False where the blob is gone or is not what its hash says.</returns>
    public async Task<bool> IsIntactAsync(PlanId plan, int version, string sha256, CancellationToken cancellation)
    {
        try
        {
            BlobDownloadResult kept = await Blob(plan, version, sha256).DownloadContentAsync(cancellation);
            return CanonicalJson.Sha256(kept.Content.ToMemory().Span) == sha256;
        }
        catch (RequestFailedException failed) when (failed.Status == 404)
        {
            return false;
        }
    }

    internal static string NameOf(PlanId plan, int version, string sha256) => $"{plan}/v{version:D4}-{sha256}.json";

    private BlobClient Blob(PlanId plan, int version, string sha256) => container.GetBlobClient(NameOf(plan, version, sha256));
}
