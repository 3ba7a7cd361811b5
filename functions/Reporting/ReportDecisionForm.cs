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
public sealed class ReportDecisionForm(PageShell shell, ReportDesk desk)
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
        PageContext page = await shell.OpenAsync(request, cancellation);
        if (PageShell.RefuseUnless(Right.ReviewReport, page) is { } refusal)
        {
            return refusal;
        }

        string back = $"/plans/{planId}/reports/{period}";
        return await shell.ReadFormAsync(request, page, cancellation) is { } form && DecisionForms.Read(form) is { } decision && Slug.Is(planId) && Slug.Is(period)
            ? await DecisionForms.AnswerAsync(page, await desk.DecideAsync(new ReportRef(new PlanId(planId), period), decision, page.Person!.Id, cancellation), back, workflows, cancellation)
            : PageShell.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status400BadRequest);
    }
}
