using ACip.Workflows.Messaging.Outbox;

namespace ACip.Workflows.Messaging.Received;

/// <summary>What became of a message.</summary>
/// <param name="Wake">Instance that waits for the answer; null where nothing was answered.</param>
public sealed record MailTaken(string? Wake, IReadOnlyList<MailsOfStream> Mails)
{
    public static MailTaken Nothing { get; } = new(null, []);
}
