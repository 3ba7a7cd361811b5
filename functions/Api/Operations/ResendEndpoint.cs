using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Reconciliation;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Operations;

/// <summary>POST /api/operations/mails sends every waiting mail now; POST /api/operations/mails/{stream}/{key} sends one mail
/// again.</summary>
public sealed class ResendEndpoint(ResendService resend, RepairService repairs)
{
    [Function("ResendWaiting")]
    public async Task<IResult> Waiting(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/operations/mails")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) => Results.Json(new MailsResent(await repairs.SendWaitingAsync(null, workflows, cancellation)), JsonAnswer.Options);

    [Function("ResendMail")]
    public async Task<IResult> One(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/operations/mails/{stream}/{key}")] HttpRequest request,
        string stream,
        string key,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        await resend.OneAsync(new MailRef(new StreamId(stream), key), workflows, cancellation) switch
        {
            ResendOutcome.HandedOver => Results.Json(new MailsResent(1), JsonAnswer.Options),
            ResendOutcome.NoSuchMail => JsonAnswer.NotFound("mail"),
            ResendOutcome.IsACode => Refused("is-a-code", "A one-time code is not sent again; its reader asks for a new one."),
            ResendOutcome.GoesIntoADigest => Refused(
                "goes-into-a-digest",
                "Its reader has chosen to be told in a summary, and is told there."
            ),
            _ => Refused(
                "not-wanted",
                "Its reader has called it spam or unsubscribed: the mail service would drop it. Take the address off its suppression list first."
            ),
        };

    private static IResult Refused(string rule, string why) => ApiProblem.Of(StatusCodes.Status409Conflict, rule, why);
}

/// <param name="Mails">How many were handed over to be sent.</param>
public sealed record MailsResent(int Mails);
