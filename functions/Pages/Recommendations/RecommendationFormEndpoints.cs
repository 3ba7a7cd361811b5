using ACip.Functions.Api;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Obligations;
using ACip.Workflows.Recommendations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Recommendations;

/// <summary>POST /plans/{planId}/recommendations: an officer enters a recommendation of a visit or an audit, or closes it. GET
/// …/{id}/evidence: the file with which it was closed; …/{id}/files/{sha256}: a file from its owner.</summary>
public sealed class RecommendationFormEndpoints(
    PageFrame frame,
    RecommendationService recommendations,
    RecommendationFiles files,
    PlanPageEndpoint plans
)
{
    /// <summary>Who owns one, as the form offers them.</summary>
    public const string OfAdministration = "administration",
        OfSecretariat = "secretariat";

    public static string PathOf(PlanId plan) => $"/plans/{plan}/recommendations";

    [Function(nameof(RecommendationForm))]
    public Task<IResult> RecommendationForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/recommendations")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        OfficerForms.ActAsync(
            frame,
            request,
            new FormPlace($"/plans/{planId}", "recommendations", () => plans.Run(request, planId, cancellation)),
            workflows,
            async (form, by) =>
                form.Text("act") switch
                {
                    "enter" when Typed(new PlanId(planId), form) is { } typed => await recommendations
                        .EnterAsync(typed, by, cancellation)
                        .BeginAsync(workflows.BeginAsync, cancellation),
                    "enter" => FormChoice.Unoffered,
                    "clean" or "reject" => await recommendations.CheckAsync(
                        new RecommendationRef(new PlanId(planId), form.Text("recommendation")),
                        form.Text("file"),
                        form.Text("act") == "clean",
                        by,
                        cancellation
                    ),
                    "close" => await recommendations.CloseAsync(
                        new RecommendationRef(new PlanId(planId), form.Text("recommendation")),
                        form.Text("reason"),
                        await ChosenFile.ReadAsync(form, "file", cancellation),
                        by,
                        cancellation
                    ),
                    _ => null,
                },
            cancellation
        );

    [Function(nameof(RecommendationEvidence))]
    public Task<IResult> RecommendationEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plans/{planId}/recommendations/{id}/evidence")] HttpRequest request,
        string planId,
        string id,
        CancellationToken cancellation
    ) =>
        FiledProof.HandOutAsync(
            frame,
            request,
            Right.ReadEvidence,
            files,
            async () =>
                (await recommendations.ListAsync(new PlanId(planId), cancellation)).FirstOrDefault(one => one.Id == id)?.Closed?.Evidence,
            cancellation
        );

    [Function(nameof(RecommendationOwnersFile))]
    public Task<IResult> RecommendationOwnersFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plans/{planId}/recommendations/{id}/files/{sha256}")]
            HttpRequest request,
        string planId,
        string id,
        string sha256,
        CancellationToken cancellation
    ) =>
        FiledProof.HandOutAsync(
            frame,
            request,
            Right.ReadEvidence,
            files,
            async () =>
                (await recommendations.ListAsync(new PlanId(planId), cancellation))
                    .FirstOrDefault(one => one.Id == id)
                    ?.Files?.FirstOrDefault(file => file.Sha256 == sha256 && file.Clean == true)
                    is { } found
                    ? new FiledDocument(found.Name, found.Sha256)
                    : null,
            cancellation
        );

    /// <returns>Null where something is none of the form's choices.</returns>
    private static NewRecommendation? Typed(PlanId plan, IFormCollection form) =>
        FormChoice.Read<FoundBy>(form.Text("source")) is { } source && form.Text("owner") is OfAdministration or OfSecretariat
            ? new NewRecommendation(
                plan,
                form.Text("id"),
                source,
                form.Day("found"),
                form.Text("finding"),
                form.Text("wanted"),
                form.Text("owner") == OfSecretariat,
                form.Day("due")
            )
            : null;
}
