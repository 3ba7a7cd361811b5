using ACip.Workflows.Audit;
using ACip.Workflows.Verification;

namespace ACip.Workflows.DonorReports.RegisterImports;

/// <summary>Each import, today's and those before, as the events say that it was taken.</summary>
internal sealed class RegisterBlobClaims : IBlobClaims
{
    public string Container => RegisterStore.Container;

    public Task<IReadOnlyList<BlobClaim>> OfAsync(StreamRows stream, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<BlobClaim>>([
            .. from kind in Enum.GetValues<RegisterKind>()
            from link in stream.Events
            where link.Kind == AuditKind.ProgrammeChanged && link.Subject == RegisterStore.Key(kind) && link.DataSha256 is not null
            select new BlobClaim(RegisterStore.Name(kind, link.DataSha256!), link.DataSha256),
        ]);
}
