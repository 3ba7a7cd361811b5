using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>When a plan needs a second approver. Officers can change it.</summary>
/// <param name="SecondApproverFrom">Indicators and benchmarks together, from which on a plan needs a second approver; null: never.</param>
public sealed record ApprovalPolicy(int? SecondApproverFrom)
{
    /// <summary>A larger plan than one person can judge in an afternoon.</summary>
    public static ApprovalPolicy Standard { get; } = new(60);

    public bool NeedsTwo(ActionPlan plan) => SecondApproverFrom is { } from && plan.Indicators.Count + plan.Benchmarks.Count >= from;
}

public sealed class ApprovalPolicyService(ProgrammeTable table)
{
    private const string Key = "approval-policy";

    public async Task<ApprovalPolicy> ReadAsync(CancellationToken cancellation) =>
        (await table.FindAsync<ApprovalPolicy>(StreamId.Programme, Key, cancellation))?.Value ?? ApprovalPolicy.Standard;

    /// <summary>Saves the policy for decisions from now on. A first approval continues to wait only if a second one is still
    /// needed.</summary>
    /// <param name="asRead">The policy that the officer has read, by its <see cref="ContentTag"/>.</param>
    public Task<CommandResult> SaveAsync(ApprovalPolicy policy, PersonId by, CancellationToken cancellation, AsRead asRead = default) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (policy.SecondApproverFrom is < 1)
                {
                    return (
                        null,
                        new CommandResult.Refused("size-from-one", "Give a number of indicators and benchmarks from 1, or null for never.")
                    );
                }

                Row<ApprovalPolicy>? row = await table.FindAsync<ApprovalPolicy>(StreamId.Programme, Key, cancellation);
                return !asRead.Fits(ContentTag.Of(row?.Value ?? ApprovalPolicy.Standard))
                    ? (null, CommandResult.Refused.ChangedMeanwhile)
                    : (
                        new UnitOfWork(StreamId.Programme)
                            .Put(Key, row, policy)
                            .Record(new AuditEntry(AuditKind.ProgrammeChanged, Key, by)),
                        new CommandResult.Recorded(null)
                    );
            },
            cancellation
        );
}
