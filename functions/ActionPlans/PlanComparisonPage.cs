using ACip.Functions.Access;
using ACip.Functions.Pages;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.ActionPlans;

/// <summary>GET /plans/{planId}/compare/{before}/{after}: two approved versions side by side.</summary>
public sealed class PlanComparisonPage(PageShell shell, PlanShelf reading)
{
    [Function(nameof(PlanComparisonPage))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plans/{planId}/compare/{before:int}/{after:int}")] HttpRequest request,
        string planId,
        int before,
        int after,
        CancellationToken cancellation)
    {
        PageContext page = await shell.OpenAsync(request, cancellation);
        if (page.Person is null)
        {
            return PageShell.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        if (await reading.ReadAsync(new PlanId(planId), cancellation) is not { } plan
            || !PlanReaders.MayRead(page.Person, plan.File.Value.Administration, DateOnly.FromDateTime(page.Now.UtcDateTime))
            || await reading.VersionAsync(plan.File.Value, before, cancellation) is not { } was
            || await reading.VersionAsync(plan.File.Value, after, cancellation) is not { } now)
        {
            return PageShell.Refuse(page, StatusCodes.Status404NotFound);
        }

        return PageShell.Show<ComparisonSheet>(page, new Dictionary<string, object?>
        {
            [nameof(ComparisonSheet.Plan)] = plan,
            [nameof(ComparisonSheet.Comparison)] = PlanComparison.Compare(was, now),
            [nameof(ComparisonSheet.From)] = before,
            [nameof(ComparisonSheet.To)] = after,
        });
    }
}
