using ACip.Functions.Authorization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.QuarterlyReports;

/// <summary>POST /plans/{planId}/reports/{period}/comments: a comment on a report or one of its items, by anybody who can read it. The
/// other side is notified by mail.</summary>
public sealed class ReportCommentFormEndpoint(ReportFormAuthorization authorization, CommentService service)
{
    public static string PathOf(string plan, PeriodKey period) => ReportFormAuthorization.PathOf(plan, period, "comments");

    [Function(nameof(ReportCommentFormEndpoint))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/reports/{period}/comments")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        authorization.ActAsync(
            request,
            planId,
            period,
            ReportFormAuthors.Readers,
            async post =>
            {
                EntrySource source = EntrySource.Page(post.Page.Now);
                return await post.AnswerAsync(
                    await service.AddAsync(
                        post.Id,
                        post.Text("item").ToUpperInvariant(),
                        post.Text("text"),
                        post.Person.Id,
                        source,
                        cancellation
                    ),
                    workflows,
                    cancellation,
                    "comments"
                );
            },
            cancellation
        );
}
