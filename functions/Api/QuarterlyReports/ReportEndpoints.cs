using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.QuarterlyReports;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.QuarterlyReports;

/// <summary>GET /api/plans/{planId}/reports… and /observations: what was reported and what was accepted.</summary>
public sealed class ReportEndpoints(ReportQuery reading, PlanReadAuthorization authorization)
{
    [Function("GetReports")]
    public async Task<IResult> Reports(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/reports")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    )
    {
        (PlanReadModel? plan, IResult? refusal) = await authorization.OpenAsync(request, planId, cancellation);
        return refusal ?? ListAnswer.Of(request, plan!.Reports.Values, report => report.Period.Key.Value);
    }

    [Function("GetReport")]
    public async Task<IResult> Report(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/reports/{period}")] HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellation
    )
    {
        (PlanReadModel? plan, IResult? refusal) = await authorization.OpenAsync(request, planId, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        return await reading.ReadAsync(plan!.File.Value.Id, new PeriodKey(period), cancellation) is { } report
            ? JsonAnswer.Read(request, new ReportAnswerBody(report.File.Value, report.Questions, report.Corrections), report.File)
            : JsonAnswer.NotFound("report");
    }

    [Function("GetObservations")]
    public async Task<IResult> Observations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/observations")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    )
    {
        (PlanReadModel? plan, IResult? refusal) = await authorization.OpenAsync(request, planId, cancellation);
        return refusal ?? ListAnswer.Of(request, plan!.Accepted.All, one => one.Id);
    }
}

/// <param name="Questions">What the rules of completeness and plausibility would ask about it.</param>
/// <param name="Corrections">Answers that were changed by later ones, with both values.</param>
public sealed record ReportAnswerBody(
    ReportRecord Report,
    IReadOnlyList<ReportQuestion> Questions,
    IReadOnlyList<ReportCorrection> Corrections
);
