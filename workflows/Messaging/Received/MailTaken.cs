using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;

namespace ACip.Workflows.Messaging.Received;

/// <summary>What became of a message.</summary>
/// <param name="Wake">Instance that waits for the answer; null where nothing was answered.</param>
public sealed record MailTaken(string? Wake, IReadOnlyList<MailsOfStream> Mails)
{
    /// <summary>A task that it gave rise to, which its workflow has yet to begin; null for none.</summary>
    public TaskRef? Begins { get; init; }

    public static MailTaken Nothing { get; } = new(null, []);
}
