using ACip.Functions.Access;
using ACip.Functions.ActionPlans;
using ACip.Functions.Pages;
using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Reporting;

/// <summary>POST /plans/{planId}/reports/{period}/decision: the form of the report's page.</summary>
public sealed class ReportDecisionForm(ReportDoor door, ReportDesk desk)
{
    public static string PathOf(string plan, string period) => $"/plans/{plan}/reports/{period}/decision";

    [Function(nameof(ReportDecisionForm))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/reports/{period}/decision")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        ReportPost post = await door.OpenAsync(request, planId, period, Right.ReviewReport, coordinatorsToo: false, cancellation);
        if (!post.Granted)
        {
            return post.Refusal;
        }

        if (DecisionForms.Read(post.Form) is not { } decision)
        {
            return PageShell.Refuse(post.Page, StatusCodes.Status400BadRequest);
        }

        // a correction that came while the page lay open has not been read by whoever decides
        return post.Text("seen") is { Length: > 0 } seen && seen != ReportView.TagOf(post.Report.File) && post.Report.File.Value.State == ReportState.Submitted
            ? PageShell.Refuse(post.Page, StatusCodes.Status412PreconditionFailed, post.Page.Say(
                "The report has changed since you opened the page. Read it again, then decide.",
                "Le rapport a changé depuis que vous avez ouvert la page. Relisez-le, puis décidez.",
                "El informe cambió desde que abrió la página. Léalo de nuevo y decida."))
            : await DecisionForms.AnswerAsync(post.Page, await desk.DecideAsync(post.Id, decision, post.Person.Id, cancellation), post.Back, workflows, cancellation);
    }
}
