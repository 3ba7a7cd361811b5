namespace ACip.Local.Mail.Posting;

/// <summary>A pending POST to the application.</summary>
/// <param name="Body">The raw bytes; only the signature differs between attempts.</param>
/// <param name="About">What it belongs to: Message-ID of a received mail, id of the message that events are about.</param>
internal sealed record QueuedPost(
    string Id,
    PostKind Kind,
    string About,
    string ContentType,
    byte[] Body,
    Signing Signing,
    DateTimeOffset QueuedAt,
    DateTimeOffset NotBefore
);

internal enum PostKind
{
    Inbound,
    Events,
}
