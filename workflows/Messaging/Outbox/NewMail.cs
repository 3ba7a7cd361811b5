using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>A mail to be written into the unit of what causes it.</summary>
/// <param name="Key">A slug, the same for the same cause.</param>
public sealed record NewMail(MailContent Content, PersonId To, string Key)
{
    /// <summary>Whose tokens the mail carries; null for a mail that is about no task.</summary>
    public TaskRef? Task { get; init; }

    /// <summary>Until when the tokens hold.</summary>
    public DateTimeOffset? Until { get; init; }

    public bool TakesReply { get; init; }

    /// <summary>The Message-ID of what is answered.</summary>
    public string? InReplyTo { get; init; }

    public IReadOnlyList<MailAttachment>? Attachments { get; init; }

    /// <summary>The how-manieth one-time code of the task it carries.</summary>
    internal int? Code { get; init; }
}
