using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>Interrupts, resumes and ends plans. What is asked of people is taken back in the same commit; what they have handed in is still
/// decided upon.</summary>
public sealed class PlanStatusService(ProgrammeTable table, IPlanReports reports, TimeProvider clock)
{
    /// <summary>Nothing is asked until the plan is resumed.</summary>
    public Task<CommandResult> SuspendAsync(
        PlanId id,
        string reason,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        ChangeAsync(
            id,
            reason,
            by,
            asRead,
            PlanNoteKind.Suspended,
            AuditKind.PlanSuspended,
            async (plan, unit, now) =>
                plan.State != PlanState.Active
                    ? Change.No(
                        "plan-not-active",
                        $"The plan is {plan.State}; only an active plan without an open revision can be suspended."
                    )
                    : new Change(plan with { State = PlanState.Suspended }, await TakeBackAsync(plan, unit, reason, by, now, cancellation)),
            cancellation
        );

    /// <summary>Goes on with the period under way; periods that ended meanwhile are waived.</summary>
    public Task<CommandResult> ResumeAsync(
        PlanId id,
        string reason,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        ChangeAsync(
            id,
            reason,
            by,
            asRead,
            PlanNoteKind.Resumed,
            AuditKind.PlanResumed,
            async (plan, unit, now) =>
            {
                if (plan.State != PlanState.Suspended)
                {
                    return Change.No("plan-not-suspended", $"The plan is {plan.State}.");
                }

                ReportingPeriod[] passed = [.. plan.Periods.Skip(plan.ReportsStarted).TakeWhile(period => period.Opens <= now)];
                foreach (ReportingPeriod period in passed)
                {
                    if (!await reports.IsBegunAsync(id, period.Key, cancellation))
                    {
                        reports.Waive(unit, plan, period, reason, by, now);
                    }
                }

                return new Change(plan with { State = PlanState.Active, ReportsStarted = plan.ReportsStarted + passed.Length }, []);
            },
            cancellation
        );

    /// <summary>The plan ends without being carried out.</summary>
    public Task<CommandResult> CancelAsync(
        PlanId id,
        string reason,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) => EndAsync(id, PlanState.Cancelled, PlanNoteKind.Cancelled, AuditKind.PlanCancelled, reason, by, asRead, cancellation);

    /// <summary>The plan ends before its last report locks; at that time it would close by itself.</summary>
    public Task<CommandResult> CloseAsync(PlanId id, string reason, PersonId by, CancellationToken cancellation, AsRead asRead = default) =>
        EndAsync(id, PlanState.Closed, PlanNoteKind.Closed, AuditKind.PlanClosed, reason, by, asRead, cancellation);

    private Task<CommandResult> EndAsync(
        PlanId id,
        PlanState end,
        PlanNoteKind note,
        AuditKind kind,
        string reason,
        PersonId by,
        AsRead asRead,
        CancellationToken cancellation
    ) =>
        ChangeAsync(
            id,
            reason,
            by,
            asRead,
            note,
            kind,
            async (plan, unit, now) =>
                plan.IsOver ? Change.No("plan-is-over", $"The plan is {plan.State}.")
                : end == PlanState.Closed && plan.State is not (PlanState.Active or PlanState.Suspended)
                    ? Change.No("plan-not-active", $"The plan is {plan.State}; only an active or suspended plan is closed.")
                : new Change(plan with { State = end, Revision = null }, await TakeBackAsync(plan, unit, reason, by, now, cancellation)),
            cancellation
        );

    /// <summary>Ends reports that wait for the coordinator, and all tasks that ask for a draft, an approval or a report.</summary>
    private async Task<IReadOnlyList<WakeUp>> TakeBackAsync(
        PlanRecord plan,
        UnitOfWork unit,
        string reason,
        PersonId by,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        StreamId stream = StreamId.Of(plan.Id);
        await reports.WaiveOpenAsync(unit, plan.Id, reason, by, now, cancellation);
        var waiting = new List<WakeUp>();
        foreach (Row<HumanTaskRecord> task in await table.ListAsync<HumanTaskRecord>(stream, TaskRows.Prefix, cancellation))
        {
            if (task.Value is { State: TaskState.Open } && (task.Value.AsksCoordinator || task.Value.Kind == PlanTaskKinds.ApprovePlan))
            {
                unit.Replace(task, task.Value.Cancelled(by, now))
                    .Record(new AuditEntry(AuditKind.TaskCancelled, task.Value.Id.Value, by, reason));
                waiting.Add(new WakeUp(new TaskRef(stream, task.Value.Id).InstanceId, HumanTask.Answered));
            }
        }

        return waiting;
    }

    private Task<CommandResult> ChangeAsync(
        PlanId id,
        string reason,
        PersonId by,
        AsRead asRead,
        PlanNoteKind note,
        AuditKind kind,
        Func<PlanRecord, UnitOfWork, DateTimeOffset, Task<Change>> change,
        CancellationToken cancellation
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (string.IsNullOrWhiteSpace(reason))
                {
                    return (null, new CommandResult.Refused("reason-needed", "This needs a reason: it is kept and shown."));
                }

                if (await PlanRows.FindAsync(table, id, cancellation) is not { } row)
                {
                    return (null, new CommandResult.Refused("no-such-plan", $"There is no plan {id}."));
                }

                if (TextRefusals.Refuse(TextBounds.Reason, reason) is { } longer)
                {
                    return (null, longer);
                }

                if (!asRead.Fits(row))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                DateTimeOffset now = clock.GetUtcNow();
                var unit = new UnitOfWork(StreamId.Of(id));
                Change made = await change(row.Value, unit, now);
                if (made.Refusal is { } refusal)
                {
                    return (null, refusal);
                }

                PlanRecord after = made.After! with { Notes = [.. row.Value.Notes, new PlanNote(note, reason, by, now)] };
                unit.Replace(row, after).Record(new AuditEntry(kind, id.Value, by, reason));
                return (
                    unit,
                    new CommandResult.Recorded(null) { Also = [.. made.Waiting, new WakeUp(after.InstanceId, ActionPlanLifecycle.Changed)] }
                );
            },
            cancellation
        );

    private sealed record Change(PlanRecord? After, IReadOnlyList<WakeUp> Waiting, CommandResult? Refusal = null)
    {
        public static Change No(string rule, string why) => new(null, [], new CommandResult.Refused(rule, why));
    }
}
