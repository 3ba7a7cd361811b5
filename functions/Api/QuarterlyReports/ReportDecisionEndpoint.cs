using ACip.Functions.Authorization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.QuarterlyReports;

/// <summary>POST /api/plans/{planId}/reports/{period}/decision: a reviewer accepts a quarterly report, or sends it back with
/// reasons.</summary>
public sealed class ReportDecisionEndpoint(ReportService service, SignedInPerson signedIn)
{
    [Function("ReportDecision")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/reports/{period}/decision")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ReviewReport, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        SentDecision sent = await DecisionAnswer.ReadAsync(request, cancellation);
        return sent.IsRead
            ? await DecisionAnswer.OfAsync(
                await service.DecideAsync(
                    new ReportRef(new PlanId(planId), new PeriodKey(period)),
                    sent.Decision,
                    access.Person.Id,
                    cancellation,
                    sent.AsRead
                ),
                access.Person.Language,
                workflows,
                cancellation
            )
            : sent.Refusal;
    }
}
