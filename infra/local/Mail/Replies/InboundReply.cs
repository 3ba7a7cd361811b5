namespace ACip.Local.Mail;

/// <summary>What a person does with a message; all that is not said follows from the message.</summary>
public sealed record InboundReply
{
    /// <summary>What the person typed.</summary>
    public string Text { get; init; } = "";

    /// <summary>What the person's program made of it; from <see cref="Text"/> if null and the program sends HTML.</summary>
    public string? Html { get; init; }

    public MailProgram Program { get; init; } = MailProgram.Plain;

    /// <summary>en, fr or es: the words that the program puts above the quotation.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The quoted message as the person altered it, a form filled in for instance; the message's own text if null. Not yet
    /// prefixed.</summary>
    public string? QuotedText { get; init; }

    /// <summary>The message's recipient if null.</summary>
    public MailAddress? From { get; init; }

    /// <summary>The message's Reply-To, or its From, if null.</summary>
    public MailAddress? To { get; init; }

    /// <summary>The address of <see cref="From"/> if null; empty for bounces.</summary>
    public string? EnvelopeFrom { get; init; }

    /// <summary>Re: and the message's subject if null.</summary>
    public string? Subject { get; init; }

    public string Charset { get; init; } = "UTF-8";

    public string Spf { get; init; } = "pass";

    /// <summary>{@domain of From : pass} if null.</summary>
    public string? Dkim { get; init; }

    /// <summary>With angle brackets; a new one if null.</summary>
    public string? MessageId { get; init; }

    /// <summary>Put behind the usual ones; one of the same name replaces it, an empty value removes it.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<InboundAttachment> Attachments { get; init; } = [];

    public Handover Handover { get; init; } = new();
}

/// <summary>Whose manner of quoting.</summary>
public enum MailProgram
{
    /// <summary>Plain text, nothing quoted.</summary>
    Plain,
    Gmail,
    Outlook,
    AppleMail,
}
