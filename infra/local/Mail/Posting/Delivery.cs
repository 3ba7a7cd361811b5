namespace ACip.Local.Mail;

/// <summary>What became of something posted to the application.</summary>
/// <param name="About">Message-ID of a received mail; id of the message that events are about.</param>
/// <param name="Attempts">Those made by this process, the latest last.</param>
public sealed record Delivery(string Id, string About, PostState State, IReadOnlyList<Attempt> Attempts);

/// <param name="Status">HTTP status; null where nobody answered.</param>
public sealed record Attempt(DateTimeOffset At, int? Status);

public enum PostState
{
    /// <summary>Not tried yet, or to be tried again.</summary>
    Waiting,

    /// <summary>Answered 2xx.</summary>
    Taken,

    /// <summary>Answered so that SendGrid lets the mail go: it is lost.</summary>
    Dropped,

    /// <summary>Tried as long as SendGrid tries.</summary>
    GivenUp,

    /// <summary>Addressed to a domain whose mail does not reach the application.</summary>
    NotRouted,
}

/// <summary>How a post is signed: rightly, or as an attacker or a botched key rotation would.</summary>
public enum Signing
{
    Right,
    Missing,

    /// <summary>A valid signature of another key.</summary>
    OtherKey,

    /// <summary>The right key, over another body.</summary>
    OtherBody,

    /// <summary>Not even base64.</summary>
    Garbage,
}
