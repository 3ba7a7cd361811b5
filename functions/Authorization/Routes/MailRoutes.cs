using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Mail that arrives, and what the mail service says of what was sent.</summary>
internal static class MailRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("QuarantineEndpoints", "GET", "api/mail/aside", Of(Right.HandleMail)),
        new("QuarantineAction", "POST", "api/mail/aside/{key}", Of(Right.HandleMail)),
        new("EventsWebhook", "POST", "api/mail/events", MailService),
        new("InboundWebhook", "POST", "api/mail/inbound", MailService),
        new("QuarantineListEndpoint", "GET", "mail", Of(Right.HandleMail)),
        new("QuarantineMessageEndpoint", "GET", "mail/{key}", Of(Right.HandleMail)),
        new("QuarantineMessageEndpoint", "POST", "mail/{key}", Of(Right.HandleMail)),
    ];
}
