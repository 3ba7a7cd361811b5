using ACip.Functions.Access;
using ACip.Functions.Api;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.ActionPlans;

/// <summary>POST /api/plans/{planId}/decision: an approver approves the benchmarks, or sends them back with a reason.</summary>
public sealed class PlanDecision(PlanDesk desk, ProgrammeTable table, SignedInPerson signedIn)
{
    [Function(nameof(PlanDecision))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/decision")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var access = await signedIn.MayAsync(Right.ApprovePlan, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        // what the client saw, where it says so: what came meanwhile has not been read by whoever decides
        if (request.Headers.IfMatch.Count > 0 && ApiAnswer.RefuseUnlessCurrent(request, (await PlanRows.FindAsync(table, new PlanId(planId), cancellation))?.ETag.ToString()) is { } changed)
        {
            return changed;
        }

        return await DecisionAnswer.ReadAsync(request, cancellation) is { } decision
            ? await PlanAnswers.OfAsync(await desk.DecideAsync(new PlanId(planId), decision, access.Person.Id, cancellation), access.Person.Language, workflows, cancellation)
            : DecisionAnswer.NotADecision;
    }
}
