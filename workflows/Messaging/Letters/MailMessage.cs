using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Messaging.Letters;

[JsonConverter(typeof(JsonStringEnumConverter<MailKind>))]
public enum MailKind
{
    DraftingTask,
    QuarterlyTask,
    Reminder,
    Escalation,
    Acknowledgement,
    QuestionBack,
    ConfirmFirst,
    ReportReturned,
    ReportAccepted,
    ReviewTask,
    DonorReportIssued,
    OneTimeCode,
    NeedsPerson,
    PassedOn,
    Bounced,
    Commented,
    PlanReviewTask,
    Notice,
    Digest,
    Suppressed,
    NobodyDecides,
    RolesChanged,
    RecordsUnreadable,
    Asking,
}

/// <summary>A mail as it will be sent and as an outbox row holds it. Rendering the same content again gives the same mail, byte for
/// byte.</summary>
/// <param name="Key">Delivery id: in the Message-ID, in the custom arguments, and the outbox row's key.</param>
/// <param name="ReplyTo">Reply address with the task's token; null where no reply is expected.</param>
/// <param name="Headers">Without From, To, Subject and Reply-To, which have their own places.</param>
/// <param name="CustomArgs">Come back with every delivery event; never personal data.</param>
public sealed record MailMessage(
    string Key,
    MailKind Kind,
    PersonId To,
    string ToName,
    string ToAddress,
    Language Language,
    string? ReplyTo,
    string Subject,
    string Text,
    string Html,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> CustomArgs,
    IReadOnlyList<MailAttachment> Attachments
)
{
    /// <summary>The line for it in a digest.</summary>
    public required DigestLine InShort { get; init; }
}

/// <summary>A mail in one line.</summary>
/// <param name="Remark">By when, say; null for none.</param>
/// <param name="Link">Null where there is nothing to open.</param>
public sealed record DigestLine(string Text, string? Remark = null, string? Link = null);

/// <param name="Blob">Name of the blob that holds the content: rows stay small.</param>
public sealed record MailAttachment(string FileName, string MediaType, string Blob);

/// <summary>Everything about a mail except its content.</summary>
/// <param name="To">The person; the mail is in their language.</param>
/// <param name="DeliveryId">Slug or hex, derived from what causes the mail, so that a repeat is the same mail.</param>
/// <param name="Domain">Domain of our mail, for the Message-ID.</param>
/// <param name="TimeZone">IANA name of the recipient's zone; moments are written in it.</param>
/// <param name="ReplyTo"><see cref="ReplyAddress.For"/>, or null.</param>
/// <param name="Thread">What the mail belongs to, such as a task's id: mail programs show such mails together.</param>
/// <param name="InReplyTo">Message-ID of the mail that this one answers, as it came.</param>
/// <param name="Fictional">True: the mail says FICTIONAL SAMPLE DATA.</param>
/// <param name="Contact">Whom the recipient turns to with a question.</param>
public sealed record MailFrame(
    Person To,
    string DeliveryId,
    string Domain,
    string TimeZone,
    MailContact Contact,
    string? ReplyTo = null,
    string? Thread = null,
    string? InReplyTo = null,
    bool Fictional = false,
    IReadOnlyList<MailAttachment>? Attachments = null
);

/// <summary>A contact person, or the programme itself if there is none.</summary>
public sealed record MailContact(string Name, string Address);
