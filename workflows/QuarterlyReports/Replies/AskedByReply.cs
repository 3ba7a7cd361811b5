using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;

namespace ACip.Workflows.QuarterlyReports.Replies;

/// <summary>What a reply asked of officers or colleagues, and what of it is already committed.</summary>
/// <param name="Begins">Questions that it gave rise to.</param>
/// <param name="Told">Mails that say so, to be sent with the rest.</param>
internal sealed record AskedByReply(IReadOnlyList<TaskRef> Begins, MailsOfStream? Told)
{
    public static AskedByReply? Together(AskedByReply? one, AskedByReply? other) =>
        one is null ? other
        : other is null ? one
        : new AskedByReply([.. one.Begins, .. other.Begins], MailsOfStream.Together(one.Told, other.Told));
}
