using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>Reads what approvers need, and takes comments from people who may not decide.</summary>
public sealed class PlanApprovalQuery(
    ProgrammeTable table,
    PlanDraftService drafts,
    PlanVersions versions,
    ApprovalPolicyService policies,
    PastPeriodService past,
    PlanCommentMails mails,
    TimeProvider clock
)
{
    /// <returns>Null where there is no such plan, or nothing was submitted yet.</returns>
    public async Task<SubmittedPlan?> ReadAsync(PlanId id, CancellationToken cancellation)
    {
        if (await drafts.ReadAsync(id, cancellation) is not { Plan.Rounds.Count: > 0 } status)
        {
            return null;
        }

        PlanRecord plan = status.Plan;
        int last = plan.Rounds.Count;
        ActionPlan submitted = await SubmittedAsync(id, last, cancellation) ?? status.Draft;
        // a round that was approved is the approved version: compare a revision's first submission with that
        ActionPlan? before =
            last > 1 && plan.Rounds[^2].Decision is not { Approved: true } ? await SubmittedAsync(id, last - 1, cancellation)
            : plan.Version > 0 && plan.Rounds[^1].Decision is not { Approved: true }
                ? await versions.ReadAsync(id, plan.Version, cancellation)
            : null;
        var comments = await table.ListAsync<PlanComment>(StreamId.Of(id), PlanRows.CommentPrefix, cancellation);
        return new SubmittedPlan(
            plan,
            submitted,
            before,
            before is null ? null : PlanComparison.Compare(before, submitted),
            status.Findings,
            [.. comments.Select(row => row.Value)],
            (await policies.ReadAsync(cancellation)).NeedsTwo(submitted),
            PlanAuthors.Of(plan, status.Mark)
        )
        {
            PastPeriods = await past.OfAsync(plan, submitted, cancellation),
        };
    }

    public Task<CommandResult> CommentAsync(PlanId id, string? item, string text, PersonId by, CancellationToken cancellation) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (await PlanRows.FindAsync(table, id, cancellation) is not { } plan)
                {
                    return (null, new CommandResult.Refused("no-such-plan", $"There is no plan {id}."));
                }

                if (string.IsNullOrWhiteSpace(text))
                {
                    return (null, new CommandResult.Refused("comment-empty", "A comment needs words."));
                }

                if ((TextRefusals.Refuse(TextBounds.Comment, text) ?? TextRefusals.Refuse(60, item)) is { } longer)
                {
                    return (null, longer);
                }

                int round = PlanComments.LastRound(plan.Value);
                if (
                    item is not null
                    && (await SubmittedAsync(id, round, cancellation) ?? (await PlanRows.DraftAsync(table, id, cancellation))!.Value)
                        is { } submitted
                    && !PlanCodes.Has(submitted, item)
                )
                {
                    return (null, new CommandResult.Refused("no-such-item", $"The plan has no item '{item}'."));
                }

                var unit = new UnitOfWork(StreamId.Of(id));
                var comment = new PlanComment(round, by, clock.GetUtcNow(), item, text);
                int number = await PlanComments.AddAsync(table, unit, comment, cancellation);
                return (
                    unit,
                    new CommandResult.Recorded(null) { Mails = await mails.WriteAsync(unit, plan.Value, comment, number, cancellation) }
                );
            },
            cancellation
        );

    private async Task<ActionPlan?> SubmittedAsync(PlanId id, int round, CancellationToken cancellation) =>
        (await table.FindAsync<ActionPlan>(StreamId.Of(id), PlanRows.SubmittedKey(round), cancellation))?.Value;
}
