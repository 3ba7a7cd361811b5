using Azure.Storage.Blobs;

namespace ACip.Workflows.Storage;

/// <summary>Files of the host's own account: what it notes for itself is read here, and nothing is written.</summary>
public sealed record HostBlobs(BlobServiceClient Client)
{
    /// <summary>The container that it makes for itself.</summary>
    public const string Notes = "azure-webjobs-hosts";
}
