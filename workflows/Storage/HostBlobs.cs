using Azure.Storage.Blobs;

namespace ACip.Workflows.Storage;

/// <summary>Files in the host's own account. Only the host writes them; we read them.</summary>
public sealed record HostBlobs(BlobServiceClient Client)
{
    /// <summary>The container that the host creates for itself.</summary>
    public const string Notes = "azure-webjobs-hosts";
}
