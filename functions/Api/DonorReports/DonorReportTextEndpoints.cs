using ACip.Functions.Authorization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.DonorReports;

/// <summary>GET and PUT /api/donor-reports/{agreement}/{period}/texts: the Secretariat's texts about the whole programme. What is put
/// replaces all earlier ones.</summary>
public sealed class DonorReportTextEndpoints(DonorReportEditingService editing, SignedInPerson signedIn)
{
    private const int MostTexts = 100;

    /// <summary>As they are put, with the tag for If-Match.</summary>
    [Function("GetDonorReportTexts")]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/donor-reports/{agreement}/{period}/texts")] HttpRequest request,
        string agreement,
        string period,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        return !access.Granted ? access.Refusal
            : RouteIds.Sound(agreement, period)
            && await editing.TextsAsync(new AgreementId(agreement), new PeriodKey(period), cancellation) is { } row
                ? JsonAnswer.Read(request, DonorReportTexts.Of(row.Value), row)
            : JsonAnswer.NotFound("text of the Secretariat");
    }

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

        (AsRead asRead, IResult? malformed) = IfMatch.Of(request, mayBeNew: true);
        return malformed is not null ? malformed
            : await ReadAsync(request, cancellation) is { } body
                ? await DecisionAnswer.OfAsync(
                    await editing.WriteTextsAsync(
                        new ReportEdit(new AgreementId(agreement), new PeriodKey(period), access.Person.Id, asRead),
                        [.. body.Narratives?.Select(text => new Narrative(text.Section, text.Language, text.Text, null)) ?? []],
                        [.. body.Deviations ?? []],
                        [.. body.Risks ?? []],
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

    private static async Task<DonorReportTexts?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        DonorReportTexts? body = await JsonBody.ReadAsync<DonorReportTexts>(request, cancellation);
        bool sound =
            body is not null
            && (body.Narratives ?? []).Count + (body.Deviations ?? []).Count + (body.Risks ?? []).Count <= MostTexts
            && (body.Narratives ?? []).All(text => text.Text.Length > 0)
            && (body.Deviations ?? []).All(one => one.Text.Length > 0)
            && (body.Risks ?? []).All(risk => risk is { Likelihood: >= 1 and <= 5, Impact: >= 1 and <= 5 });
        return sound ? body : null;
    }
}

/// <summary>The Secretariat's texts, as a program reads and writes them.</summary>
public sealed record DonorReportTexts(
    IReadOnlyList<DonorReportTexts.Words>? Narratives,
    IReadOnlyList<Deviation>? Deviations,
    IReadOnlyList<Risk>? Risks
)
{
    internal static DonorReportTexts Of(SecretariatTexts texts) =>
        new([.. texts.Narratives.Select(one => new Words(one.Section, one.Language, one.Text))], texts.Deviations, texts.Risks);

    public sealed record Words(NarrativePart Section, Language Language, string Text);
}
