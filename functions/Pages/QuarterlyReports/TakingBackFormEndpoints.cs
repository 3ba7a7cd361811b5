using ACip.Functions.Api;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.QuarterlyReports;

/// <summary>POST /plans/{planId}/reports/{period}/recall and …/reopening: the forms of the report's page.</summary>
public sealed class TakingBackFormEndpoints(ReportFormAuthorization authorization, TakingBackService service)
{
    public static string RecallPathOf(string plan, PeriodKey period) => ReportFormAuthorization.PathOf(plan, period, "recall");

    public static string ReopeningPathOf(string plan, PeriodKey period) => ReportFormAuthorization.PathOf(plan, period, "reopening");

    [Function(nameof(RecallForm))]
    public Task<IResult> RecallForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/reports/{period}/recall")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        DoAsync(
            authorization.OpenAsync(request, planId, period, Right.ManageProgramme, coordinatorsToo: true, cancellation),
            (post, asRead) => service.RecallAsync(post.Id, post.Text("reason").Trim(), post.Person!.Id, cancellation, asRead),
            workflows,
            cancellation
        );

    [Function(nameof(ReopeningForm))]
    public Task<IResult> ReopeningForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/reports/{period}/reopening")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        DoAsync(
            authorization.OpenAsync(request, planId, period, Right.ReviewReport, coordinatorsToo: false, cancellation),
            (post, asRead) => service.ReopenAsync(post.Id, post.Text("reason"), post.Person!.Id, cancellation, asRead),
            workflows,
            cancellation
        );

    private static async Task<IResult> DoAsync(
        Task<ReportPost> opening,
        Func<ReportPost, AsRead, Task<CommandResult>> act,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        ReportPost post = await opening;
        return !post.Granted ? post.Refusal
            // each of the two addresses does one thing; a form that says what it does was meant for another
            : post.Text("act").Length == 0 && IfMatch.Of(post.Form) is { } asRead
                ? await post.AnswerAsync(await act(post, asRead), workflows, cancellation)
            : PageFrame.Refuse(post.Page, StatusCodes.Status400BadRequest);
    }
}
