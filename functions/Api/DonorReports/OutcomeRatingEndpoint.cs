using ACip.Functions.Authorization;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.DonorReports;

/// <summary>PUT /api/donor-reports/{agreement}/{period}/ratings/{result}: the Secretariat's rating of one result of the framework, and the
/// reason.</summary>
public sealed class OutcomeRatingEndpoint(DonorReportEditingService editing, SignedInPerson signedIn)
{
    [Function(nameof(OutcomeRatingEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/donor-reports/{agreement}/{period}/ratings/{result}")]
            HttpRequest request,
        string agreement,
        string period,
        string result,
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
            : await JsonBody.ReadAsync<GivenRating>(request, cancellation) is { } given
                ? await DecisionAnswer.OfAsync(
                    await editing.RateAsync(
                        new ReportEdit(new AgreementId(agreement), new PeriodKey(period), access.Person.Id, asRead),
                        new OutcomeRating(result, given.Status, access.Person.Language, given.Sentence, access.Person.Id),
                        cancellation
                    ),
                    access.Person.Language,
                    workflows,
                    cancellation
                )
            : JsonBody.Refusal("not-a-rating", "Send JSON such as {\"status\": \"OnTrack\", \"sentence\": \"…\"}.");
    }

    /// <param name="Status">OnTrack, Constrained, NoProgress or Met.</param>
    /// <param name="Sentence">Why; in the language of whoever sends it.</param>
    public sealed record GivenRating(ItemStatus Status, string Sentence);
}
