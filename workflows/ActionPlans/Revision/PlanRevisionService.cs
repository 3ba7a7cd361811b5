using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Revision;

/// <summary>Opens and withdraws revisions. The approved version stays in force, and reports continue, until another version is
/// approved.</summary>
public sealed class PlanRevisionService(ProgrammeTable table, PlanVersions versions, PlanStatusMails mails, TimeProvider clock)
{
    /// <param name="effectiveFrom">First day of a reporting period that has not been opened.</param>
    public Task<CommandResult> OpenAsync(
        PlanId id,
        string reason,
        DateOnly effectiveFrom,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        table.DecideAsync(
            async () =>
            {
                if (await PlanRows.FindAsync(table, id, cancellation) is not { } plan)
                {
                    return Refuse("no-such-plan", $"There is no plan {id}.");
                }

                if (TextRefusals.Refuse(TextBounds.Reason, reason) is { } longer)
                {
                    return (null, longer);
                }

                if (!asRead.Fits(plan))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                if (plan.Value.State != PlanState.Active)
                {
                    return Refuse("plan-not-active", $"The plan is {plan.Value.State}; only an active plan can be revised.");
                }

                if (string.IsNullOrWhiteSpace(reason))
                {
                    return Refuse("reason-needed", "A revision needs a reason: it is kept and shown.");
                }

                if (!plan.Value.Periods.Skip(plan.Value.ReportsStarted).Any(period => period.Start == effectiveFrom))
                {
                    return Refuse(
                        "effective-from-a-coming-period",
                        "A revision takes effect on the first day of a reporting period whose report has not been opened."
                    );
                }

                ActionPlan approved = await versions.ReadAsync(id, plan.Value.Version, cancellation);
                Row<ActionPlan> draft = (await PlanRows.DraftAsync(table, id, cancellation))!;
                Row<DraftMark>? mark = await table.FindAsync<DraftMark>(StreamId.Of(id), PlanRows.DraftMark, cancellation);
                int number = plan.Value.RevisionsOpened + 1;
                PlanRecord after = plan.Value with
                {
                    State = PlanState.UnderRevision,
                    Revision = new PlanRevision(number, reason, effectiveFrom, by, clock.GetUtcNow()),
                    RevisionsOpened = number,
                };
                UnitOfWork unit = new UnitOfWork(StreamId.Of(id))
                    .Replace(plan, after)
                    .Replace(draft, approved with { Version = plan.Value.Version + 1 })
                    .Record(new AuditEntry(AuditKind.PlanRevisionOpened, id.Value, by, reason, plan.Value.Sha256));
                return (
                    mark is null ? unit : unit.Delete(mark),
                    new CommandResult.Recorded(null) { Also = [new WakeUp(after.InstanceId, ActionPlanLifecycle.Changed)] }
                );
            },
            cancellation
        );

    /// <summary>Withdraws the revision; the plan stays as approved.</summary>
    public Task<CommandResult> WithdrawAsync(
        PlanId id,
        string reason,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        table.DecideAsync(
            async () =>
            {
                if (
                    await PlanRows.FindAsync(table, id, cancellation)
                    is not { Value: { State: PlanState.UnderRevision, Revision: not null } } plan
                )
                {
                    return Refuse("no-revision", "No revision of this plan is open.");
                }

                if (TextRefusals.Refuse(TextBounds.Reason, reason) is { } longer)
                {
                    return (null, longer);
                }

                if (!asRead.Fits(plan))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                if (string.IsNullOrWhiteSpace(reason))
                {
                    return Refuse("reason-needed", "Withdrawing a revision needs a reason: it is kept and shown.");
                }

                DateTimeOffset now = clock.GetUtcNow();
                PlanRecord after = plan.Value with
                {
                    State = PlanState.Active,
                    Revision = null,
                    Notes = [.. plan.Value.Notes, new PlanNote(PlanNoteKind.RevisionWithdrawn, reason, by, now)],
                };
                UnitOfWork unit = new UnitOfWork(StreamId.Of(id))
                    .Replace(plan, after)
                    .Record(new AuditEntry(AuditKind.PlanRevisionWithdrawn, id.Value, by, reason));
                TaskRef waiting = await TaskEnding.CancelAsync(
                    table,
                    unit,
                    plan.Value.TakesDraft ? PlanTasks.Draft(plan.Value) : PlanTasks.Approval(plan.Value),
                    by,
                    now,
                    cancellation
                );
                Row<HumanTaskRecord>? asked = await TaskRows.FindAsync(table, waiting, cancellation);
                // the plan may have waited for this to close
                return (
                    unit,
                    new CommandResult.Recorded(waiting.InstanceId)
                    {
                        Also = [new WakeUp(after.InstanceId, ActionPlanLifecycle.Changed)],
                        Mails = await mails.TellAsync(unit, after, [], asked is null ? [] : [asked.Value], cancellation),
                    }
                );
            },
            cancellation
        );

    private static (UnitOfWork?, CommandResult) Refuse(string rule, string why) => (null, new CommandResult.Refused(rule, why));
}
