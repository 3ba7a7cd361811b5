using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Recommendations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Recommendations;

/// <summary>POST /plans/{planId}/recommendations: an officer enters what a visit or an audit recommends, or closes it.
/// GET …/{id}/evidence: with what it was closed.</summary>
public sealed class RecommendationFormEndpoints(
    PageFrame frame,
    RecommendationService recommendations,
    RecommendationFiles files,
    PlanPageEndpoint plans
)
{
    private const int Largest = 20 << 20;

    public static string PathOf(PlanId plan) => $"/plans/{plan}/recommendations";

    [Function(nameof(RecommendationForm))]
    public async Task<IResult> RecommendationForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/recommendations")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        string back = $"/plans/{planId}";
        if (request.ContentLength is not <= Largest || await frame.ReadFormAsync(request, page, cancellation) is not { } form)
        {
            return PageFrame.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status400BadRequest);
        }

        PersonId by = page.Person!.Id;
        CommandResult? result = form.Text("act") switch
        {
            "enter" when FormChoice.Read<FoundBy>(form.Text("source")) is { } source => await EnterAsync(
                new PlanId(planId),
                source,
                form,
                by,
                workflows,
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
        };
        return result is null
            ? PageFrame.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status400BadRequest)
            : await DecisionForms.AnswerAsync(
                request,
                page,
                result,
                back,
                workflows,
                () => plans.Run(request, planId, cancellation),
                cancellation,
                "recommendations"
            );
    }

    [Function(nameof(RecommendationEvidence))]
    public async Task<IResult> RecommendationEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plans/{planId}/recommendations/{id}/evidence")] HttpRequest request,
        string planId,
        string id,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ReadEvidence, page) is { } refusal)
        {
            return refusal;
        }

        Recommendation? one = (await recommendations.ListAsync(new PlanId(planId), cancellation)).FirstOrDefault(one => one.Id == id);
        return one?.Closed?.Evidence is { } file && await files.ReadAsync(file.Sha256, cancellation) is { } bytes
            ? Results.File(bytes, "application/octet-stream", file.Name)
            : PageFrame.Refuse(page, StatusCodes.Status404NotFound);
    }

    private async Task<CommandResult> EnterAsync(
        PlanId plan,
        FoundBy source,
        IFormCollection form,
        PersonId by,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        (CommandResult result, RecommendationRef? begin) = await recommendations.EnterAsync(
            new NewRecommendation(
                plan,
                form.Text("id"),
                source,
                form.Day("found"),
                form.Text("finding"),
                form.Text("wanted"),
                form.Text("owner") == "secretariat",
                form.Day("due")
            ),
            by,
            cancellation
        );
        if (begin is not null)
        {
            await workflows.BeginAsync(begin, cancellation);
        }

        return result;
    }
}
