using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>A mail in the outbox: written in the transaction of its cause, sent afterwards.</summary>
/// <param name="Key">Derived from what causes it, so that a repeat finds the same row; a slug.</param>
/// <param name="To">Name and address are looked up when it is sent: they are never stored here, so that a person can be erased.</param>
/// <param name="Task">Whose tokens go into the places that the text keeps free for them; tokens themselves are never stored.</param>
/// <param name="TakesReply">True: the reply address carries the task's token.</param>
/// <param name="CodeNumber">Which one-time code goes into its place when it is sent; codes are never stored either.</param>
/// <param name="Attachments">Their contents are blobs.</param>
/// <param name="Events">Ids of delivery events that were taken, so that a repeated one is known.</param>
/// <param name="Retried">True: it was sent again, since nothing was heard of it.</param>
/// <param name="Notices">Keys of mails that tell officers what is wrong with it.</param>
/// <param name="Digest">What a digest says instead of it; null where it cannot wait for one.</param>
/// <param name="Trace">W3C traceparent of what caused it, so that its sending is part of the same trace; null where that was not
/// recorded.</param>
[OutsideChain(Prefix, "The outbox: it changes with every answer of the mail service, and what caused a mail is in the chain.")]
public sealed record OutgoingMail(
    string Key,
    PersonId To,
    MailKind Kind,
    Language Language,
    TaskId? Task,
    bool TakesReply,
    string Subject,
    string Text,
    string Html,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> CustomArgs,
    OutgoingState State,
    DateTimeOffset At,
    DateTimeOffset? SentAt = null,
    string? Detail = null,
    int? CodeNumber = null,
    IReadOnlyList<MailAttachment>? Attachments = null,
    IReadOnlyList<string>? Events = null,
    bool Retried = false,
    IReadOnlyList<string>? Notices = null,
    DigestLine? Digest = null,
    string? Trace = null
)
{
    public const string Prefix = "mail|";

    public static string RowKey(string key) => Prefix + key;
}

/// <summary>States in the order in which they can follow one another. Dropped: refused by the mail service, or not even attempted. Held:
/// waiting for its recipient's next digest. InDigest: included there, or obsolete before that.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutgoingState>))]
public enum OutgoingState
{
    Waiting,
    Sent,
    Delivered,
    Unsubscribed,
    SpamReported,
    Bounced,
    Dropped,
    Held,
    InDigest,
}
