using ACip.Functions.Authorization;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.ActionPlans;

/// <summary>POST /api/plans/{planId}/reviews opens a mid-term or closing review; …/{number}/findings takes the administration's findings,
/// …/{number}/outcome records the outcome.</summary>
public sealed class PlanEvaluationEndpoints(PlanEvaluationService service, PlanAuthorization access)
{
    private const string Route = "api/plans/{planId}/reviews";

    /// <param name="Due">Day on which the coordinator's findings are due.</param>
    public sealed record NewReview(PlanReviewKind Kind, DateOnly Due);

    public sealed record ReviewFindings(string Text);

    public sealed record ReviewOutcome(PlanReviewConclusion Conclusion, string Text);

    [Function(nameof(ApiOpenPlanReview))]
    public async Task<IResult> ApiOpenPlanReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.ManageAsync(request, planId, cancellation);
        (AsRead asRead, IResult? malformed) = IfMatch.Of(request);
        if (!entry.Granted || malformed is not null || await PlanAnswers.ReadAsync<NewReview>(request, cancellation) is not { } asked)
        {
            return entry.Refusal ?? malformed ?? PlanAnswers.NotJson;
        }

        (CommandResult result, PlanReviewRef? begin) = await service.OpenAsync(
            entry.Plan,
            asked.Kind,
            asked.Due,
            entry.Person.Id,
            cancellation,
            asRead
        );
        await workflows.BeginAsync(begin, cancellation);
        return await PlanAnswers.OfAsync(result, entry.Person.Language, workflows, cancellation);
    }

    [Function(nameof(ApiPlanReviewFindings))]
    public async Task<IResult> ApiPlanReviewFindings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{number:int}/findings")] HttpRequest request,
        string planId,
        int number,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.WriteAsync(request, planId, cancellation);
        (AsRead asRead, IResult? malformed) = IfMatch.Of(request);
        return entry.Granted && malformed is null && await PlanAnswers.ReadAsync<ReviewFindings>(request, cancellation) is { } found
            ? await PlanAnswers.OfAsync(
                await service.FindAsync(
                    new PlanReviewRef(entry.Plan, number),
                    found.Text,
                    entry.Person.Id,
                    entry.Source,
                    null,
                    cancellation,
                    asRead
                ),
                entry.Person.Language,
                workflows,
                cancellation
            )
            : entry.Refusal ?? malformed ?? PlanAnswers.NotJson;
    }

    [Function(nameof(ApiPlanReviewOutcome))]
    public async Task<IResult> ApiPlanReviewOutcome(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{number:int}/outcome")] HttpRequest request,
        string planId,
        int number,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.ManageAsync(request, planId, cancellation);
        (AsRead asRead, IResult? malformed) = IfMatch.Of(request);
        return entry.Granted && malformed is null && await PlanAnswers.ReadAsync<ReviewOutcome>(request, cancellation) is { } outcome
            ? await PlanAnswers.OfAsync(
                await service.ConcludeAsync(
                    new PlanReviewRef(entry.Plan, number),
                    outcome.Conclusion,
                    outcome.Text,
                    entry.Person.Id,
                    cancellation,
                    asRead
                ),
                entry.Person.Language,
                workflows,
                cancellation
            )
            : entry.Refusal ?? malformed ?? PlanAnswers.NotJson;
    }
}
