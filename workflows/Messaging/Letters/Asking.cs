using ACip.Workflows.Languages;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>The first mail of a task in a capability's own words. A new kind derives from this class; no other code needs to know
/// it.</summary>
public abstract record Asking : MailContent
{
    public sealed override MailKind Kind => MailKind.Asking;

    public abstract Text Subject { get; }

    /// <summary>Paragraphs in order, with dates in the recipient's form.</summary>
    public abstract IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates);

    /// <summary>The page for answering; null if it is answered by reply only.</summary>
    public virtual Uri? Link => null;

    /// <summary>The form to fill in the reply; null if there is none.</summary>
    public virtual MailForm? Form(Language language) => null;
}
