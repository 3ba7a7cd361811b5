using ACip.Functions.Authorization;
using ACip.Workflows.ActionPlans.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.ActionPlans;

/// <summary>GET /api/plans/{planId}/review: the submission beside the previous one, for those who decide. POST …/comments: experts comment
/// without deciding.</summary>
public sealed class PlanApprovalEndpoints(PlanApprovalQuery reviews, PlanAuthorization access)
{
    public sealed record NewComment(string Text, string? Item = null);

    [Function(nameof(ApiReview))]
    public async Task<IResult> ApiReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/review")] HttpRequest request,
        string planId,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.ReadAsync(request, planId, cancellation);
        if (!entry.Granted)
        {
            return entry.Refusal;
        }

        return await reviews.ReadAsync(entry.Plan, cancellation) is { } review
            ? PlanAnswers.Json(
                new
                {
                    stage = review.Plan.DraftStage,
                    rounds = review.Plan.Rounds,
                    needsTwoApprovers = review.NeedsTwo,
                    findings = PlanAnswers.Words(review.Findings, entry.Person.Language),
                    comments = review.Comments,
                    changes = review.Changes is { } changes
                        ? new
                        {
                            changes.Header,
                            changes.Items,
                            changes.Series,
                        }
                        : null,
                    before = review.Before,
                    submitted = review.Submitted,
                }
            )
            : PlanAnswers.Problem(StatusCodes.Status404NotFound, "nothing-submitted", "Nothing was submitted yet.");
    }

    [Function(nameof(ApiComment))]
    public async Task<IResult> ApiComment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/comments")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.CommentAsync(request, planId, cancellation);
        return !entry.Granted ? entry.Refusal
            : await PlanAnswers.ReadAsync<NewComment>(request, cancellation) is { } comment
                ? await PlanAnswers.OfAsync(
                    await reviews.CommentAsync(entry.Plan, comment.Item, comment.Text, entry.Person.Id, cancellation),
                    entry.Person.Language,
                    workflows,
                    cancellation
                )
            : PlanAnswers.NotJson;
    }
}
