using System.Globalization;
using ACip.Functions.Access;
using ACip.Functions.ActionPlans;
using ACip.Functions.Api;
using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Reporting;

/// <summary>GET and POST /api/plans/{planId}/reports/{period}/comments: the talk about a report, by whoever may read it. The other side is told by mail.</summary>
public sealed class ApiReportComments(CommentDesk desk, PlanGate gate, TimeProvider clock)
{
    private const string Route = "api/plans/{planId}/reports/{period}/comments";

    /// <param name="Item">Code of the item; nothing: the report as a whole.</param>
    public sealed record NewReportComment(string Text, string? Item = null);

    [Function(nameof(ApiReportTalk))]
    public async Task<IResult> ApiReportTalk([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string planId, string period, CancellationToken cancellation)
    {
        (PlanView? plan, IResult? refusal) = await gate.OpenAsync(request, planId, cancellation);
        return refusal ?? (Slug.Is(period) && plan!.Reports.ContainsKey(period)
            ? ApiAnswer.Page(request, await desk.ListAsync(new ReportRef(plan.File.Value.Id, period), cancellation), comment => string.Create(CultureInfo.InvariantCulture, $"{comment.At.UtcTicks:D19}-{comment.By}"))
            : ApiAnswer.NotFound("report"));
    }

    [Function(nameof(ApiCommentReport))]
    public async Task<IResult> ApiCommentReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        (PlanView? plan, IResult? refusal) = await gate.OpenAsync(request, planId, cancellation);
        if (refusal is not null || !Slug.Is(period))
        {
            return refusal ?? ApiAnswer.NotFound("report");
        }

        Person person = (await gate.WhoAsync(request, cancellation))!;
        string source = string.Create(CultureInfo.InvariantCulture, $"api:{clock.GetUtcNow().UtcTicks}");
        return await ReportAccess.ReadAsync<NewReportComment>(request, cancellation) is { } comment
            ? await DecisionAnswer.OfAsync(await desk.AddAsync(new ReportRef(plan!.File.Value.Id, period), comment.Item ?? "", comment.Text ?? "", person.Id, source, cancellation), person.Language, workflows, cancellation)
            : ReportAccess.NotTheBody;
    }
}
