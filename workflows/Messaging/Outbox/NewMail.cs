using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>A mail to be written into the unit of work of its cause.</summary>
/// <param name="Key">A slug, the same for the same cause.</param>
public sealed record NewMail(MailContent Content, PersonId To, string Key)
{
    /// <summary>Whose tokens the mail carries; null for a mail that is about no task.</summary>
    public TaskRef? Task { get; init; }

    /// <summary>When the tokens expire.</summary>
    public DateTimeOffset? Until { get; init; }

    public bool TakesReply { get; init; }

    /// <summary>The Message-ID of the message that is answered.</summary>
    public string? InReplyTo { get; init; }

    public IReadOnlyList<MailAttachment>? Attachments { get; init; }

    /// <summary>The number of the task's one-time code that it carries.</summary>
    internal int? Code { get; init; }
}
