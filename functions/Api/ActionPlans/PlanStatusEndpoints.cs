using ACip.Functions.Authorization;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.ActionPlans;

/// <summary>POST /api/plans/{planId}/suspension, resumption, cancellation or closing, each with a reason that is kept.</summary>
public sealed class PlanStatusEndpoints(PlanStatusService service, PlanAuthorization access)
{
    public sealed record Why(string Reason);

    [Function(nameof(ApiSuspendPlan))]
    public Task<IResult> ApiSuspendPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/suspension")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) => DoAsync(request, planId, workflows, service.SuspendAsync, cancellation);

    [Function(nameof(ApiResumePlan))]
    public Task<IResult> ApiResumePlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/resumption")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) => DoAsync(request, planId, workflows, service.ResumeAsync, cancellation);

    [Function(nameof(ApiCancelPlan))]
    public Task<IResult> ApiCancelPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/cancellation")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) => DoAsync(request, planId, workflows, service.CancelAsync, cancellation);

    [Function(nameof(ApiClosePlan))]
    public Task<IResult> ApiClosePlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/closing")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) => DoAsync(request, planId, workflows, service.CloseAsync, cancellation);

    private async Task<IResult> DoAsync(
        HttpRequest request,
        string planId,
        DurableTaskClient workflows,
        Func<PlanId, string, PersonId, CancellationToken, AsRead, Task<CommandResult>> act,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.ManageAsync(request, planId, cancellation);
        (AsRead asRead, IResult? malformed) = IfMatch.Of(request);
        return entry.Granted && malformed is null && await PlanAnswers.ReadAsync<Why>(request, cancellation) is { } why
            ? await PlanAnswers.OfAsync(
                await act(entry.Plan, why.Reason, entry.Person.Id, cancellation, asRead),
                entry.Person.Language,
                workflows,
                cancellation
            )
            : entry.Refusal ?? malformed ?? PlanAnswers.NotJson;
    }
}
