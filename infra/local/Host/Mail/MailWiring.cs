using ACip.Local.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace ACip.Local.Host.Mail;

/// <summary>Connects the mail service and the application: where replies and events are posted, and which keys prove it.</summary>
internal static class MailWiring
{
    private const string InboundPath = "/api/mail/inbound";
    private const string EventsPath = "/api/mail/events";

    /// <summary>The settings by which the application reaches and believes the mail service.</summary>
    public static Dictionary<string, string?> Settings(PlatformResources resources) => new()
    {
        ["SendGrid:Host"] = resources.Addresses.Loopback + LocalMail.ApiPath,
        ["SendGrid:ApiKey"] = "SG." + Convert.ToHexStringLower(resources.Folder.Derive("SendGrid API key"))[..22],
        ["Mail:TokenSecret"] = Convert.ToHexStringLower(resources.Folder.Derive("task tokens")),
        ["Mail:PublicUrl"] = resources.Addresses.Public,
        ["Mail:InboundPublicKey"] = Inbound(resources).PublicKey,
        ["Mail:EventsPublicKey"] = Events(resources).PublicKey,
    };

    /// <summary>Section <c>Local:Mail</c>: InboundPath and EventsPath, where the application takes its posts elsewhere than at /api/mail/….</summary>
    public static void Add(WebApplicationBuilder web, LocalSettings settings, PlatformResources resources)
    {
        IConfigurationSection section = web.Configuration.GetSection(LocalSettings.Section + ":Mail");
        web.Services.AddLocalMail(mail =>
        {
            mail.InboundParseUrl = new Uri(resources.Addresses.Loopback + (section["InboundPath"] ?? InboundPath));
            mail.EventWebhookUrl = new Uri(resources.Addresses.Loopback + (section["EventsPath"] ?? EventsPath));
            mail.ApiKey = web.Configuration["SendGrid:ApiKey"];
            mail.InboundKey = Inbound(resources).PrivatePem;
            mail.EventKey = Events(resources).PrivatePem;
            mail.DataFolder = resources.Folder.Path is { } folder ? Path.Combine(folder, "mail") : null;
            mail.Seed = settings.Seed;
        });
    }

    private static SigningKey Inbound(PlatformResources resources) => SigningKey.Derive(resources.Folder, "inbound mail");

    private static SigningKey Events(PlatformResources resources) => SigningKey.Derive(resources.Folder, "delivery events");
}
