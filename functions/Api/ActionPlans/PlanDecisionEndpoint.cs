using ACip.Functions.Authorization;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.ActionPlans;

/// <summary>POST /api/plans/{planId}/decision: an approver approves the benchmarks, or sends them back with a reason.</summary>
public sealed class PlanDecisionEndpoint(PlanApprovalService service, SignedInPerson signedIn)
{
    [Function(nameof(PlanDecisionEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/decision")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ApprovePlan, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        SentDecision sent = await DecisionAnswer.ReadAsync(request, cancellation, waives: true);
        return sent.IsRead
            ? await PlanAnswers.OfAsync(
                await service.DecideAsync(new PlanId(planId), sent.Decision, access.Person.Id, cancellation, sent.AsRead),
                access.Person.Language,
                workflows,
                cancellation
            )
            : sent.Refusal;
    }
}
