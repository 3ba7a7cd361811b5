using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Obligations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Obligations;

/// <summary>/api/agreements/{id}/obligations…: what an agreement requires by a given day, and how it was met.</summary>
public sealed class ObligationEndpoints(ObligationService obligations, SignedInPerson signedIn)
{
    public sealed record NewObligation(string Id, ObligationKind Kind, string Title, DateOnly Due);

    /// <param name="SentOn">Null: it is no longer owed.</param>
    public sealed record Receipt(DateOnly? SentOn, string Text);

    [Function(nameof(ApiObligations))]
    public async Task<IResult> ApiObligations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agreements/{id}/obligations")] HttpRequest request,
        string id,
        CancellationToken cancellation
    ) =>
        await signedIn.MayAsync(Right.ManageProgramme, request, cancellation) is { Granted: false } access
            ? access.Refusal
            : ListAnswer.Of(request, await obligations.ListAsync(new AgreementId(id), cancellation), one => one.Id);

    [Function(nameof(ApiEnterObligation))]
    public Task<IResult> ApiEnterObligation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agreements/{id}/obligations")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        OfficerPosts.ActAsync<NewObligation>(
            signedIn,
            request,
            JsonBody.Refusal("not-an-obligation", "Send JSON with id, kind, title and due."),
            workflows,
            (wanted, by) =>
                obligations
                    .EnterAsync(new Obligation(new AgreementId(id), wanted.Id, wanted.Kind, wanted.Title, wanted.Due, by), cancellation)
                    .BeginAsync(workflows.BeginAsync, cancellation),
            cancellation
        );

    [Function(nameof(ApiMeetObligation))]
    public Task<IResult> ApiMeetObligation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agreements/{id}/obligations/{obligation}/receipt")]
            HttpRequest request,
        string id,
        string obligation,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        OfficerPosts.ActAsync<Receipt>(
            signedIn,
            request,
            JsonBody.Refusal("not-a-receipt", "Send JSON with text, and with sentOn unless it is no longer owed."),
            workflows,
            (receipt, by) =>
                obligations.MeetAsync(
                    new ObligationRef(new AgreementId(id), obligation),
                    receipt.SentOn,
                    by,
                    receipt.Text,
                    null,
                    by,
                    cancellation
                ),
            cancellation
        );
}
