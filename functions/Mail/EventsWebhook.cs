using ACip.Workflows.Mail;
using ACip.Workflows.Mail.Outbox;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ACip.Functions.Mail;

/// <summary>POST /api/mail/events: what became of our mails, as SendGrid's Event Webhook posts it.</summary>
public sealed partial class EventsWebhook(DeliveryDesk desk, IOptions<MailOptions> options, ILogger<EventsWebhook> logger)
{
    [Function(nameof(EventsWebhook))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mail/events")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        try
        {
            if (await SignedBody.ReadAsync(request, MailOptions.Keys(options.Value.EventsPublicKey), cancellation) is not { } body)
            {
                LogUnsigned();
                return SignedBody.TryLater;
            }

            foreach (DeliveryEvent one in DeliveryEvent.Read(body))
            {
                await workflows.DispatchAsync(await desk.TakeAsync(one, cancellation), "bounce", cancellation);
            }

            return Results.Ok();
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(error);
            return SignedBody.TryLater;
        }
    }

    [LoggerMessage(42, LogLevel.Error, "Delivery events were posted without a genuine signature")]
    private partial void LogUnsigned();

    [LoggerMessage(43, LogLevel.Error, "Delivery events could not be read or stored; the mail service will post them again")]
    private partial void LogFailed(Exception error);
}
