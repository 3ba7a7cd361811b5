using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Time;

namespace ACip.Workflows.HumanTasks;

/// <summary>An approver's decision. Sending back needs a reason; Items gives reasons by code.</summary>
/// <param name="AcceptOthers">When sending a report back: every item without a reason of its own is accepted as it stands, and not asked
/// again.</param>
public sealed record Decision(
    bool Approved,
    string? Reason = null,
    IReadOnlyDictionary<string, string>? Items = null,
    bool AcceptOthers = false
)
{
    /// <summary>When a plan is approved late: keys of past periods that need no report. The other past periods are opened one after the
    /// other.</summary>
    public IReadOnlyList<PeriodKey>? WaivePast { get; init; }

    /// <summary>True if sending back gives a reason, either for the whole or for each item that it names.</summary>
    public bool SaysWhy =>
        !string.IsNullOrWhiteSpace(Reason) || (Items is { Count: > 0 } reasons && !reasons.Values.Any(string.IsNullOrWhiteSpace));

    /// <summary>True if the same person repeats the same decision in the same words because the answer to the first got lost. Other words
    /// would not be stored, so their author must be told.</summary>
    /// <param name="items">Reasons by code, where such are kept.</param>
    public bool IsAgain(PersonId by, PersonId earlier, bool approved, string? reason, IReadOnlyDictionary<string, string>? items = null) =>
        (by, Approved, Reason ?? "") == (earlier, approved, reason ?? "")
        && (items is null || InOrder(items).SequenceEqual(InOrder(Items ?? new Dictionary<string, string>())));

    private static IEnumerable<KeyValuePair<string, string>> InOrder(IReadOnlyDictionary<string, string> items) =>
        items.OrderBy(one => one.Key, StringComparer.Ordinal);
}

/// <summary>The result of what somebody asked a service to do.</summary>
public abstract record CommandResult
{
    private CommandResult() { }

    /// <param name="Instance">The workflow to wake; null where none waits.</param>
    public sealed record Recorded(string? Instance) : CommandResult
    {
        /// <summary>Other workflows that can be woken.</summary>
        public IReadOnlyList<WakeUp> Also { get; init; } = [];

        /// <summary>Mails written in the same commit that are to be sent now; null if there are none or the workflow sends them.</summary>
        public MailsOfStream? Mails { get; init; }
    }

    /// <summary>Somebody else decided first.</summary>
    public sealed record Stale(PersonId By) : CommandResult;

    /// <param name="Rule">Name of the rule that refuses: the same in API, page and mail.</param>
    public sealed record Refused(string Rule, string Why) : CommandResult
    {
        /// <summary>The record has changed since the person read it.</summary>
        public static Refused ChangedMeanwhile { get; } = new("changed-meanwhile", "It has changed since it was read.");

        /// <summary>Every single problem and where it is, if the rule is that there must be none; otherwise empty.</summary>
        public IReadOnlyList<Finding> Findings { get; init; } = [];

        /// <summary>The cause and what can be done instead, added to the rule's own words; empty if those say it all.</summary>
        public IReadOnlyList<Languages.Text> Because { get; init; } = [];
    }
}

/// <summary>An event that spares a workflow waiting for its next timer.</summary>
public sealed record WakeUp(string Instance, string Event);
