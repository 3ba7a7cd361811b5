using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.DonorReports;

/// <summary>POST /donor-reports/{agreement}/{period}/first: an officer chooses which texts come first if there is no room for
/// all.</summary>
public sealed class FirstTextsFormEndpoint(
    PageFrame frame,
    DonorReportEditingService editing,
    DonorReportQuery query,
    DonorReportPageEndpoint reports
)
{
    public static string PathOf(string agreement, PeriodKey period) => $"/donor-reports/{agreement}/{period}/first";

    [Function(nameof(FirstTextsFormEndpoint))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "donor-reports/{agreement}/{period}/first")] HttpRequest request,
        string agreement,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        OfficerForms.ActAsync(
            frame,
            request,
            new FormPlace($"/donor-reports/{agreement}/{period}", "first", () => reports.Run(request, agreement, period, cancellation)),
            workflows,
            async (form, by) =>
                !Slug.Is(agreement)
                || !Slug.Is(period)
                || TypedText.Seen(form) is not { } asRead
                || await query.ReadAsync(new AgreementId(agreement), new PeriodKey(period), cancellation) is not { } report
                    ? null
                    : await editing.PreferAsync(
                        new ReportEdit(report.Agreement.Id, report.File.Value.Period, by, asRead),
                        FirstTextsTyped.Read(form.Text("first"), await query.WordsAsync(report, cancellation), report.Preferred),
                        cancellation
                    ),
            cancellation
        );
}
