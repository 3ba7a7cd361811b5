using ACip.Functions.Access;
using ACip.Functions.Pages;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.ActionPlans;

/// <summary>GET /plans/{planId}: the results framework with its latest figures, the periods, and everything that was decided; for approvers, the decision.</summary>
public sealed class PlanPage(PageShell shell, PlanShelf reading, PlanReviewDesk reviews)
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

        DateOnly today = DateOnly.FromDateTime(page.Now.UtcDateTime);
        PlanReview? review = plan.File.Value.Rounds.Count > 0 ? await reviews.ReadAsync(plan.File.Value.Id, cancellation) : null;
        bool decides = PageShell.May(Right.ApprovePlan, page), wrote = review?.Authors.Contains(page.Person.Id) == true;
        return PageShell.Show<PlanSheet>(page, new Dictionary<string, object?>
        {
            [nameof(PlanSheet.Plan)] = plan,
            [nameof(PlanSheet.Wrote)] = decides && wrote,
            [nameof(PlanSheet.Token)] = decides && !wrote ? shell.TokenFor(page, PlanDecisionForm.PathOf(plan.File.Value.Id)) : null,
            [nameof(PlanSheet.Review)] = review,
            [nameof(PlanSheet.TokenFor)] = (Func<string, string>)(path => shell.TokenFor(page, path)),
            [nameof(PlanSheet.Manages)] = PageShell.May(Right.ManageProgramme, page),
            [nameof(PlanSheet.Coordinates)] = PlanReaders.Coordinates(page.Person, plan.File.Value.Administration, today),
            [nameof(PlanSheet.Comments)] = PlanReaders.Comments(page.Person, today),
            [nameof(PlanSheet.Done)] = request.Query.ContainsKey("done"),
        });
    }
}
