using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Verification;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>Checks the blob of each approved version, named by its hash.</summary>
/// <remarks>The expected hash comes from the audit chain, because whoever tampers with the blob could also change the version's
/// row.</remarks>
internal sealed class PlanVersionBlobClaims : IBlobClaims
{
    public string Container => PlanArchive.Container;

    public Task<IReadOnlyList<BlobClaim>> OfAsync(StreamRows stream, CancellationToken cancellation)
    {
        (PlanId Plan, int Number, string Sha256)[] approved =
        [
            .. stream
                .Events.Where(link => link is { Kind: AuditKind.PlanApproved or AuditKind.PlanRevisionApproved, DataSha256: not null })
                .Select((link, before) => (new PlanId(link.Subject), before + 1, link.DataSha256!)),
        ];
        IEnumerable<(PlanId Plan, int Number, string Sha256)> unsaid = stream
            .Facts<ActionPlan>(PlanRows.VersionPrefix)
            .Where(version => !approved.Any(one => one.Number == version.Version))
            .Select(version => (version.Id, version.Version, PlanDocument.Hash(version)));
        return Task.FromResult<IReadOnlyList<BlobClaim>>([
            .. approved
                .Concat(unsaid)
                .Select(version => new BlobClaim(PlanArchive.NameOf(version.Plan, version.Number, version.Sha256), version.Sha256)),
        ]);
    }
}
