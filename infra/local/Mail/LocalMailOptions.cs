namespace ACip.Local.Mail;

/// <summary>How the mail service stands towards the application. Addresses may be set after the start: they are read at each post.</summary>
public sealed class LocalMailOptions
{
    /// <summary>Where replies are posted, as in SendGrid's Inbound Parse settings. Without it a post counts as unreachable and is retried.</summary>
    public Uri? InboundParseUrl { get; set; }

    /// <summary>Where delivery events are posted; without it there are none.</summary>
    public Uri? EventWebhookUrl { get; set; }

    /// <summary>The key that senders must show; any key if null.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The domain whose mail reaches <see cref="InboundParseUrl"/>; mail to any other goes nowhere. Any domain if null.</summary>
    public string? ReplyDomain { get; set; }

    /// <summary>The domain whose MX is the mail service itself: mail sent to it comes back in at <see cref="InboundParseUrl"/>. None if null.</summary>
    public string? OwnDomain { get; set; }

    /// <summary>Private key (PEM, NIST P-256) that signs received mail; a new one each run if null.</summary>
    public string? InboundKey { get; set; }

    /// <summary>Private key (PEM, NIST P-256) that signs delivery events; a new one each run if null.</summary>
    public string? EventKey { get; set; }

    /// <summary>Where messages and unfinished posts outlive the process; in memory only if null.</summary>
    public string? DataFolder { get; set; }

    /// <summary>Set: every id follows from it and from the content it belongs to, so that the same run gives the same ids. Null: random.</summary>
    public string? Seed { get; set; }

    /// <summary>What posts travel through; the network if null.</summary>
    public HttpMessageHandler? Transport { get; set; }
}
