using ACip.Functions.Authorization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.DonorReports;

/// <summary>PUT /api/donor-reports/{agreement}/{period}/texts: the Secretariat's texts about the whole programme. Replaces all earlier
/// ones.</summary>
public sealed class DonorReportTextEndpoints(DonorReportEditing editing, SignedInPerson signedIn)
{
    private const int MostTexts = 100;

    [Function(nameof(DonorReportTextEndpoints))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/donor-reports/{agreement}/{period}/texts")] HttpRequest request,
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

        return await ReadAsync(request, cancellation) is { } body
            ? await DecisionAnswer.OfAsync(
                await editing.WriteTextsAsync(
                    new AgreementId(agreement),
                    new PeriodKey(period),
                    [.. body.Narratives?.Select(text => new Narrative(text.Section, text.Language, text.Text, null)) ?? []],
                    [.. body.Deviations?.Select(one => new Deviation(one.Item, one.Language, one.Text, one.Response)) ?? []],
                    [.. body.Risks ?? []],
                    access.Person.Id,
                    cancellation
                ),
                access.Person.Language,
                workflows,
                cancellation
            )
            : JsonBody.Refusal(
                "not-texts",
                "Send JSON such as {\"narratives\": [{\"section\": \"Summary\", \"language\": \"En\", \"text\": \"…\"}], \"deviations\": [], \"risks\": []}; no text longer than 20,000 characters."
            );
    }

    private static async Task<Body?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        Body? body = await JsonBody.ReadAsync<Body>(request, cancellation);
        bool sound =
            body is not null
            && (body.Narratives ?? []).Count + (body.Deviations ?? []).Count + (body.Risks ?? []).Count <= MostTexts
            && (body.Narratives ?? []).All(text => text.Text.Length > 0)
            && (body.Deviations ?? []).All(one => one.Text.Length > 0)
            && (body.Risks ?? []).All(risk => risk is { Likelihood: >= 1 and <= 5, Impact: >= 1 and <= 5 });
        return sound ? body : null;
    }

    private sealed record Body(IReadOnlyList<TextBody>? Narratives, IReadOnlyList<DeviationBody>? Deviations, IReadOnlyList<Risk>? Risks);

    private sealed record TextBody(NarrativeSection Section, Language Language, string Text);

    private sealed record DeviationBody(string? Item, Language Language, string Text, string? Response);
}
