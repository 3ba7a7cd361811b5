namespace ACip.Local.Mail;

/// <summary>One message in one person's inbox; a request to three recipients makes three.</summary>
public sealed record LocalMessage
{
    /// <summary>Counts messages in the order of their acceptance, from 1, over restarts too: a cursor.</summary>
    public required long Number { get; init; }

    public required string Id { get; init; }

    /// <summary>What the sender was told in X-Message-Id.</summary>
    public required string SendId { get; init; }

    /// <summary>The header Message-ID, in angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>Whose inbox.</summary>
    public required MailAddress Recipient { get; init; }

    public required MailAddress From { get; init; }

    public required IReadOnlyList<MailAddress> To { get; init; }

    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    public required string Subject { get; init; }

    public string Text { get; init; } = "";

    public string? Html { get; init; }

    /// <summary>All of them, as a mail program shows them, the ones that SendGrid adds included.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public IReadOnlyDictionary<string, string> CustomArgs { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<LocalAttachment> Attachments { get; init; } = [];

    public required DateTimeOffset AcceptedAt { get; init; }
}

/// <param name="Type">MIME type.</param>
public sealed record LocalAttachment(string Filename, string Type, byte[] Content);
