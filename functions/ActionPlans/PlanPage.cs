using ACip.Functions.Access;
using ACip.Functions.Pages;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.ActionPlans;

/// <summary>GET /plans/{planId}: the results framework with its latest figures, the periods, and everything that was decided; for approvers, the decision.</summary>
public sealed class PlanPage(PageShell shell, PlanShelf reading)
{
    [Function(nameof(PlanPage))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plans/{planId}")] HttpRequest request,
        string planId,
        CancellationToken cancellation)
    {
        PageContext page = await shell.OpenAsync(request, cancellation);
        if (page.Person is null)
        {
            return PageShell.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        // somebody else's plan and no plan look the same to who may not read it
        if (await reading.ReadAsync(new PlanId(planId), cancellation) is not { } plan
            || !PlanReaders.MayRead(page.Person, plan.File.Value.Administration, DateOnly.FromDateTime(page.Now.UtcDateTime)))
        {
            return PageShell.Refuse(page, StatusCodes.Status404NotFound);
        }

        bool decides = PageShell.May(Right.ApprovePlan, page);
        return PageShell.Show<PlanSheet>(page, new Dictionary<string, object?>
        {
            [nameof(PlanSheet.Plan)] = plan,
            [nameof(PlanSheet.Token)] = decides ? shell.TokenFor(page, PlanDecisionForm.PathOf(plan.File.Value.Id)) : null,
            [nameof(PlanSheet.Done)] = request.Query.ContainsKey("done"),
        });
    }
}
