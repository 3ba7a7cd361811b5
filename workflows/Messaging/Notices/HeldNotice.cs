using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Messaging.Notices;

/// <summary>A mail in the outbox that waits for its recipient's next digest.</summary>
/// <param name="At">When it was written.</param>
public sealed record HeldNotice(PersonId To, MailRef Mail, DateTimeOffset At);

/// <summary>The last digest of a person: a row in the stream of notices, written in one commit with the mail.</summary>
/// <param name="Covers">Keys of the notices in it: a run that was cut off finds here what it has told already.</param>
[OutsideChain(Prefix, "Spares a second digest; nothing is decided on it.")]
public sealed record SentDigest(DateTimeOffset At, IReadOnlyList<string> Covers)
{
    public const string Prefix = "digest|";

    public static StreamId Stream { get; } = new("notices");

    public static string RowKey(PersonId person) => $"{Prefix}{person}";
}
