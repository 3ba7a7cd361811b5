using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Recommendations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Recommendations;

/// <summary>/api/plans/{planId}/recommendations…: recommendations from visits and audits, and how they were closed.</summary>
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
            : ListAnswer.Of(request, await recommendations.ListAsync(new PlanId(planId), cancellation), one => one.Id);

    [Function(nameof(ApiEnterRecommendation))]
    public Task<IResult> ApiEnterRecommendation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/recommendations")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        OfficerPosts.ActAsync<Entered>(
            signedIn,
            request,
            JsonBody.Refusal("not-a-recommendation", "Send JSON with id, source, found, finding, wanted, ofSecretariat and due."),
            workflows,
            (wanted, by) =>
                recommendations
                    .EnterAsync(
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
                        by,
                        cancellation
                    )
                    .BeginAsync(workflows.BeginAsync, cancellation),
            cancellation
        );

    [Function(nameof(ApiCloseRecommendation))]
    public Task<IResult> ApiCloseRecommendation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/recommendations/{id}/closing")] HttpRequest request,
        string planId,
        string id,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        OfficerPosts.ActAsync<GivenReasonBody>(
            signedIn,
            request,
            GivenReasonBody.Missing,
            workflows,
            (given, by) => recommendations.CloseAsync(new RecommendationRef(new PlanId(planId), id), given.Reason, null, by, cancellation),
            cancellation
        );
}
