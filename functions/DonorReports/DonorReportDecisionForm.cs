using ACip.Functions.Access;
using ACip.Functions.ActionPlans;
using ACip.Functions.Pages;
using ACip.Workflows.DonorReports;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.DonorReports;

/// <summary>POST /donor-reports/{agreement}/{period}/decision: the form of the report's page.</summary>
public sealed class DonorReportDecisionForm(PageShell shell, DonorReportDesk desk)
{
    public static string PathOf(string agreement, string period) => $"/donor-reports/{agreement}/{period}/decision";

    [Function(nameof(DonorReportDecisionForm))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "donor-reports/{agreement}/{period}/decision")] HttpRequest request,
        string agreement,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        PageContext page = await shell.OpenAsync(request, cancellation);
        if (PageShell.RefuseUnless(Right.SignDonorReport, page) is { } refusal)
        {
            return refusal;
        }

        string back = $"/donor-reports/{agreement}/{period}";
        return await shell.ReadFormAsync(request, page, cancellation) is { } form && DecisionForms.Read(form) is var (decision, asRead) && Slug.Is(agreement) && Slug.Is(period)
            ? await DecisionForms.AnswerAsync(page, await desk.DecideAsync(new AgreementId(agreement), period, decision, page.Person!.Id, cancellation, asRead), back, workflows, cancellation)
            : PageShell.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status400BadRequest);
    }
}
