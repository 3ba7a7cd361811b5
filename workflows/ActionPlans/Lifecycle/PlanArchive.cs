using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Workflows.ActionPlans;

/// <summary>Approved versions as blobs, each under its hash, written once.</summary>
public sealed class PlanArchive(BlobServiceClient blobs)
{
    private readonly BlobContainerClient container = blobs.GetBlobContainerClient("plan-versions");

    public async Task KeepAsync(ActionPlan plan, CancellationToken cancellation)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        BlobClient blob = container.GetBlobClient($"{plan.Id}/v{plan.Version:D4}-{PlanDocument.Hash(plan)}.json");
        try
        {
            await blob.UploadAsync(new BinaryData(PlanDocument.Write(plan)), new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            }, cancellation);
        }
        catch (RequestFailedException failed) when (failed.Status == 409)
        {
            // the same plan under the same hash
        }
    }
}
