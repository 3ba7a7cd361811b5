using ACip.Workflows.Verification;

namespace ACip.Workflows.QuarterlyReports.Evidence;

/// <summary>Checks evidence: each blob is named by the hash in its row.</summary>
internal sealed class EvidenceBlobClaims : IBlobClaims
{
    public string Container => EvidenceStore.Container;

    public Task<IReadOnlyList<BlobClaim>> OfAsync(StreamRows stream, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<BlobClaim>>([
            .. stream.Facts<EvidenceFile>(EvidenceFile.Prefix).Select(file => new BlobClaim(file.Sha256, file.Sha256)),
        ]);
}
