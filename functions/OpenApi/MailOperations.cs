using ACip.Functions.Api;
using ACip.Functions.Api.Mail;

namespace ACip.Functions.OpenApi;

/// <summary>Operations on mail: the quarantine, and the mail service's webhooks.</summary>
internal static class MailOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new(
            "get",
            "/api/mail/aside",
            "getMailSetAside",
            "Messages that were not acted upon, newest first, with the reason.",
            ApiCaller.SignedIn,
            typeof(PageOf<QuarantinedMessage>),
            Paged: true
        ),
        new(
            "post",
            "/api/mail/aside/{key}",
            "handleMailSetAside",
            "Treats a message as an answer, discards it, or seals it.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer)
        ),
        new(
            "post",
            "/api/mail/inbound",
            "receiveMail",
            "A mail, as SendGrid Inbound Parse posts it. Answers 200 once it is stored, else 503.",
            ApiCaller.MailService
        ),
        new(
            "post",
            "/api/mail/events",
            "receiveMailEvents",
            "What became of our mails, as SendGrid's Event Webhook posts it.",
            ApiCaller.MailService
        ),
    ];
}
