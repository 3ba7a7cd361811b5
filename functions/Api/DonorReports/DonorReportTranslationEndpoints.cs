using ACip.Functions.Authorization;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.DonorReports;

/// <summary>PUT /api/donor-reports/{agreement}/{period}/translations: an officer's translations, into a report's language, of text written
/// in another.</summary>
public sealed class DonorReportTranslationEndpoints(DonorReportEditingService editing, SignedInPerson signedIn)
{
    [Function(nameof(DonorReportTranslationEndpoints))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/donor-reports/{agreement}/{period}/translations")]
            HttpRequest request,
        string agreement,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        if (!RouteIds.Sound(agreement, period))
        {
            return RouteIds.NoSuchReport;
        }

        (AsRead asRead, IResult? malformed) = IfMatch.Of(request, mayBeNew: true);
        return malformed is not null ? malformed
            : await JsonBody.ReadAsync<Body>(request, cancellation)
                is { Translations: { Count: > 0 and <= DonorReportEditingService.MostTranslations } given }
            && given.All(one => one is { Original.Length: > 0, Text: not null })
                ? await DecisionAnswer.OfAsync(
                    await editing.TranslateAsync(
                        new ReportEdit(new AgreementId(agreement), new PeriodKey(period), access.Person.Id, asRead),
                        [.. given.Select(one => new Translated(one.Original, one.Language, one.Text))],
                        cancellation
                    ),
                    access.Person.Language,
                    workflows,
                    cancellation
                )
            : JsonBody.Refusal(
                "not-translations",
                "Send JSON such as {\"translations\": [{\"original\": \"…\", \"language\": \"Fr\", \"text\": \"…\"}]}, at most 200."
            );
    }

    private sealed record Body(IReadOnlyList<TranslationBody>? Translations);

    private sealed record TranslationBody(string Original, Language Language, string Text);
}
