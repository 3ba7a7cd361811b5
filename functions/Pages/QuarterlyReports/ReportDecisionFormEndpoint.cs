using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.QuarterlyReports;

/// <summary>POST /plans/{planId}/reports/{period}/decision: the form of the report's page.</summary>
public sealed class ReportDecisionFormEndpoint(ReportFormAuthorization authorization, ReportService service)
{
    public static string PathOf(string plan, PeriodKey period) => $"/plans/{plan}/reports/{period}/decision";

    [Function(nameof(ReportDecisionFormEndpoint))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/reports/{period}/decision")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        authorization.ActAsync(
            request,
            planId,
            period,
            new ReportFormAuthors(Right.ReviewReport),
            async post =>
            {
                return DecisionForms.Read(post.Form) is var (decision, asRead)
                    ? await post.AnswerAsync(
                        await service.DecideAsync(post.Id, decision, post.Person.Id, cancellation, asRead),
                        workflows,
                        cancellation
                    )
                    : PageFrame.Refuse(post.Page, StatusCodes.Status400BadRequest);
            },
            cancellation
        );
}
