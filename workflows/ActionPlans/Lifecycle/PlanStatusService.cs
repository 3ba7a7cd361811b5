using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>Suspends, resumes and ends plans. Open questions are withdrawn in the same commit; what has been submitted is still
/// decided.</summary>
public sealed class PlanStatusService(ProgrammeTable table, IPlanReports reports, TimeProvider clock)
{
    /// <summary>Suspends the plan: nothing is asked until it is resumed.</summary>
    public Task<CommandResult> SuspendAsync(
        PlanId id,
        string reason,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        ChangeAsync(
            new(id, reason, by, asRead),
            PlanNoteKind.Suspended,
            AuditKind.PlanSuspended,
            async (plan, unit, now) =>
                plan.State != PlanState.Active
                    ? Change.No(
                        "plan-not-active",
                        $"The plan is {plan.State}; only an active plan without an open revision can be suspended."
                    )
                    : new Change(
                        plan with
                        {
                            State = PlanState.Suspended,
                        },
                        await TakeBackAsync(plan, unit, new(id, reason, by, asRead), now, cancellation)
                    ),
            cancellation
        );

    /// <summary>Resumes with the current period. Periods that ended meanwhile are waived.</summary>
    public Task<CommandResult> ResumeAsync(
        PlanId id,
        string reason,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        ChangeAsync(
            new(id, reason, by, asRead),
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

    /// <summary>Ends the plan without its having been carried out.</summary>
    public Task<CommandResult> CancelAsync(
        PlanId id,
        string reason,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) => EndAsync(new(id, reason, by, asRead), PlanState.Cancelled, PlanNoteKind.Cancelled, AuditKind.PlanCancelled, cancellation);

    /// <summary>Ends the plan before its last report locks; otherwise it would close by itself at that time.</summary>
    public Task<CommandResult> CloseAsync(PlanId id, string reason, PersonId by, CancellationToken cancellation, AsRead asRead = default) =>
        EndAsync(new(id, reason, by, asRead), PlanState.Closed, PlanNoteKind.Closed, AuditKind.PlanClosed, cancellation);

    private Task<CommandResult> EndAsync(Wanted wanted, PlanState end, PlanNoteKind note, AuditKind kind, CancellationToken cancellation) =>
        ChangeAsync(
            wanted,
            note,
            kind,
            async (plan, unit, now) =>
                plan.IsOver ? Change.No("plan-is-over", $"The plan is {plan.State}.")
                : end == PlanState.Closed && plan.State is not (PlanState.Active or PlanState.Suspended or PlanState.UnderRevision)
                    ? Change.No("plan-not-active", $"The plan is {plan.State}; only a plan in force is closed.")
                : new Change(plan with { State = end, Revision = null }, await TakeBackAsync(plan, unit, wanted, now, cancellation)),
            cancellation
        );

    /// <summary>Ends reports that wait for the coordinator, all tasks that ask for a draft, an approval or a report, and those of officers
    /// about such a report. The question of an open review expires: it is asked again when the plan is resumed.</summary>
    private async Task<IReadOnlyList<WakeUp>> TakeBackAsync(
        PlanRecord plan,
        UnitOfWork unit,
        Wanted wanted,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        (_, string reason, PersonId by, _) = wanted;
        StreamId stream = StreamId.Of(plan.Id);
        IReadOnlyList<TaskRef> ofReports = await reports.WaiveOpenAsync(unit, plan.Id, reason, by, now, cancellation);
        var waiting = new List<WakeUp>();
        foreach (Row<HumanTaskRecord> task in await table.ListAsync<HumanTaskRecord>(stream, TaskRows.Prefix, cancellation))
        {
            HumanTaskRecord open = task.Value;
            var name = new TaskRef(stream, open.Id);
            if (
                open.State == TaskState.Open
                && (open.AsksCoordinator || open.Kind == PlanTaskKinds.ApprovePlan || ofReports.Contains(name))
            )
            {
                unit.Replace(
                        task,
                        open.Kind == PlanTaskKinds.EvaluatePlan
                            ? open with
                            {
                                State = TaskState.Expired,
                                EndedAt = now,
                            }
                            : open.Cancelled(by, now)
                    )
                    .Record(new AuditEntry(AuditKind.TaskCancelled, open.Id.Value, by, reason));
                waiting.Add(new WakeUp(name.InstanceId, HumanTask.Answered));
            }
        }

        return waiting;
    }

    private Task<CommandResult> ChangeAsync(
        Wanted wanted,
        PlanNoteKind note,
        AuditKind kind,
        Func<PlanRecord, UnitOfWork, DateTimeOffset, Task<Change>> change,
        CancellationToken cancellation
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                Row<PlanRecord>? row = await PlanRows.FindAsync(table, wanted.Id, cancellation);
                var noSuch = new CommandResult.Refused("no-such-plan", $"There is no plan {wanted.Id}.");
                if (ReasonedChange.Refuse(row, noSuch, wanted.Reason, wanted.AsRead) is { } refused)
                {
                    return (null, refused);
                }

                DateTimeOffset now = clock.GetUtcNow();
                var unit = new UnitOfWork(StreamId.Of(wanted.Id));
                Change made = await change(row!.Value, unit, now);
                if (made.Refusal is { } refusal)
                {
                    return (null, refusal);
                }

                PlanRecord after = made.After! with { Notes = [.. row.Value.Notes, new PlanNote(note, wanted.Reason, wanted.By, now)] };
                unit.Replace(row, after).Record(new AuditEntry(kind, wanted.Id.Value, wanted.By, wanted.Reason));
                return (
                    unit,
                    new CommandResult.Recorded(null) { Also = [.. made.Waiting, new WakeUp(after.InstanceId, ActionPlanLifecycle.Changed)] }
                );
            },
            cancellation
        );

    /// <summary>Who wants the change, and why.</summary>
    private sealed record Wanted(PlanId Id, string Reason, PersonId By, AsRead AsRead);

    private sealed record Change(PlanRecord? After, IReadOnlyList<WakeUp> Waiting, CommandResult? Refusal = null)
    {
        public static Change No(string rule, string why) => new(null, [], new CommandResult.Refused(rule, why));
    }
}
