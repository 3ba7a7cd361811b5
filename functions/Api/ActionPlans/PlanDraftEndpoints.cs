using System.Text.Json;
using ACip.Functions.Authorization;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.ActionPlans;

/// <summary>GET and PUT /api/plans/{planId}/draft and …/draft/{section}: the draft, whole or by section, with its problems. POST
/// …/submission submits it.</summary>
public sealed class PlanDraftEndpoints(PlanDraftService drafts, PlanApprovalService service, PlanAuthorization access)
{
    [Function(nameof(ApiDraft))]
    public async Task<IResult> ApiDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/draft")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.ReadAsync(request, planId, cancellation);
        return !entry.Granted ? entry.Refusal
            : await drafts.ReadAsync(entry.Plan, cancellation) is { } standing
                ? PlanAnswers.Tagged(request, PlanAnswers.Draft(standing, entry.Person.Language), standing.Tag)
            : PlanAnswers.NoSuchPlan(planId);
    }

    [Function(nameof(ApiSaveDraft))]
    public async Task<IResult> ApiSaveDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/plans/{planId}/draft")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.WriteAsync(request, planId, cancellation);
        if (!entry.Granted)
        {
            return entry.Refusal;
        }

        (AsRead asRead, IResult? refusal) = IfMatch.Of(request, needed: true);
        return refusal
            ?? (
                await RequestBody.ReadAsync(request, RequestBody.LargestJson, cancellation) is { } document
                    ? PlanAnswers.Of(
                        await drafts.SaveAsync(entry.Plan, document, asRead, entry.Person.Id, EntrySource.Api("draft"), cancellation),
                        request,
                        entry.Person.Language
                    )
                    : RequestBody.TooLarge(RequestBody.LargestJson)
            );
    }

    [Function(nameof(ApiDraftSection))]
    public async Task<IResult> ApiDraftSection(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/draft/{section}")] HttpRequest request,
        string planId,
        string section,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.ReadAsync(request, planId, cancellation);
        return !entry.Granted ? entry.Refusal
            : !DraftSections.All.Contains(section) ? NoSuchSection
            : await drafts.ReadAsync(entry.Plan, cancellation) is { } standing
                ? PlanAnswers.Tagged(request, DraftSections.Of(standing.Draft, section), DraftSections.Tag(standing.Draft, section))
            : PlanAnswers.NoSuchPlan(planId);
    }

    [Function(nameof(ApiSaveDraftSection))]
    public async Task<IResult> ApiSaveDraftSection(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/plans/{planId}/draft/{section}")] HttpRequest request,
        string planId,
        string section,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.WriteAsync(request, planId, cancellation);
        if (!entry.Granted)
        {
            return entry.Refusal;
        }

        (AsRead asRead, IResult? refusal) = IfMatch.Of(request, needed: true);
        if (refusal is not null || !DraftSections.All.Contains(section))
        {
            return refusal ?? NoSuchSection;
        }

        try
        {
            if (await RequestBody.ReadAsync(request, RequestBody.LargestJson, cancellation) is not { } document)
            {
                return RequestBody.TooLarge(RequestBody.LargestJson);
            }

            using JsonDocument content = JsonDocument.Parse(document);
            return PlanAnswers.Of(
                await drafts.SaveSectionAsync(
                    entry.Plan,
                    section,
                    content.RootElement,
                    asRead,
                    entry.Person.Id,
                    EntrySource.Api(section),
                    cancellation
                ),
                request,
                entry.Person.Language,
                section
            );
        }
        catch (JsonException)
        {
            return PlanAnswers.NotJson;
        }
    }

    [Function(nameof(ApiSubmitPlan))]
    public async Task<IResult> ApiSubmitPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/submission")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.WriteAsync(request, planId, cancellation);
        if (!entry.Granted)
        {
            return entry.Refusal;
        }

        (AsRead asRead, IResult? refusal) = IfMatch.Of(request);
        return refusal
            ?? await PlanAnswers.OfAsync(
                await service.SubmitAsync(
                    entry.Plan,
                    entry.Person.Id,
                    EntrySource.Api("submission"),
                    null,
                    cancellation,
                    new DraftRead(null, asRead)
                ),
                entry.Person.Language,
                workflows,
                cancellation
            );
    }

    private static IResult NoSuchSection =>
        PlanAnswers.Problem(
            StatusCodes.Status404NotFound,
            "no-such-section",
            $"A draft has the sections {string.Join(", ", DraftSections.All)}."
        );
}
