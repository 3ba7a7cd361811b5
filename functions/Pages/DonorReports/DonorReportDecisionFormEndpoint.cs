using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.DonorReports;

/// <summary>POST /donor-reports/{agreement}/{period}/decision: the form of the report's page.</summary>
public sealed class DonorReportDecisionFormEndpoint(PageFrame frame, DonorReportSigningService service, DonorReportPageEndpoint reports)
{
    public static string PathOf(string agreement, PeriodKey period) => $"/donor-reports/{agreement}/{period}/decision";

    [Function(nameof(DonorReportDecisionFormEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "donor-reports/{agreement}/{period}/decision")] HttpRequest request,
        string agreement,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.SignDonorReport, page) is { } refusal)
        {
            return refusal;
        }

        string back = $"/donor-reports/{agreement}/{period}";
        return
            await frame.ReadFormAsync(request, page, cancellation) is { } form
            && DecisionForms.Read(form) is var (decision, asRead)
            && Slug.Is(agreement)
            && Slug.Is(period)
            ? await DecisionForms.AnswerAsync(
                request,
                page,
                await service.DecideAsync(
                    new AgreementId(agreement),
                    new PeriodKey(period),
                    decision,
                    page.Person!.Id,
                    cancellation,
                    asRead
                ),
                back,
                workflows,
                () => reports.Run(request, agreement, period, cancellation),
                cancellation
            )
            : PageFrame.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status400BadRequest);
    }
}
