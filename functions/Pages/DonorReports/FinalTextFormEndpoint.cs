using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.DonorReports;

/// <summary>POST /donor-reports/{agreement}/{period}/final-texts: the form of a final report's page by which an officer writes one of its
/// texts.</summary>
public sealed class FinalTextFormEndpoint(PageFrame frame, DonorReportEditingService editing, DonorReportPageEndpoint reports)
{
    /// <summary>What an officer writes on the page, in the order of the report.</summary>
    public static IReadOnlyList<NarrativePart> Sections { get; } =
    [NarrativePart.FinalRating, NarrativePart.Sustainability, NarrativePart.LessonsLearned];

    /// <summary>Value of the button that hands one in.</summary>
    public static string ActOf(NarrativePart section, Language language) => $"{section}.{language}";

    public static string PathOf(string agreement, PeriodKey period) => $"/donor-reports/{agreement}/{period}/final-texts";

    [Function(nameof(FinalTextFormEndpoint))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "donor-reports/{agreement}/{period}/final-texts")] HttpRequest request,
        string agreement,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        OfficerForms.ActAsync(
            frame,
            request,
            new FormPlace($"/donor-reports/{agreement}/{period}", "texts", () => reports.Run(request, agreement, period, cancellation)),
            workflows,
            async (form, by) =>
                !Slug.Is(agreement) || !Slug.Is(period) || TypedText.Seen(form) is not { } asRead ? null
                : form.Text("act").Split('.') is [var of, var tag]
                && FormChoice.Read<NarrativePart>(of) is { } section
                && Sections.Contains(section)
                && FormChoice.TryReadLanguage(tag, out Language? language)
                && language is { } chosen
                    ? await editing.WriteTextAsync(
                        new ReportEdit(new AgreementId(agreement), new PeriodKey(period), by, asRead),
                        new Narrative(section, chosen, form.Text("text"), by),
                        cancellation
                    )
                : FormChoice.Unoffered,
            cancellation
        );
}
