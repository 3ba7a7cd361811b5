using ACip.Workflows.Programme;

namespace ACip.Workflows.Tasks;

/// <summary>What an approver says. Reason is required to send back; Items gives reasons by code.</summary>
public sealed record Decision(bool Approved, string? Reason = null, IReadOnlyDictionary<string, string>? Items = null);

/// <summary>How a desk answers what somebody wants to do.</summary>
public abstract record DeskResult
{
    private DeskResult()
    {
    }

    /// <param name="Instance">The workflow to wake.</param>
    public sealed record Recorded(string Instance) : DeskResult;

    /// <summary>Somebody else decided first.</summary>
    public sealed record Stale(PersonId By) : DeskResult;

    /// <param name="Rule">Name of the rule that refuses: the same in API, page and mail.</param>
    public sealed record Refused(string Rule, string Why) : DeskResult;
}
