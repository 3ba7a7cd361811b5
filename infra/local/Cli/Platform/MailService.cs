using ACip.Local.Mail;
using ACip.Workflows.Messaging;
using FunctionsSimulator;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Local.Cli.Platform;

/// <summary>The mail service beside the application: where it sends, where replies and events are posted, and which keys prove
/// it.</summary>
internal sealed class MailService : IPlatformExtension
{
    private const string InboundPath = "/api/mail/inbound";
    private const string EventsPath = "/api/mail/events";

    public IReadOnlyList<(string Path, string Text)> Links => [("/local/mail", "Inbox of everybody")];

    /// <summary>Settings by which the application reaches and trusts the mail service.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings(PlatformContext platform) =>
        [
            new("SendGrid:Host", platform.LoopbackUrl + LocalMail.ApiPath),
            new("SendGrid:ApiKey", ApiKey(platform)),
            new("Mail:TokenSecret", Convert.ToHexStringLower(platform.Derive("task tokens"))),
            new("Mail:PublicUrl", platform.PublicUrl),
            new("Mail:InboundPublicKey", Inbound(platform).PublicKey),
            new("Mail:EventsPublicKey", Events(platform).PublicKey),
            // this mail service never fails by itself, so a simulated year needs no heartbeat mails
            new("Mail:Heartbeat", "false"),
            // nor about a weekly overview in every inbox: who wants to see them says --Mail:Overviews=true
            new("Mail:Overviews", "false"),
        ];

    public void AddServices(IServiceCollection services, PlatformContext platform) =>
        services.AddLocalMail(mail =>
        {
            mail.InboundParseUrl = new Uri(platform.LoopbackUrl + InboundPath);
            mail.EventWebhookUrl = new Uri(platform.LoopbackUrl + EventsPath);
            mail.OwnDomain = platform.Configuration["Mail:ReplyDomain"] ?? new MailOptions().ReplyDomain;
            mail.ApiKey = platform.Configuration["SendGrid:ApiKey"] ?? ApiKey(platform);
            mail.InboundKey = Inbound(platform).PrivatePem;
            mail.EventKey = Events(platform).PrivatePem;
            mail.DataFolder = platform.DataFolder is { } folder ? Path.Combine(folder, "mail") : null;
            mail.Seed = platform.Options.Seed;
        });

    public void Map(IEndpointRouteBuilder routes) => routes.MapLocalMail();

    private static string ApiKey(PlatformContext platform) => "SG." + Convert.ToHexStringLower(platform.Derive("SendGrid API key"))[..22];

    private static SigningKey Inbound(PlatformContext platform) => SigningKey.Derive(platform, "inbound mail");

    private static SigningKey Events(PlatformContext platform) => SigningKey.Derive(platform, "delivery events");
}
