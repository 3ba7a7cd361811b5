using ACip.Functions.Authorization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.ActionPlans;

/// <summary>POST /api/plans starts a plan from the library or from the last plan; GET /api/plans/{planId}/standing returns a plan's
/// status: rounds, versions, revision, notes.</summary>
public sealed class NewPlanEndpoints(NewPlanService service, ProgrammeTable table, PlanAuthorization access, SignedInPerson signedIn)
{
    [Function(nameof(ApiNewPlan))]
    public async Task<IResult> ApiNewPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        var who = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!who.Granted)
        {
            return who.Refusal;
        }

        if (await PlanAnswers.ReadAsync<NewPlan>(request, cancellation) is not { } wanted)
        {
            return PlanAnswers.NotJson;
        }

        (PlanRecord? plan, CommandResult.Refused? refusal) = await service.BeginAsync(wanted, who.Person.Id, cancellation);
        if (plan is null)
        {
            return await PlanAnswers.OfAsync(refusal!, who.Person.Language, workflows, cancellation);
        }

        await workflows.StartOnceAsync(nameof(ActionPlanLifecycle), plan.Id, plan.InstanceId, cancellation);
        request.HttpContext.Response.Headers.Location = $"/api/plans/{plan.Id}/draft";
        return PlanAnswers.Json(
            new
            {
                id = plan.Id,
                plan.Title,
                suggestions = PlanLibrary.Shipped.Notice.In(who.Person.Language),
            },
            StatusCodes.Status201Created
        );
    }

    [Function(nameof(ApiPlanStandingNow))]
    public async Task<IResult> ApiPlanStandingNow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/standing")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.ReadAsync(request, planId, cancellation);
        return !entry.Granted ? entry.Refusal
            : await PlanRows.FindAsync(table, entry.Plan, cancellation) is { } plan ? PlanAnswers.Json(plan.Value)
            : PlanAnswers.NoSuchPlan(planId);
    }
}
