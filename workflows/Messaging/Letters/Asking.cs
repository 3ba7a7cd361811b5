using ACip.Workflows.Languages;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>What a capability asks of people in words of its own: the first mail of a task. A new one is a class that derives from this;
/// nothing else has to know of it.</summary>
public abstract record Asking : MailContent
{
    public sealed override MailKind Kind => MailKind.Asking;

    public abstract Text Subject { get; }

    /// <summary>One after the other, each a paragraph; days and deadlines as the recipient reads them.</summary>
    public abstract IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates);

    /// <summary>Where it can be answered; null where it is answered by reply alone.</summary>
    public virtual Uri? Link => null;

    /// <summary>The form to fill in the reply; null for none.</summary>
    public virtual MailForm? Form(Language language) => null;
}
