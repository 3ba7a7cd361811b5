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

/// <summary>Mail out and in, and how the mail service is reached.</summary>
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
            .AddSingleton<MailFiles>()
            .AddSingleton<IStorageStep>(all => all.GetRequiredService<MailFiles>())
            .AddSingleton<ReceivedMailStore>()
            .AddSingleton<IStorageStep>(all => all.GetRequiredService<ReceivedMailStore>())
            .AddSingleton<IBlobClaims, ReceivedMailBlobs>()
            .AddSingleton<MailPost>()
            .AddSingleton<MailWriter>()
            .AddSingleton<OutboxCheck>()
            .AddSingleton<ResendService>()
            .AddSingleton<RecentMails>()
            .AddSingleton<TokenIndex>()
            .AddSingleton<NoticeChoice>()
            .AddSingleton<HeartbeatService>();

    private static SendGridClient Client(SendGridOptions options) =>
        new(new SendGridClientOptions { ApiKey = options.ApiKey, Host = options.Host });
}
