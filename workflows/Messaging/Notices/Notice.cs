using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;

namespace ACip.Workflows.Messaging.Notices;

/// <summary>Something that a capability tells people. A new kind derives from this class; no other code needs to know it.</summary>
/// <remarks><see cref="Messaging.Outbox.MailWriter"/> writes it into the unit of work of its cause. It is sent by itself or in a digest,
/// as its recipient has chosen.</remarks>
public abstract record Notice : MailContent
{
    public sealed override MailKind Kind => MailKind.Notice;

    public abstract Text Subject { get; }

    /// <summary>Paragraphs in order, with dates in the recipient's form.</summary>
    public abstract IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates);

    /// <summary>A page about it; null if there is nothing to open.</summary>
    public virtual Uri? Link => null;

    /// <summary>When the recipient should have read it; null to send it at once.</summary>
    public override DateTimeOffset? ReadBy => DateTimeOffset.MaxValue;
}
