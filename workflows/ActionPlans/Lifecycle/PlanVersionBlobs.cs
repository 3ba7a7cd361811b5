using ACip.Workflows.Verification;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>Each approved version is a blob, too, named by its hash.</summary>
internal sealed class PlanVersionBlobs : IBlobClaims
{
    public string Container => PlanArchive.Container;

    public Task<IReadOnlyList<BlobClaim>> OfAsync(StreamRows stream, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<BlobClaim>>([
            .. from version in stream.Facts<ActionPlan>(PlanRows.VersionPrefix)
            let sha256 = PlanDocument.Hash(version)
            select new BlobClaim(PlanArchive.NameOf(version.Id, version.Version, sha256), sha256),
        ]);
}
