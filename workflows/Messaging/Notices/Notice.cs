using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;

namespace ACip.Workflows.Messaging.Notices;

/// <summary>Something that a capability tells people. A new kind is a class of its own that derives from this; nothing else has to know of
/// it.</summary>
/// <remarks>It is written with <see cref="Messaging.Outbox.MailWriter"/> into the unit of what causes it, and goes out by itself or in a
/// digest, as its recipient has chosen.</remarks>
public abstract record Notice : MailContent
{
    public sealed override MailKind Kind => MailKind.Notice;

    public abstract Text Subject { get; }

    /// <summary>One after the other, each a paragraph; days and deadlines as the recipient reads them.</summary>
    public abstract IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates);

    /// <summary>Where it can be looked at; null where nothing is to be opened.</summary>
    public virtual Uri? Link => null;

    /// <summary>Until then the recipient should have read it; null: at once.</summary>
    public override DateTimeOffset? ReadBy => DateTimeOffset.MaxValue;
}
