using System.Globalization;
using ACip.Functions.Access;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.DonorReports;

/// <summary>GET /api/donor-reports/{agreement}/{period}/verify?version=N: makes a kept report again and walks every figure back to what is stored; lists what does not agree.</summary>
public sealed class ApiDonorReportVerify(StoredReportVerification verification, SignedInPerson signedIn)
{
    [Function(nameof(ApiDonorReportVerify))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/donor-reports/{agreement}/{period}/verify")] HttpRequest request,
        string agreement,
        string period,
        CancellationToken cancellation)
    {
        var access = await signedIn.MayAsync(Right.VerifyAudit, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        int? version = int.TryParse(request.Query["version"], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
        return ApiRoute.Sound(agreement, period) && await verification.VerifyAsync(new AgreementId(agreement), period, version, cancellation) is { } verified
            ? Results.Ok(new { sound = verified.Findings.Count == 0, verified.Version, verified.SnapshotSha256, verified.ManifestSha256, verified.Findings })
            : ApiRoute.NoSuchReport;
    }
}
