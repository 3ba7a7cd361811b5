using ACip.Functions.Api.ActionPlans;
using ACip.Functions.Authorization;
using ACip.Workflows.DonorReports.Publication;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.DonorReports;

/// <summary>GET /api/publications/{agreement}: what is open to everybody. PUT: an approver publishes an issued report, withholds it, or
/// withdraws it. With If-Match, or If-None-Match: * for the first time.</summary>
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
                ? PlanAnswers.Tagged(request, found, ContentTag.Of(found))
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

        (AsRead asRead, IResult? refusal) = IfMatch.Of(request, needed: true, mayBeNew: true);
        if (refusal is not null)
        {
            return refusal;
        }

        return
            await JsonBody.ReadAsync<PublicationOrder>(request, cancellation) is { } wanted
            && RouteIds.Sound(agreement, wanted.Period?.Value ?? agreement)
            ? await DecisionAnswer.OfAsync(
                await publications.DecideAsync(new AgreementId(agreement), wanted, asRead, access.Person.Id, cancellation),
                access.Person.Language,
                workflows,
                cancellation
            )
            : JsonBody.Refusal(
                "not-a-publication",
                "Send JSON such as {\"act\": \"Publish\", \"period\": \"20260101-20261231\"} or {\"act\": \"Withhold\", \"reason\": \"…\"}."
            );
    }
}
