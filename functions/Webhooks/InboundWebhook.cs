using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Messaging;
using ACip.Workflows.Messaging.Heartbeat;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ACip.Functions.Webhooks;

/// <summary>POST /api/mail/inbound: a received mail, as posted by SendGrid Inbound Parse.</summary>
/// <remarks>Answers 2xx only once the POST is stored and its workflow started, 503 in any doubt, and never 4xx: the service drops mail on
/// 4xx and retries for three days on 5xx. The route is anonymous, because a key or sign-in would answer 401 before our code
/// runs.</remarks>
public sealed partial class InboundWebhook(
    ReceivedMailStore store,
    HeartbeatService heartbeat,
    IOptions<MailOptions> options,
    ProgrammeMetrics metrics,
    ILogger<InboundWebhook> logger
)
{
    [Function(nameof(InboundWebhook))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mail/inbound")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        try
        {
            if (
                await SignatureVerification.ReadAsync(request, MailOptions.Keys(options.Value.InboundPublicKey), cancellation)
                is not { } body
            )
            {
                metrics.NotSigned("inbound");
                LogUnsigned();
                return WebhookAnswer.TryLater;
            }

            if (await heartbeat.TakeAsync(body, request.ContentType ?? "", cancellation))
            {
                return Results.Ok();
            }

            string key = await store.KeepAsync(body, request.ContentType ?? "", cancellation);
            await workflows.StartUnlessFailedAsync(nameof(InboundMail), key, InboundMail.InstanceIdOf(key), cancellation);
            return Results.Ok();
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            metrics.NotStored("inbound");
            LogFailed(error);
            return WebhookAnswer.TryLater;
        }
    }

    [LoggerMessage(40, LogLevel.Error, "A mail was posted without a genuine signature; nothing was stored. Has the key been rotated?")]
    private partial void LogUnsigned();

    [LoggerMessage(41, LogLevel.Error, "A mail could not be stored; the mail service will post it again")]
    private partial void LogFailed(Exception error);
}
