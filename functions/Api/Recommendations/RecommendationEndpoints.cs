using ACip.Functions.Api.ActionPlans;
using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Recommendations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Recommendations;

/// <summary>/api/plans/{planId}/recommendations…: what visits and audits recommend, and how it was closed.</summary>
public sealed class RecommendationEndpoints(RecommendationService recommendations, SignedInPerson signedIn)
{
    /// <param name="OfSecretariat">True: the Secretariat owns it, else the administration.</param>
    public sealed record Entered(
        string Id,
        FoundBy Source,
        DateOnly Found,
        string Finding,
        string Wanted,
        bool OfSecretariat,
        DateOnly Due
    );

    [Function(nameof(ApiRecommendations))]
    public async Task<IResult> ApiRecommendations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/recommendations")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    ) =>
        await signedIn.MayAsync(Right.ReadProgramme, request, cancellation) is { Granted: false } access
            ? access.Refusal
            : PlanAnswers.Json(await recommendations.ListAsync(new PlanId(planId), cancellation));

    [Function(nameof(ApiEnterRecommendation))]
    public async Task<IResult> ApiEnterRecommendation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/recommendations")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        if (await JsonBody.ReadAsync<Entered>(request, cancellation) is not { } wanted)
        {
            return JsonBody.Refusal("not-a-recommendation", "Send JSON with id, source, found, finding, wanted, ofSecretariat and due.");
        }

        (CommandResult result, RecommendationRef? begin) = await recommendations.EnterAsync(
            new NewRecommendation(
                new PlanId(planId),
                wanted.Id,
                wanted.Source,
                wanted.Found,
                wanted.Finding,
                wanted.Wanted,
                wanted.OfSecretariat,
                wanted.Due
            ),
            access.Person.Id,
            cancellation
        );
        if (begin is not null)
        {
            await workflows.BeginAsync(begin, cancellation);
        }

        return await DecisionAnswer.OfAsync(result, access.Person.Language, workflows, cancellation);
    }

    [Function(nameof(ApiCloseRecommendation))]
    public async Task<IResult> ApiCloseRecommendation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/recommendations/{id}/closing")] HttpRequest request,
        string planId,
        string id,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        if (await JsonBody.ReadAsync<GivenReasonBody>(request, cancellation) is not { } given)
        {
            return GivenReasonBody.Missing;
        }

        return await DecisionAnswer.OfAsync(
            await recommendations.CloseAsync(
                new RecommendationRef(new PlanId(planId), id),
                given.Reason,
                null,
                access.Person.Id,
                cancellation
            ),
            access.Person.Language,
            workflows,
            cancellation
        );
    }
}
