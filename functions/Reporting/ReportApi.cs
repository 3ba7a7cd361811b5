using ACip.Functions.ActionPlans;
using ACip.Functions.Api;
using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Reporting;

/// <summary>GET /api/plans/{planId}/reports… and /observations: what was reported and what was accepted.</summary>
public sealed class ReportApi(ReportReading reading, PlanGate gate)
{
    [Function("GetReports")]
    public async Task<IResult> Reports(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/reports")] HttpRequest request,
        string planId,
        CancellationToken cancellation)
    {
        (PlanView? plan, IResult? refusal) = await gate.OpenAsync(request, planId, cancellation);
        return refusal ?? ApiAnswer.Page(request, plan!.Reports.Values, report => report.Period.Key);
    }

    [Function("GetReport")]
    public async Task<IResult> Report(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/reports/{period}")] HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellation)
    {
        (PlanView? plan, IResult? refusal) = await gate.OpenAsync(request, planId, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        return await reading.ReadAsync(plan!.File.Value.Id, period, cancellation) is { } report
            ? ApiAnswer.Read(request, new ReportAnswerBody(report.File.Value, report.Questions, report.Corrections), report.File.ETag.ToString())
            : ApiAnswer.NotFound("report");
    }

    [Function("GetObservations")]
    public async Task<IResult> Observations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/observations")] HttpRequest request,
        string planId,
        CancellationToken cancellation)
    {
        (PlanView? plan, IResult? refusal) = await gate.OpenAsync(request, planId, cancellation);
        return refusal ?? ApiAnswer.Page(request, plan!.Accepted.All, one => one.Id);
    }
}

/// <param name="Questions">What the rules of completeness and plausibility would ask about it.</param>
/// <param name="Corrections">Answers that were changed by later ones, with both values.</param>
public sealed record ReportAnswerBody(ReportFile Report, IReadOnlyList<ReportQuestion> Questions, IReadOnlyList<ReportCorrection> Corrections);
