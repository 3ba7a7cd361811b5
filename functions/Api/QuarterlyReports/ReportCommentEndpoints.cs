using System.Globalization;
using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.QuarterlyReports;

/// <summary>GET and POST /api/plans/{planId}/reports/{period}/comments: the discussion of a report, for everybody who can read it. The
/// other side is notified by mail.</summary>
public sealed class ReportCommentEndpoints(CommentService service, PlanReadAuthorization authorization, TimeProvider clock)
{
    private const string Route = "api/plans/{planId}/reports/{period}/comments";

    /// <param name="Item">Code of the item; nothing: the report as a whole.</param>
    public sealed record NewReportComment(string Text, string? Item = null);

    [Function(nameof(ApiReportTalk))]
    public async Task<IResult> ApiReportTalk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellation
    )
    {
        (PlanReadModel? plan, IResult? refusal) = await authorization.OpenAsync(request, planId, cancellation);
        return refusal
            ?? (
                Slug.Is(period) && plan!.Reports.ContainsKey(new PeriodKey(period))
                    ? ListAnswer.Of(
                        request,
                        await service.ListAsync(new ReportRef(plan.File.Value.Id, new PeriodKey(period)), cancellation),
                        comment => string.Create(CultureInfo.InvariantCulture, $"{comment.At.UtcTicks:D19}-{comment.By}")
                    )
                    : JsonAnswer.NotFound("report")
            );
    }

    [Function(nameof(ApiCommentReport))]
    public async Task<IResult> ApiCommentReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        (PlanReadModel? plan, IResult? refusal) = await authorization.OpenAsync(request, planId, cancellation);
        if (refusal is not null || !Slug.Is(period))
        {
            return refusal ?? JsonAnswer.NotFound("report");
        }

        Person person = (await authorization.WhoAsync(request, cancellation))!;
        EntrySource source = EntrySource.Api(clock.GetUtcNow());
        return await ReportAuthorization.ReadAsync<NewReportComment>(request, cancellation) is { } comment
            ? await DecisionAnswer.OfAsync(
                await service.AddAsync(
                    new ReportRef(plan!.File.Value.Id, new PeriodKey(period)),
                    comment.Item ?? "",
                    comment.Text ?? "",
                    person.Id,
                    source,
                    cancellation
                ),
                person.Language,
                workflows,
                cancellation
            )
            : ReportAuthorization.NotTheBody;
    }
}
