using ACip.Workflows.Languages;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>Tells somebody else that those who were asked do not answer, or that nobody is there to; or those who were asked that others
/// are from now on. The words are TaskLetters'; when it goes and to whom is in HumanTasks (ReminderPolicy, TaskMails).</summary>
/// <param name="Asked">Names of those who were asked first; null where nobody is there to be asked.</param>
public sealed record Escalation(EscalatedTo To, About About, Text? Asked, DateTimeOffset Due, DateTimeOffset Closes, Uri Link) : MailContent
{
    /// <summary>The words of the officer who moved it; null for anything else.</summary>
    public string? Words { get; init; }

    public override MailKind Kind => MailKind.Escalation;

    /// <summary>An officer is told for information only; the administration's people are expected to act, where there are any.</summary>
    public override DateTimeOffset? ReadBy => To == EscalatedTo.Officer && Asked is not null ? Closes : null;
}

/// <summary>Whom it goes to, which decides its words.</summary>
public enum EscalatedTo
{
    Alternate,
    Head,
    Officer,

    /// <summary>Whoever asked a colleague for a part.</summary>
    Coordinator,

    /// <summary>The coordinator or the alternate, of what an officer moved to somebody else.</summary>
    Instead,

    /// <summary>Whoever was asked before an officer moved it to somebody else.</summary>
    Before,
}
