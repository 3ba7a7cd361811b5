namespace ACip.Local.Mail;

/// <summary>What may go wrong when the application hands a mail over.</summary>
public enum SendFault
{
    /// <summary>Answered 503; nothing kept.</summary>
    Unavailable,

    /// <summary>Answered 429; nothing kept.</summary>
    TooMany,

    /// <summary>Kept and sent, but answered 500: the sender cannot know.</summary>
    SentButFailed,

    /// <summary>Answered 202 and never heard of again: no message, no events.</summary>
    Lost,
}
