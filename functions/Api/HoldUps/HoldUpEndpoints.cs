using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.DonorReports;
using ACip.Functions.Pages.HoldUps;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.HoldUps;

/// <summary>GET …/waiting of a plan, a report or a donor report: who has decided, and who is still holding it up since when.</summary>
public sealed class HoldUpEndpoints(
    HoldUpQuery query,
    PlanReadAuthorization plans,
    DonorReportQuery donorReports,
    SignedInPerson signedIn,
    ProgrammeTable table
)
{
    [Function(nameof(ApiPlanWaiting))]
    public async Task<IResult> ApiPlanWaiting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/waiting")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    )
    {
        (PlanReadModel? plan, IResult? refusal) = await plans.OpenAsync(request, planId, cancellation);
        return refusal ?? Results.Ok(await query.OfAsync(plan!.File.Value, cancellation));
    }

    [Function(nameof(ApiReportWaiting))]
    public async Task<IResult> ApiReportWaiting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/reports/{period}/waiting")] HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellation
    )
    {
        (PlanReadModel? plan, IResult? refusal) = await plans.OpenAsync(request, planId, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        var id = new ReportRef(plan!.File.Value.Id, new PeriodKey(period));
        return Slug.Is(period) && await ReportRows.FindAsync(table, id, cancellation) is { } row
            ? Results.Ok(await query.OfAsync(row.Value, cancellation))
            : JsonAnswer.NotFound("report");
    }

    [Function(nameof(ApiDonorReportWaiting))]
    public async Task<IResult> ApiDonorReportWaiting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/donor-reports/{agreement}/{period}/waiting")] HttpRequest request,
        string agreement,
        string period,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ReadProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        return await donorReports.ReadAsync(new AgreementId(agreement), new PeriodKey(period), cancellation) is { } report
            ? Results.Ok(await query.OfAsync(report.File.Value, cancellation))
            : JsonAnswer.NotFound("report");
    }
}
