using System.Globalization;

namespace ACip.Local.Mail.Replies;

/// <summary>Makes the mail that a mail program would send.</summary>
internal static class ReplyWriter
{
    public static InboundMail Write(LocalMessage message, InboundReply reply, DateTimeOffset now, string newId)
    {
        MailAddress from = reply.From ?? message.Recipient;
        MailAddress to = reply.To ?? (message.ReplyTo.Count > 0 ? message.ReplyTo[0] : message.From);
        string subject = reply.Subject ?? Answering(message.Subject);
        string messageId = reply.MessageId ?? $"<{newId}@mail.{from.Domain}>";
        string? html = Quotation.Html(message, reply);
        string references = string.Join(
            ' ',
            new[] { message.Headers.GetValueOrDefault("References"), message.MessageId }.Where(id => !string.IsNullOrEmpty(id))
        );

        var headers = new List<KeyValuePair<string, string>>
        {
            new("Received", $"by mx.local.invalid with ESMTP; {Date(now)}"),
            new("From", EncodedWord.Of(from)),
            new("To", EncodedWord.Of(to)),
            new("Subject", EncodedWord.Of(subject)),
            new("Date", Date(now)),
            new("Message-ID", messageId),
            new("In-Reply-To", message.MessageId),
            new("References", references),
            new("MIME-Version", "1.0"),
            new("Content-Type", ContentType(reply, html)),
            new("Content-Language", reply.Language),
        };
        if (Program(reply.Program) is { } program)
        {
            headers.Add(program);
        }

        return new InboundMail
        {
            From = from,
            To = to,
            EnvelopeFrom = reply.EnvelopeFrom ?? from.Email,
            EnvelopeTo = [to.Email],
            Subject = subject,
            Text = Quotation.Text(message, reply),
            Html = html,
            Charset = reply.Charset,
            Headers = Overlaid(headers, reply.Headers),
            Attachments = reply.Attachments,
            Spf = reply.Spf,
            Dkim = reply.Dkim ?? $"{{@{from.Domain} : pass}}",
        };
    }

    /// <summary>As RFC 5322 writes it, in UTC.</summary>
    public static string Date(DateTimeOffset at) =>
        at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    private static string Answering(string subject) =>
        subject.StartsWith("Re:", StringComparison.OrdinalIgnoreCase) ? subject : $"Re: {subject}";

    private static string ContentType(InboundReply reply, string? html) =>
        reply.Attachments.Count > 0 ? "multipart/mixed; boundary=\"=_mixed_local\""
        : html is not null ? "multipart/alternative; boundary=\"=_alternative_local\""
        : $"text/plain; charset={reply.Charset}";

    private static KeyValuePair<string, string>? Program(MailProgram program) =>
        program switch
        {
            MailProgram.Outlook => new("X-Mailer", "Microsoft Outlook 16.0"),
            MailProgram.AppleMail => new("X-Mailer", "Apple Mail (2.3826.200.121)"),
            _ => null,
        };

    private static List<KeyValuePair<string, string>> Overlaid(
        List<KeyValuePair<string, string>> usual,
        IReadOnlyDictionary<string, string> given
    ) =>
        [
            .. usual.Where(header => !given.Keys.Contains(header.Key, StringComparer.OrdinalIgnoreCase)),
            .. given.Where(header => header.Value.Length > 0),
        ];
}
