using ACip.Local.Mail.Replies;

namespace ACip.Local.Mail.Sending;

/// <summary>Turns an accepted request into the messages that its recipients see.</summary>
internal static class Acceptance
{
    /// <param name="firstNumber">Number of the first message; the others follow.</param>
    public static IReadOnlyList<LocalMessage> Messages(SendRequest request, string sendId, long firstNumber, DateTimeOffset now)
    {
        IReadOnlyList<LocalAttachment> attachments =
        [
            .. (request.Attachments ?? []).Select(attachment => new LocalAttachment(
                attachment.Filename,
                attachment.Type ?? "application/octet-stream",
                Decode(attachment.Content)
            )),
        ];
        var messages = new List<LocalMessage>();
        foreach ((int index, Envelope envelope) in request.Personalizations.Index())
        {
            LocalMessage message = Message(request, envelope, $"{sendId}.{index}", now) with { SendId = sendId, Attachments = attachments };
            foreach ((int position, MailAddress recipient) in envelope.Recipients.Index())
            {
                messages.Add(
                    message with
                    {
                        Number = firstNumber + messages.Count,
                        Id = $"{sendId}.{index}.{position}",
                        Recipient = recipient,
                    }
                );
            }
        }

        return messages;
    }

    private static LocalMessage Message(SendRequest request, Envelope envelope, string id, DateTimeOffset now)
    {
        MailAddress from = envelope.From ?? request.From;
        IReadOnlyList<MailAddress> replyTo = request.ReplyToList ?? (request.ReplyTo is { } one ? [one] : []);
        string subject = Substituted(envelope.Subject ?? request.Subject!);
        Dictionary<string, string> given = Overlaid(request.Headers, envelope.Headers);
        string messageId =
            given.FirstOrDefault(header => header.Key.Equals("Message-ID", StringComparison.OrdinalIgnoreCase)).Value
            ?? $"<{id}@geopod-ismtpd-local>";

        return new LocalMessage
        {
            Number = 0,
            Id = id,
            SendId = id,
            Recipient = envelope.To[0],
            MessageId = messageId,
            From = from,
            To = envelope.To,
            Cc = envelope.Cc ?? [],
            ReplyTo = replyTo,
            Subject = subject,
            Text = Substituted(Part("text/plain") ?? ""),
            Html = Part("text/html") is { } html ? Substituted(html) : null,
            Headers = Written(
                envelope,
                from,
                replyTo,
                subject,
                [new("Date", ReplyWriter.Date(now)), new("Message-ID", messageId), new("MIME-Version", "1.0"), .. given]
            ),
            CustomArgs = envelope.CustomArgs ?? new Dictionary<string, string>(),
            Categories = request.Categories ?? [],
            AcceptedAt = now,
        };

        string? Part(string type) =>
            request.Content!.FirstOrDefault(part => part.Type.Equals(type, StringComparison.OrdinalIgnoreCase))?.Value;

        string Substituted(string text) =>
            (envelope.Substitutions ?? new Dictionary<string, string>())
                .Where(tag => tag.Key.Length > 0)
                .Aggregate(text, (done, tag) => done.Replace(tag.Key, tag.Value, StringComparison.Ordinal));
    }

    /// <param name="further">In their order; a later one of the same name counts.</param>
    private static Dictionary<string, string> Written(
        Envelope envelope,
        MailAddress from,
        IReadOnlyList<MailAddress> replyTo,
        string subject,
        IEnumerable<KeyValuePair<string, string>> further
    )
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["From"] = EncodedWord.Of(from),
            ["To"] = string.Join(", ", envelope.To.Select(EncodedWord.Of)),
        };
        if (envelope.Cc is { Count: > 0 } cc)
        {
            headers["Cc"] = string.Join(", ", cc.Select(EncodedWord.Of));
        }

        if (replyTo.Count > 0)
        {
            headers["Reply-To"] = string.Join(", ", replyTo.Select(EncodedWord.Of));
        }

        headers["Subject"] = EncodedWord.Of(subject);
        foreach ((string name, string value) in further)
        {
            headers[name] = value;
        }

        return headers;
    }

    private static Dictionary<string, string> Overlaid(IReadOnlyDictionary<string, string>? all, IReadOnlyDictionary<string, string>? own)
    {
        var headers = new Dictionary<string, string>(all ?? new Dictionary<string, string>(), StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in own ?? new Dictionary<string, string>())
        {
            headers[name] = value;
        }

        return headers;
    }

    private static byte[] Decode(string content) => Convert.FromBase64String(content);
}
