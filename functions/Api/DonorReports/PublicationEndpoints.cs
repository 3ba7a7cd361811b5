using ACip.Functions.Authorization;
using ACip.Workflows.DonorReports.Publication;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.DonorReports;

/// <summary>GET /api/publications/{agreement}: what of it is open to everybody. PUT: an approver publishes what was issued, withholds it, or
/// takes it back.</summary>
public sealed class PublicationEndpoints(PublicationService publications, SignedInPerson signedIn)
{
    [Function("GetPublication")]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/publications/{agreement}")] HttpRequest request,
        string agreement,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ReadProgramme, request, cancellation);
        return !access.Granted ? access.Refusal
            : RouteIds.Sound(agreement) && await publications.FindAsync(new AgreementId(agreement), cancellation) is { } found
                ? JsonAnswer.Read(request, found)
            : JsonAnswer.NotFound("publication");
    }

    [Function(nameof(PublicationEndpoints))]
    public async Task<IResult> Decide(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/publications/{agreement}")] HttpRequest request,
        string agreement,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.SignDonorReport, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        return
            await JsonBody.ReadAsync<Wanted>(request, cancellation) is { } wanted
            && RouteIds.Sound(agreement, wanted.Period?.Value ?? agreement)
            ? await DecisionAnswer.OfAsync(
                await publications.DecideAsync(
                    new AgreementId(agreement),
                    wanted.Act,
                    wanted.Period,
                    wanted.Reason,
                    access.Person.Id,
                    cancellation
                ),
                access.Person.Language,
                workflows,
                cancellation
            )
            : JsonBody.Refusal(
                "not-a-publication",
                "Send JSON such as {\"act\": \"Publish\", \"period\": \"20260101-20261231\"} or {\"act\": \"Withhold\", \"reason\": \"…\"}."
            );
    }

    /// <param name="Act">Publish, Withhold or Withdraw; to withdraw what is withheld allows it again.</param>
    /// <param name="Period">Of the issued report, to publish it.</param>
    /// <param name="Reason">Needed to withhold and to withdraw.</param>
    public sealed record Wanted(PublicationAct Act, PeriodKey? Period = null, string? Reason = null);
}
