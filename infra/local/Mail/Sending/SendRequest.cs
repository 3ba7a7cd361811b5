using System.Text.Json.Serialization;

namespace ACip.Local.Mail.Sending;

/// <summary>A request whose shape is right; the rules read it.</summary>
internal sealed record SendRequest
{
    public required IReadOnlyList<Envelope> Personalizations { get; init; }

    public required MailAddress From { get; init; }

    public MailAddress? ReplyTo { get; init; }

    public IReadOnlyList<MailAddress>? ReplyToList { get; init; }

    public string? Subject { get; init; }

    public IReadOnlyList<BodyPart>? Content { get; init; }

    public IReadOnlyList<SentAttachment>? Attachments { get; init; }

    public string? TemplateId { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public IReadOnlyList<string>? Categories { get; init; }

    public long? SendAt { get; init; }

    public MailSettings? MailSettings { get; init; }
}

internal sealed record Envelope
{
    public MailAddress? From { get; init; }

    public required IReadOnlyList<MailAddress> To { get; init; }

    public IReadOnlyList<MailAddress>? Cc { get; init; }

    public IReadOnlyList<MailAddress>? Bcc { get; init; }

    public string? Subject { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public IReadOnlyDictionary<string, string>? Substitutions { get; init; }

    public IReadOnlyDictionary<string, string>? CustomArgs { get; init; }

    public long? SendAt { get; init; }

    [JsonIgnore]
    public IEnumerable<MailAddress> Recipients => [.. To, .. Cc ?? [], .. Bcc ?? []];
}

internal sealed record BodyPart(string Type, string Value);

internal sealed record SentAttachment
{
    public required string Content { get; init; }

    public string? Type { get; init; }

    public required string Filename { get; init; }

    public string? Disposition { get; init; }

    public string? ContentId { get; init; }
}

internal sealed record MailSettings
{
    [JsonPropertyName("bypass_list_management")]
    public Setting? BypassList { get; init; }

    [JsonPropertyName("bypass_spam_management")]
    public Setting? BypassSpam { get; init; }

    [JsonPropertyName("bypass_bounce_management")]
    public Setting? BypassBounce { get; init; }

    [JsonPropertyName("bypass_unsubscribe_management")]
    public Setting? BypassUnsubscribe { get; init; }

    [JsonPropertyName("sandbox_mode")]
    public Setting? Sandbox { get; init; }
}

internal sealed record Setting(bool Enable);
