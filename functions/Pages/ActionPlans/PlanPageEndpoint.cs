using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.HoldUps;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Recommendations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.ActionPlans;

/// <summary>GET /plans/{planId}: the results framework with the latest figures, the periods, and all decisions; for approvers, the
/// decision form.</summary>
public sealed class PlanPageEndpoint(
    PageFrame frame,
    PlanQuery reading,
    PlanApprovalQuery reviews,
    MeasuredIntervals intervals,
    HoldUpQuery holdUps,
    RecommendationService recommendations
)
{
    [Function(nameof(PlanPageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plans/{planId}")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (page.Person is null)
        {
            return PageFrame.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        // somebody else's plan and no plan look the same to who may not read it
        if (
            await reading.ReadAsync(new PlanId(planId), cancellation) is not { } plan
            || !PlanReadPolicy.MayRead(page.Person, plan.File.Value.Administration, DateOnly.FromDateTime(page.Now.UtcDateTime))
        )
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        DateOnly today = DateOnly.FromDateTime(page.Now.UtcDateTime);
        SubmittedPlan? review = plan.File.Value.Rounds.Count > 0 ? await reviews.ReadAsync(plan.File.Value.Id, cancellation) : null;
        bool decides = PageFrame.May(Right.ApprovePlan, page),
            wrote = review?.Authors.Contains(page.Person.Id) == true;
        return PageFrame.Show<PlanPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(PlanPage.Plan)] = plan,
                [nameof(PlanPage.HoldUp)] = await holdUps.OfAsync(plan.File.Value, cancellation),
                [nameof(PlanPage.Wrote)] = decides && wrote,
                [nameof(PlanPage.Token)] =
                    decides && !wrote ? frame.TokenFor(page, PlanDecisionFormEndpoint.PathOf(plan.File.Value.Id)) : null,
                [nameof(PlanPage.Review)] = review,
                [nameof(PlanPage.Intervals)] = await intervals.OfAsync(plan.Since, plan.Measured, cancellation),
                [nameof(PlanPage.Recommendations)] = await recommendations.ListAsync(plan.File.Value.Id, cancellation),
                [nameof(PlanPage.TokenFor)] = (Func<string, string>)(path => frame.TokenFor(page, path)),
                [nameof(PlanPage.Manages)] = PageFrame.May(Right.ManageProgramme, page),
                [nameof(PlanPage.Coordinates)] = PlanReadPolicy.Coordinates(page.Person, plan.File.Value.Administration, today),
                [nameof(PlanPage.Comments)] = PlanReadPolicy.Comments(page.Person, today),
                [nameof(PlanPage.Done)] = request.Query.ContainsKey("done") || page.Said.Count > 0,
            }
        );
    }
}
