using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.DonorReports;

/// <summary>GET /api/donor-reports/{agreement}/{period}/lineage?indicator=1.a: the observations behind the figures, each with its message,
/// person, evidence and audit event. Not for donors, because it shows what the report withholds.</summary>
public sealed class LineageEndpoints(StoredReportVerification verification, SignedInPerson signedIn)
{
    [Function(nameof(LineageEndpoints))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/donor-reports/{agreement}/{period}/lineage")] HttpRequest request,
        string agreement,
        string period,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.VerifyAudit, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        string? indicator = request.Query["indicator"] is [{ Length: > 0 } code] ? code : null;
        return
            RouteIds.Sound(agreement, period)
            && await verification.LineageAsync(new AgreementId(agreement), new PeriodKey(period), indicator, cancellation) is { } entries
            ? ListAnswer.Of(request, entries, one => $"{one.Figure} {one.Observation}", "indicator")
            : RouteIds.NoSuchReport;
    }
}
