using System.Text;
using System.Text.RegularExpressions;

namespace ACip.Local.Mail;

/// <summary>What comes back without a person having answered, and what a hurried person sends.</summary>
public static partial class ReadyAnswers
{
    /// <summary>An absence notice, with the headers of RFC 3834.</summary>
    /// <param name="language">en, fr or es.</param>
    /// <param name="marked">False: a program that sets no header, so that only its subject tells.</param>
    public static InboundReply OutOfOffice(LocalMessage message, string language = "en", bool marked = true)
    {
        (string subject, string text) = language switch
        {
            "fr" => (
                "Réponse automatique",
                "Bonjour,\n\nJe suis absent du bureau jusqu'à lundi prochain, sans accès à ma messagerie.\n\nCordialement"
            ),
            "es" => (
                "Respuesta automática",
                "Buenos días:\n\nEstoy fuera de la oficina hasta el próximo lunes, sin acceso al correo.\n\nSaludos"
            ),
            _ => ("Automatic reply", "Hello,\n\nI am out of the office until next Monday, without access to my mail.\n\nKind regards"),
        };
        return new InboundReply
        {
            Text = text,
            Language = language,
            Subject = language == "fr" ? $"{subject} : {message.Subject}" : $"{subject}: {message.Subject}",
            Headers = marked
                ? new Dictionary<string, string>
                {
                    ["Auto-Submitted"] = "auto-replied",
                    ["X-Auto-Response-Suppress"] = "All",
                    ["Precedence"] = "bulk",
                }
                : new Dictionary<string, string>(),
        };
    }

    /// <summary>A delivery status notification (RFC 3464) from the recipient's mail server: empty envelope sender, the report
    /// attached.</summary>
    public static InboundReply Bounce(LocalMessage message, string status = "5.1.1", string diagnostic = "550 5.1.1 User unknown")
    {
        string domain = message.Recipient.Domain;
        string report =
            $"Reporting-MTA: dns; mx.{domain}\r\n\r\nFinal-Recipient: rfc822; {message.Recipient.Email}\r\nAction: failed\r\nStatus: {status}\r\nDiagnostic-Code: smtp; {diagnostic}\r\n";
        string original = string.Concat(message.Headers.Select(header => $"{header.Key}: {header.Value}\r\n"));
        return new InboundReply
        {
            Text =
                $"This is the mail system at host mx.{domain}.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n<{message.Recipient.Email}>: {diagnostic}\n",
            From = new MailAddress($"MAILER-DAEMON@mx.{domain}", "Mail Delivery System"),
            EnvelopeFrom = "",
            Subject = "Undelivered Mail Returned to Sender",
            Spf = "none",
            Dkim = "none",
            Headers = new Dictionary<string, string>
            {
                ["Auto-Submitted"] = "auto-replied",
                ["Return-Path"] = "<>",
                ["Content-Type"] = "multipart/report; report-type=delivery-status; boundary=\"=_report_local\"",
            },
            Attachments =
            [
                new InboundAttachment("details.txt", "message/delivery-status", Encoding.ASCII.GetBytes(report)),
                new InboundAttachment("headers.txt", "text/rfc822-headers", Encoding.UTF8.GetBytes(original)),
            ],
        };
    }

    /// <summary>A message disposition notification (RFC 8098): somebody, or something, opened the message.</summary>
    public static InboundReply ReadReceipt(LocalMessage message) =>
        new()
        {
            Text = $"Your message\n\n  To: {message.Recipient.Email}\n  Subject: {message.Subject}\n\nwas read.\n",
            Subject = $"Read: {message.Subject}",
            Headers = new Dictionary<string, string>
            {
                ["Content-Type"] = "multipart/report; report-type=disposition-notification; boundary=\"=_report_local\"",
            },
            Attachments =
            [
                new InboundAttachment(
                    "details.txt",
                    "message/disposition-notification",
                    Encoding.ASCII.GetBytes(
                        $"Final-Recipient: rfc822; {message.Recipient.Email}\r\nOriginal-Message-ID: {message.MessageId}\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n"
                    )
                ),
            ],
        };

    /// <summary>A calendar program's answer to an invitation (RFC 5546): a press of a button, no figures.</summary>
    public static InboundReply CalendarReply(LocalMessage message) =>
        new()
        {
            Subject = $"Accepted: {message.Subject}",
            Headers = new Dictionary<string, string> { ["Content-Type"] = "text/calendar; charset=UTF-8; method=REPLY" },
            Attachments =
            [
                new InboundAttachment(
                    "invite.ics",
                    "text/calendar",
                    Encoding.UTF8.GetBytes(
                        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{message.Id}\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{message.Recipient.Email}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
                    )
                ),
            ],
        };

    /// <summary>The message's own text with a value behind each code that stands alone with its colon, to be sent as
    /// <see cref="InboundReply.QuotedText"/>.</summary>
    /// <param name="value">From the code, B3 say, to what the person writes; null leaves the line as it is.</param>
    public static string Filled(LocalMessage message, Func<string, string?> value) =>
        EmptyLine()
            .Replace(
                message.Text.ReplaceLineEndings("\n"),
                line => value(line.Groups["code"].Value) is { } filled ? $"{line.Groups["head"].Value} {filled}" : line.Value
            );

    // B3:            B3: ____            B3 (share of …): [   ]
    [GeneratedRegex(
        @"^(?<head>[ \t]*(?<code>[A-Z]{1,4}[0-9]{1,3}(\.[0-9]+)*)\b[^:\n]*:)[ \t]*(_+|\[[ _]*\])?[ \t]*$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex EmptyLine();
}
