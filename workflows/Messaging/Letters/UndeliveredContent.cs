using ACip.Workflows.Messaging.Incoming;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>Tells the Secretariat that a message waits for a decision. Its content stays behind the link, because it may be an
/// allegation.</summary>
/// <param name="Reason">A slug of <see cref="TriageReasons"/>.</param>
/// <param name="About">The task it was sent to, or null.</param>
public sealed record NeedsPerson(string Reason, About? About, DateTimeOffset ReceivedAt, Uri Link) : MailContent
{
    public override MailKind Kind => MailKind.NeedsPerson;
}

/// <summary>Tells the Secretariat that an address no longer accepts our mail.</summary>
/// <param name="Person">Name of whose it is.</param>
/// <param name="Spam">True: a mail was marked as spam; false: the person unsubscribed.</param>
public sealed record Suppressed(string Person, bool Spam, DateTimeOffset At, Uri Link) : MailContent
{
    public override MailKind Kind => MailKind.Suppressed;
}

/// <summary>Tells the Secretariat that a mail did not arrive.</summary>
/// <param name="Person">Name of whom it was for.</param>
/// <param name="Why">As the mail service says; may be empty.</param>
public sealed record Bounced(string Person, About? About, string Why, DateTimeOffset At, Uri Link) : MailContent
{
    public override MailKind Kind => MailKind.Bounced;
}
