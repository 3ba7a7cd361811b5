using ACip.Workflows.Messaging;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Storage;
using ACip.Workflows.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ACip.Functions.Webhooks;

/// <summary>POST /api/mail/events: delivery events of our mails, as posted by SendGrid's Event Webhook.</summary>
public sealed partial class EventsWebhook(
    DeliveryEventService deliveryEventService,
    IOptions<MailOptions> options,
    ProgrammeMetrics metrics,
    ILogger<EventsWebhook> logger
)
{
    private const int MostAtOnce = 16;

    [Function(nameof(EventsWebhook))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mail/events")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        try
        {
            if (
                await SignatureVerification.ReadAsync(request, MailOptions.Keys(options.Value.EventsPublicKey), cancellation)
                is not { } body
            )
            {
                metrics.NotSigned("events");
                LogUnsigned();
                return WebhookAnswer.TryLater;
            }

            return await TakeAllAsync(MailDeliveryEvent.Read(body), workflows, cancellation) ? Results.Ok() : WebhookAnswer.TryLater;
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            metrics.NotStored("events");
            LogFailed(error);
            return WebhookAnswer.TryLater;
        }
    }

    /// <summary>Events of one mail are taken in order, those of different mails in parallel, so that they share transactions.</summary>
    /// <returns>False where it is worth trying again.</returns>
    private async Task<bool> TakeAllAsync(
        IReadOnlyList<MailDeliveryEvent> events,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        int refused = 0;
        await Parallel.ForEachAsync(
            events.GroupBy(one => (one.Stream, one.Delivery)),
            new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellation },
            async (mail, cancelled) =>
            {
                foreach (MailDeliveryEvent one in mail)
                {
                    if (!await TakeAsync(one, workflows, cancelled))
                    {
                        Interlocked.Increment(ref refused);
                    }
                }
            }
        );
        return refused == 0;
    }

    /// <summary>Events come by the hundred. One that cannot be taken must not hold up the others, or the mail service will give up on all
    /// of them.</summary>
    /// <returns>False where it is worth trying again.</returns>
    private async Task<bool> TakeAsync(MailDeliveryEvent one, DurableTaskClient workflows, CancellationToken cancellation)
    {
        try
        {
            await workflows.DispatchAsync(await deliveryEventService.TakeAsync(one, cancellation), "bounce", cancellation);
            return true;
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            LogNotTaken(error);
            return !StorageTrouble.IsPassing(error);
        }
    }

    [LoggerMessage(42, LogLevel.Error, "Delivery events were posted without a genuine signature")]
    private partial void LogUnsigned();

    [LoggerMessage(44, LogLevel.Error, "A delivery event could not be taken")]
    private partial void LogNotTaken(Exception error);

    [LoggerMessage(43, LogLevel.Error, "Delivery events could not be read or stored; the mail service will post them again")]
    private partial void LogFailed(Exception error);
}
