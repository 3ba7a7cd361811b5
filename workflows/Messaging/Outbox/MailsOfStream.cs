using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Mails in a stream's outbox, to be sent after the commit that wrote them.</summary>
public sealed record MailsOfStream(StreamId Stream, IReadOnlyList<string> Keys)
{
    /// <summary>Combines two sets of one stream; null if both are empty.</summary>
    public static MailsOfStream? Together(MailsOfStream? one, MailsOfStream? other) =>
        one is null ? other
        : other is null ? one
        : one with { Keys = [.. one.Keys, .. other.Keys] };
}
