using ACip.Workflows.Storage;

namespace ACip.Workflows.Messaging.Received;

/// <summary>How many mails of a kind a sender has caused in a stream today: whoever forges a hundred mails must not make us send a hundred.
/// Kept for a week.</summary>
[OutsideChain(Prefix, "Counts mails within a day; what was received and what was sent stands elsewhere.")]
public sealed record MailLimit(int Count)
{
    public const string Prefix = "mail-limit|";

    /// <summary>Of one sender, in one stream, on one day.</summary>
    public const int OfASender = 3;

    /// <summary>Of all senders together, in one stream, on one day: the list of mails set aside says the rest.</summary>
    public const int OfAll = 40;
}
