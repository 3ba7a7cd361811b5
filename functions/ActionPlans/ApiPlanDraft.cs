using System.Text.Json;
using ACip.Workflows.ActionPlans;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.ActionPlans;

/// <summary>GET and PUT /api/plans/{planId}/draft and …/draft/{section}: the draft, whole or a section at a time, with what is wrong with it. POST …/submission hands it in.</summary>
public sealed class ApiPlanDraft(PlanDraftDesk drafts, PlanDesk desk, PlanAccess access)
{
    [Function(nameof(ApiDraft))]
    public async Task<IResult> ApiDraft([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/draft")] HttpRequest request, string planId, CancellationToken cancellation)
    {
        PlanEntry entry = await access.ReadAsync(request, planId, cancellation);
        return !entry.Granted ? entry.Refusal
            : await drafts.ReadAsync(entry.Plan, cancellation) is { } standing ? PlanAnswers.Tagged(request, PlanAnswers.Draft(standing, entry.Person.Language), standing.Tag)
            : PlanAnswers.NoSuchPlan(planId);
    }

    [Function(nameof(ApiSaveDraft))]
    public async Task<IResult> ApiSaveDraft([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/plans/{planId}/draft")] HttpRequest request, string planId, CancellationToken cancellation)
    {
        PlanEntry entry = await access.WriteAsync(request, planId, cancellation);
        if (!entry.Granted)
        {
            return entry.Refusal;
        }

        (string? tag, IResult? refusal) = PlanAnswers.IfMatch(request);
        return refusal ?? PlanAnswers.Of(await drafts.SaveAsync(entry.Plan, await PlanAnswers.BytesAsync(request, cancellation), tag, entry.Person.Id, "api:draft", cancellation), request, entry.Person.Language);
    }

    [Function(nameof(ApiDraftSection))]
    public async Task<IResult> ApiDraftSection([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/draft/{section}")] HttpRequest request, string planId, string section, CancellationToken cancellation)
    {
        PlanEntry entry = await access.ReadAsync(request, planId, cancellation);
        return !entry.Granted ? entry.Refusal
            : !DraftSections.All.Contains(section) ? NoSuchSection
            : await drafts.ReadAsync(entry.Plan, cancellation) is { } standing ? PlanAnswers.Tagged(request, DraftSections.Of(standing.Draft, section), DraftSections.Tag(standing.Draft, section))
            : PlanAnswers.NoSuchPlan(planId);
    }

    [Function(nameof(ApiSaveDraftSection))]
    public async Task<IResult> ApiSaveDraftSection([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/plans/{planId}/draft/{section}")] HttpRequest request, string planId, string section, CancellationToken cancellation)
    {
        PlanEntry entry = await access.WriteAsync(request, planId, cancellation);
        if (!entry.Granted)
        {
            return entry.Refusal;
        }

        (string? tag, IResult? refusal) = PlanAnswers.IfMatch(request);
        if (refusal is not null || !DraftSections.All.Contains(section))
        {
            return refusal ?? NoSuchSection;
        }

        try
        {
            using JsonDocument content = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellation);
            return PlanAnswers.Of(await drafts.SaveSectionAsync(entry.Plan, section, content.RootElement, tag, entry.Person.Id, $"api:{section}", cancellation), request, entry.Person.Language, section);
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
        CancellationToken cancellation)
    {
        PlanEntry entry = await access.WriteAsync(request, planId, cancellation);
        return entry.Granted
            ? await PlanAnswers.OfAsync(await desk.SubmitAsync(entry.Plan, entry.Person.Id, "api:submission", null, cancellation), entry.Person.Language, workflows, cancellation)
            : entry.Refusal;
    }

    private static IResult NoSuchSection => PlanAnswers.Problem(StatusCodes.Status404NotFound, "no-such-section", $"A draft has the sections {string.Join(", ", DraftSections.All)}.");
}
