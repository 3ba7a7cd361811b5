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
public sealed class FirstTextsFormEndpoint(PageFrame frame, DonorReportEditing editing, DonorReportPageEndpoint reports)
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
                !Slug.Is(agreement) || !Slug.Is(period)
                    ? null
                    : await editing.PreferAsync(
                        new AgreementId(agreement),
                        new PeriodKey(period),
                        Paragraphs(form.Text("first")),
                        by,
                        cancellation
                    ),
            cancellation
        );

    /// <summary>Texts as they were copied out of the report, an empty line between each.</summary>
    internal static IReadOnlyList<string> Paragraphs(string typed) =>
        [
            .. typed
                .ReplaceLineEndings("\n")
                .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(text => text.Length > 0),
        ];
}
