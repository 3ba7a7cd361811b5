using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.ActionPlans;

/// <summary>POST /plans/{planId}/decision: the form of the plan's page.</summary>
public sealed class PlanDecisionFormEndpoint(PageFrame frame, PlanApprovalService service, PlanPageEndpoint plans)
{
    public static string PathOf(PlanId plan) => $"/plans/{plan}/decision";

    [Function(nameof(PlanDecisionFormEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/decision")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ApprovePlan, page) is { } refusal)
        {
            return refusal;
        }

        string back = $"/plans/{planId}";
        return
            await frame.ReadFormAsync(request, page, cancellation) is { } form
            && DecisionForms.Read(form, waives: true) is var (decision, asRead)
            && Slug.Is(planId)
            ? await DecisionForms.AnswerAsync(
                request,
                page,
                await service.DecideAsync(new PlanId(planId), decision, page.Person!.Id, cancellation, asRead),
                back,
                workflows,
                () => plans.Run(request, planId, cancellation),
                cancellation
            )
            : PageFrame.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status400BadRequest);
    }
}
