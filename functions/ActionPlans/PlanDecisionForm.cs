using ACip.Functions.Access;
using ACip.Functions.Pages;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.ActionPlans;

/// <summary>POST /plans/{planId}/decision: the form of the plan's page.</summary>
public sealed class PlanDecisionForm(PageShell shell, PlanDesk desk)
{
    public static string PathOf(PlanId plan) => $"/plans/{plan}/decision";

    [Function(nameof(PlanDecisionForm))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/decision")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        PageContext page = await shell.OpenAsync(request, cancellation);
        if (PageShell.RefuseUnless(Right.ApprovePlan, page) is { } refusal)
        {
            return refusal;
        }

        string back = $"/plans/{planId}";
        return await shell.ReadFormAsync(request, page, cancellation) is { } form && DecisionForms.Read(form) is var (decision, asRead) && Slug.Is(planId)
            ? await DecisionForms.AnswerAsync(page, await desk.DecideAsync(new PlanId(planId), decision, page.Person!.Id, cancellation, asRead), back, workflows, cancellation)
            : PageShell.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status400BadRequest);
    }
}
