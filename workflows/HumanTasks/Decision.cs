using ACip.Workflows.Identifiers;
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
