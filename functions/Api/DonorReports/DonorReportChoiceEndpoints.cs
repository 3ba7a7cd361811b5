using ACip.Functions.Authorization;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.DonorReports;

/// <summary>PUT /api/donor-reports/{agreement}/{period}/choice: the texts that come first if a report has no room for all. Without a
/// choice the programme decides the order.</summary>
public sealed class DonorReportChoiceEndpoints(DonorReportEditingService editing, SignedInPerson signedIn)
{
    [Function(nameof(DonorReportChoiceEndpoints))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/donor-reports/{agreement}/{period}/choice")] HttpRequest request,
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
                is { First: { Count: <= DonorReportEditingService.MostTranslations } first }
            && first.All(one => one is { Length: > 0 })
                ? await DecisionAnswer.OfAsync(
                    await editing.PreferAsync(
                        new ReportEdit(new AgreementId(agreement), new PeriodKey(period), access.Person.Id, asRead),
                        [.. first.Select(Translation.KeyOf)],
                        cancellation
                    ),
                    access.Person.Language,
                    workflows,
                    cancellation
                )
            : JsonBody.Refusal("not-a-choice", "Send JSON such as {\"first\": [\"the words as they stand in the report\"]}, at most 200.");
    }

    private sealed record Body(IReadOnlyList<string>? First);
}
