using ACip.Workflows.Storage;

namespace ACip.Workflows.Messaging.Received;

/// <summary>How many mails of a kind a sender has caused in a stream today: somebody who forges a hundred mails must not make us send a
/// hundred. Kept for a week.</summary>
[OutsideChain(Prefix, "Counts mails within a day; what was received and what was sent stands elsewhere.")]
public sealed record MailLimit(int Count)
{
    public const string Prefix = "mail-limit|";

    /// <summary>For one sender in one stream on one day.</summary>
    public const int OfASender = 3;

    /// <summary>For all senders in one stream on one day. The quarantine list shows the rest.</summary>
    public const int OfAll = 40;
}
