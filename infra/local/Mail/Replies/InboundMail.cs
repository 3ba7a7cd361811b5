namespace ACip.Local.Mail;

/// <summary>One mail as it arrives for the application, from whomever.</summary>
public sealed record InboundMail
{
    public required MailAddress From { get; init; }

    public required MailAddress To { get; init; }

    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    /// <summary>MAIL FROM; empty for a bounce.</summary>
    public required string EnvelopeFrom { get; init; }

    /// <summary>RCPT TO.</summary>
    public required IReadOnlyList<string> EnvelopeTo { get; init; }

    public required string Subject { get; init; }

    public string? Text { get; init; }

    public string? Html { get; init; }

    /// <summary>Charset of text and HTML; letters it lacks become question marks, as mail programs make them.</summary>
    public string Charset { get; init; } = "UTF-8";

    /// <summary>In the order in which they stand in the mail, as raw header text: encoded words where needed.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public IReadOnlyList<InboundAttachment> Attachments { get; init; } = [];

    /// <summary>pass, fail, softfail, neutral, none, temperror or permerror.</summary>
    public string Spf { get; init; } = "pass";

    /// <summary>As SendGrid writes it: {@domain : pass}, or none.</summary>
    public string Dkim { get; init; } = "none";

    public string SenderIp { get; init; } = "192.0.2.25";

    /// <summary>Its Message-ID header, if it has one.</summary>
    public string? MessageId => Headers.FirstOrDefault(header => header.Key.Equals("Message-ID", StringComparison.OrdinalIgnoreCase)).Value;
}

/// <param name="Type">MIME type.</param>
/// <param name="ContentId">For images in HTML, without angle brackets.</param>
public sealed record InboundAttachment(string Filename, string Type, byte[] Content, string? ContentId = null);

/// <summary>How the mail service goes about handing a mail over: well, or badly on purpose.</summary>
/// <param name="Times">How often the same mail is posted.</param>
/// <param name="Late">How long it lies on the way, programme time.</param>
public sealed record Handover(int Times = 1, TimeSpan Late = default, Signing Signing = Signing.Right);
