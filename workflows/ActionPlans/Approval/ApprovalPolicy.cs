using ACip.Workflows.Audit;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;

namespace ACip.Workflows.ActionPlans;

/// <summary>When one approver is not enough. A row that an officer replaces.</summary>
/// <param name="SecondApproverFrom">Indicators and benchmarks together, from which on a plan needs a second approver; null: never.</param>
public sealed record ApprovalPolicy(int? SecondApproverFrom)
{
    /// <summary>Larger than the plans that one person can judge in an afternoon.</summary>
    public static ApprovalPolicy Standard { get; } = new(60);

    public bool NeedsTwo(ActionPlan plan) => SecondApproverFrom is { } from && plan.Indicators.Count + plan.Benchmarks.Count >= from;
}

public sealed class ApprovalPolicyDesk(ProgrammeTable table)
{
    private const string Key = "approval-policy";

    public async Task<ApprovalPolicy> ReadAsync(CancellationToken cancellation) =>
        (await table.FindAsync<ApprovalPolicy>(StreamId.Programme, Key, cancellation))?.Value ?? ApprovalPolicy.Standard;

    /// <summary>Counts for decisions from now on; a first approval that waits already goes on waiting only if two are still needed.</summary>
    /// <param name="asRead">The policy that the officer has read, by its <see cref="RegisterDesk.Tag"/>.</param>
    public Task<DeskResult> SaveAsync(ApprovalPolicy policy, PersonId by, CancellationToken cancellation, AsRead asRead = default) => table.DecideAsync<DeskResult>(async () =>
    {
        if (policy.SecondApproverFrom is < 1)
        {
            return (null, new DeskResult.Refused("size-from-one", "Give a number of indicators and benchmarks from 1, or null for never."));
        }

        Row<ApprovalPolicy>? row = await table.FindAsync<ApprovalPolicy>(StreamId.Programme, Key, cancellation);
        return !asRead.Fits(RegisterDesk.Tag(row?.Value ?? ApprovalPolicy.Standard))
            ? (null, DeskResult.Refused.ChangedMeanwhile)
            : (new Unit(StreamId.Programme).Put(Key, row, policy).Record(new AuditEntry(AuditKind.ProgrammeChanged, Key, by)), new DeskResult.Recorded(null));
    }, cancellation);
}
