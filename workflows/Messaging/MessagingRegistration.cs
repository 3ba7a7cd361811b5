using ACip.Workflows.Configuration;
using ACip.Workflows.Messaging.Heartbeat;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SendGrid;

namespace ACip.Workflows.Messaging;

/// <summary>Registers outgoing and incoming mail and the mail service's client.</summary>
internal static class MessagingRegistration
{
    public static IServiceCollection AddMessaging(this IServiceCollection services) =>
        services
            .AddValidated<MailOptions, MailOptionsRules>(MailOptions.Section)
            .AddValidated<SendGridOptions, SendGridOptionsRules>(SendGridOptions.Section)
            .AddSingleton<ISendGridClient>(all => Client(all.GetRequiredService<IOptions<SendGridOptions>>().Value))
            .AddSingleton<OutboxIndex>()
            .AddSingleton<MailLimits>()
            .AddSingleton<IStorageStep>(all => all.GetRequiredService<OutboxIndex>())
            .AddSingleton<MailAttachmentStore>()
            .AddSingleton<IStorageStep>(all => all.GetRequiredService<MailAttachmentStore>())
            .AddSingleton<ReceivedMailStore>()
            .AddSingleton<IStorageStep>(all => all.GetRequiredService<ReceivedMailStore>())
            .AddSingleton<IBlobClaims, ReceivedMailBlobClaims>()
            .AddSingleton<MailServiceClient>()
            .AddSingleton<MailPost>()
            .AddSingleton<MailWriter>()
            .AddSingleton<MailsToMany>()
            .AddSingleton<OutboxCheck>()
            .AddSingleton<DeliveryEventService>()
            .AddSingleton<ResendService>()
            .AddSingleton<RecentMails>()
            .AddSingleton<TokenIndex>()
            .AddSingleton<NoticePaceService>()
            .AddSingleton<HeartbeatService>()
            .KeepsMail();

    /// <summary>Declares which mail data an export includes.</summary>
    private static IServiceCollection KeepsMail(this IServiceCollection services) =>
        services
            .Keeps(
                PlaceKind.Table,
                OutboxIndex.Table,
                "Where tokens lead, each under the SHA-256 of the token; which mails nothing was heard of, were delivered, or wait for a summary."
            )
            .Keeps(PlaceKind.Container, ReceivedMailStore.Container, "Mail as the mail service posted it, under the SHA-256 of its bytes.")
            .Keeps(PlaceKind.Container, MailAttachmentStore.Container, "What was attached to our mails, under the SHA-256 of its bytes.")
            .Keeps(
                PlaceKind.Rows,
                MailHeartbeat.RowKey,
                "When the last test mail came back.",
                leftOut: "It is about the way that mail takes to this platform."
            )
            .Keeps(
                PlaceKind.Setting,
                "Mail__TokenSecret",
                "The secret that links, reply addresses, codes and forms derive from.",
                leftOut: "A secret belongs into a vault. With the same value links and reply addresses of mails already sent go on working; with another, the next reminder brings new ones."
            )
            .Keeps(
                PlaceKind.Setting,
                "SendGrid__ApiKey",
                "The key of the mail service, and its public keys for webhooks (Mail__InboundPublicKey, Mail__EventsPublicKey).",
                leftOut: "They belong to the account of the mail service that the platform uses."
            );

    private static SendGridClient Client(SendGridOptions options) =>
        new(new SendGridClientOptions { ApiKey = options.ApiKey, Host = options.Host });
}
