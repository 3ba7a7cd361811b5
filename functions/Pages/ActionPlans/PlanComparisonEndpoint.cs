using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.ActionPlans;

/// <summary>GET /plans/{planId}/compare/{before}/{after}: two approved versions side by side.</summary>
public sealed class PlanComparisonEndpoint(PageFrame frame, PlanQuery reading)
{
    [Function(nameof(PlanComparisonEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plans/{planId}/compare/{before:int}/{after:int}")] HttpRequest request,
        string planId,
        int before,
        int after,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (page.Person is null)
        {
            return PageFrame.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        if (
            await reading.ReadAsync(new PlanId(planId), cancellation) is not { } plan
            || !PlanReadPolicy.MayRead(page.Person, plan.File.Value.Administration, DateOnly.FromDateTime(page.Now.UtcDateTime))
            || await reading.VersionAsync(plan.File.Value, before, cancellation) is not { } was
            || await reading.VersionAsync(plan.File.Value, after, cancellation) is not { } now
        )
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        return PageFrame.Show<PlanComparisonPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(PlanComparisonPage.Plan)] = plan,
                [nameof(PlanComparisonPage.Comparison)] = PlanComparison.Compare(was, now),
                [nameof(PlanComparisonPage.From)] = before,
                [nameof(PlanComparisonPage.To)] = after,
            }
        );
    }
}
