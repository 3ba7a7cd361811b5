using ACip.Workflows.Audit;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;

namespace ACip.Workflows.ActionPlans;

/// <summary>Opens and withdraws revisions. The approved version stays in force, and reports go on, until another one is approved.</summary>
public sealed class RevisionDesk(ProgrammeTable table, PlanVersions versions, TimeProvider clock)
{
    /// <param name="effectiveFrom">First day of a reporting period that has not been opened.</param>
    public Task<DeskResult> OpenAsync(PlanId id, string reason, DateOnly effectiveFrom, PersonId by, CancellationToken cancellation, AsRead asRead = default) => table.DecideAsync(async () =>
    {
        if (await PlanRows.FindAsync(table, id, cancellation) is not { } plan)
        {
            return Refuse("no-such-plan", $"There is no plan {id}.");
        }

        if (TextBounds.Refuse(TextBounds.Reason, reason) is { } longer)
        {
            return (null, longer);
        }

        if (!asRead.Fits(plan))
        {
            return (null, DeskResult.Refused.ChangedMeanwhile);
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
            return Refuse("effective-from-a-coming-period", "A revision takes effect on the first day of a reporting period whose report has not been opened.");
        }

        ActionPlan approved = await versions.ReadAsync(id, plan.Value.Version, cancellation);
        Row<ActionPlan> draft = (await PlanRows.DraftAsync(table, id, cancellation))!;
        Row<DraftMark>? mark = await table.FindAsync<DraftMark>(StreamId.Of(id), PlanRows.DraftMark, cancellation);
        int number = plan.Value.RevisionsOpened + 1;
        PlanFile after = plan.Value with
        {
            State = PlanState.UnderRevision,
            Revision = new PlanRevision(number, reason, effectiveFrom, by, clock.GetUtcNow()),
            RevisionsOpened = number,
        };
        Unit unit = new Unit(StreamId.Of(id)).Replace(plan, after).Replace(draft, approved with { Version = plan.Value.Version + 1 })
            .Record(new AuditEntry(AuditKind.PlanRevisionOpened, id.Value, by, reason, plan.Value.Sha256));
        return (mark is null ? unit : unit.Delete(mark), new DeskResult.Recorded(null) { Also = [new WakeUp(after.InstanceId, ActionPlanLifecycle.Changed)] });
    }, cancellation);

    /// <summary>Everything stays as it was approved.</summary>
    public Task<DeskResult> WithdrawAsync(PlanId id, string reason, PersonId by, CancellationToken cancellation, AsRead asRead = default) => table.DecideAsync(async () =>
    {
        if (await PlanRows.FindAsync(table, id, cancellation) is not { Value: { State: PlanState.UnderRevision, Revision: not null } } plan)
        {
            return Refuse("no-revision", "No revision of this plan is open.");
        }

        if (TextBounds.Refuse(TextBounds.Reason, reason) is { } longer)
        {
            return (null, longer);
        }

        if (!asRead.Fits(plan))
        {
            return (null, DeskResult.Refused.ChangedMeanwhile);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refuse("reason-needed", "Withdrawing a revision needs a reason: it is kept and shown.");
        }

        DateTimeOffset now = clock.GetUtcNow();
        PlanFile after = plan.Value with { State = PlanState.Active, Revision = null, Notes = [.. plan.Value.Notes, new PlanNote(PlanNoteKind.RevisionWithdrawn, reason, by, now)] };
        Unit unit = new Unit(StreamId.Of(id)).Replace(plan, after).Record(new AuditEntry(AuditKind.PlanRevisionWithdrawn, id.Value, by, reason));
        TaskRef waiting = await TaskEnding.CancelAsync(table, unit, plan.Value.TakesDraft ? PlanTasks.Draft(plan.Value) : PlanTasks.Approval(plan.Value), by, now, cancellation);
        return (unit, new DeskResult.Recorded(waiting.InstanceId));
    }, cancellation);

    private static (Unit?, DeskResult) Refuse(string rule, string why) => (null, new DeskResult.Refused(rule, why));
}
