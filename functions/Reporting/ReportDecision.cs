using ACip.Functions.Access;
using ACip.Functions.Api;
using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Reporting;

/// <summary>POST /api/plans/{planId}/reports/{period}/decision: a reviewer accepts a quarterly report, or sends it back with reasons.</summary>
public sealed class ReportDecision(ReportDesk desk, ProgrammeTable table, SignedInPerson signedIn)
{
    [Function(nameof(ReportDecision))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/reports/{period}/decision")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var access = await signedIn.MayAsync(Right.ReviewReport, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        // what the client saw, where it says so: what came meanwhile has not been read by whoever decides
        if (request.Headers.IfMatch.Count > 0 && ApiAnswer.RefuseUnlessCurrent(request, (await ReportRows.FindAsync(table, new ReportRef(new PlanId(planId), period), cancellation))?.ETag.ToString()) is { } changed)
        {
            return changed;
        }

        return await DecisionAnswer.ReadAsync(request, cancellation) is { } decision
            ? await DecisionAnswer.OfAsync(await desk.DecideAsync(new ReportRef(new PlanId(planId), period), decision, access.Person.Id, cancellation), access.Person.Language, workflows, cancellation)
            : DecisionAnswer.NotADecision;
    }
}
