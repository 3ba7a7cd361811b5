using ACip.Functions.Authorization;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.ActionPlans;

/// <summary>GET /api/plans/{planId}/draft.xlsx returns the planning workbook; PUT or POST takes the completed one.</summary>
/// <remarks>There is no If-Match: the workbook itself says which draft it was made from, and only what was changed in it is
/// taken.</remarks>
public sealed class PlanWorkbookEndpoints(PlanDraftService drafts, PlanAuthorization access)
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Function(nameof(ApiWorkbook))]
    public async Task<IResult> ApiWorkbook(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/draft.xlsx")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.ReadAsync(request, planId, cancellation);
        return !entry.Granted ? entry.Refusal
            : await drafts.HandOutWorkbookAsync(entry.Plan, byMail: false, cancellation) is { } file
                ? Results.File(file, Xlsx, $"{entry.Plan}.xlsx")
            : PlanAnswers.NoSuchPlan(planId);
    }

    [Function(nameof(ApiTakeWorkbook))]
    public async Task<IResult> ApiTakeWorkbook(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", "post", Route = "api/plans/{planId}/draft.xlsx")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.WriteAsync(request, planId, cancellation);
        return !entry.Granted ? entry.Refusal
            : await RequestBody.ReadAsync(request, RequestBody.LargestWorkbook, cancellation) is { } file
                ? PlanAnswers.Of(
                    await drafts.TakeWorkbookAsync(entry.Plan, file, entry.Person.Id, EntrySource.Api("workbook"), null, cancellation),
                    request,
                    entry.Person.Language
                )
            : RequestBody.TooLarge(RequestBody.LargestWorkbook);
    }
}
