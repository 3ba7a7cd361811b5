using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Time;

namespace ACip.Workflows.HumanTasks;

/// <summary>What an approver says. Reason is required to send back; Items gives reasons by code.</summary>
/// <param name="AcceptOthers">When sending a report back: every item without a reason of its own is accepted as it stands, and not asked
/// again.</param>
public sealed record Decision(
    bool Approved,
    string? Reason = null,
    IReadOnlyDictionary<string, string>? Items = null,
    bool AcceptOthers = false
)
{
    /// <summary>When approving a plan late: keys of past periods that are not to be reported on; the others are opened one after the
    /// other.</summary>
    public IReadOnlyList<PeriodKey>? WaivePast { get; init; }

    /// <summary>True where sending back says why: for the whole, or for each item that it names.</summary>
    public bool SaysWhy =>
        !string.IsNullOrWhiteSpace(Reason) || (Items is { Count: > 0 } reasons && !reasons.Values.Any(string.IsNullOrWhiteSpace));

    /// <summary>True for what is said once more, since its answer never came: by the same person, in the same words. Other words would not
    /// be kept, and whoever wrote them must hear that.</summary>
    /// <param name="items">Reasons by code, where such are kept.</param>
    public bool IsAgain(PersonId by, PersonId earlier, bool approved, string? reason, IReadOnlyDictionary<string, string>? items = null) =>
        (by, Approved, Reason ?? "") == (earlier, approved, reason ?? "")
        && (items is null || InOrder(items).SequenceEqual(InOrder(Items ?? new Dictionary<string, string>())));

    private static IEnumerable<KeyValuePair<string, string>> InOrder(IReadOnlyDictionary<string, string> items) =>
        items.OrderBy(one => one.Key, StringComparer.Ordinal);
}

/// <summary>How a service answers what somebody wants to do.</summary>
public abstract record CommandResult
{
    private CommandResult() { }

    /// <param name="Instance">The workflow to wake; null where none waits.</param>
    public sealed record Recorded(string? Instance) : CommandResult
    {
        /// <summary>Further workflows that need not wait any longer.</summary>
        public IReadOnlyList<WakeUp> Also { get; init; } = [];

        /// <summary>Mails that were written with it and want to be sent; null for none, or where the workflow sends them.</summary>
        public MailsOfStream? Mails { get; init; }
    }

    /// <summary>Somebody else decided first.</summary>
    public sealed record Stale(PersonId By) : CommandResult;

    /// <param name="Rule">Name of the rule that refuses: the same in API, page and mail.</param>
    public sealed record Refused(string Rule, string Why) : CommandResult
    {
        /// <summary>What is decided upon is not what was read.</summary>
        public static Refused ChangedMeanwhile { get; } = new("changed-meanwhile", "It has changed since it was read.");

        /// <summary>What is wrong, place by place, where the rule is that nothing may be; else empty.</summary>
        public IReadOnlyList<Finding> Findings { get; init; } = [];

        /// <summary>What brought it about, and what can be done instead, after the rule's own words; empty where those say all.</summary>
        public IReadOnlyList<Languages.Text> Because { get; init; } = [];
    }
}

/// <summary>An event that saves a workflow from waiting for its next alarm.</summary>
public sealed record WakeUp(string Instance, string Event);
