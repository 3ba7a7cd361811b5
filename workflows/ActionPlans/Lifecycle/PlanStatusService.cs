using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>Suspends, resumes and ends plans. Open questions are withdrawn with it; what has been submitted is still decided.
/// Whoever is asked for the plan's reports is told.</summary>
public sealed class PlanStatusService(
    ProgrammeTable table,
    IPlanReports reports,
    QuestionWithdrawal questions,
    PlanStatusMails mails,
    TimeProvider clock
)
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
                    : await WithdrawAsync(plan with { State = PlanState.Suspended }, unit, new(id, reason, by, asRead), now, cancellation),
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
                var waived = new List<ReportingPeriod>();
                foreach (ReportingPeriod period in passed)
                {
                    if (!await reports.IsBegunAsync(id, period.Key, cancellation))
                    {
                        reports.Waive(unit, plan, period, reason, by, now);
                        waived.Add(period);
                    }
                }

                PlanRecord after = plan with { State = PlanState.Active, ReportsStarted = plan.ReportsStarted + passed.Length };
                return new Change(after) { Waived = waived };
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
    ) => EndAsync(new(id, reason, by, asRead), PlanState.Cancelled, cancellation);

    /// <summary>Ends the plan before its last report locks; otherwise it would close by itself at that time.</summary>
    public Task<CommandResult> CloseAsync(PlanId id, string reason, PersonId by, CancellationToken cancellation, AsRead asRead = default) =>
        EndAsync(new(id, reason, by, asRead), PlanState.Closed, cancellation);

    /// <summary>Ends a plan of an administration that leaves: closes one that is in force, cancels any other. Nobody is told of it: each is
    /// told that their role has ended.</summary>
    internal Task<CommandResult> EndOfLeavingAsync(PlanRecord plan, string reason, PersonId by, CancellationToken cancellation) =>
        EndAsync(new(plan.Id, reason, by, default, Tells: false), IsInForce(plan) ? PlanState.Closed : PlanState.Cancelled, cancellation);

    private static bool IsInForce(PlanRecord plan) => plan.State is PlanState.Active or PlanState.Suspended or PlanState.UnderRevision;

    private Task<CommandResult> EndAsync(Wanted wanted, PlanState end, CancellationToken cancellation)
    {
        (PlanNoteKind note, AuditKind kind) =
            end == PlanState.Closed ? (PlanNoteKind.Closed, AuditKind.PlanClosed) : (PlanNoteKind.Cancelled, AuditKind.PlanCancelled);
        return ChangeAsync(
            wanted,
            note,
            kind,
            async (plan, unit, now) =>
                plan.IsOver ? Change.No("plan-is-over", $"The plan is {plan.State}.")
                : end == PlanState.Closed && !IsInForce(plan)
                    ? Change.No("plan-not-active", $"The plan is {plan.State}; only a plan in force is closed.")
                : await WithdrawAsync(plan with { State = end, Revision = null }, unit, wanted, now, cancellation),
            cancellation
        );
    }

    private async Task<Change> WithdrawAsync(
        PlanRecord after,
        UnitOfWork unit,
        Wanted wanted,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        WithdrawnQuestions withdrawn = await questions.WithdrawAsync(unit, after.Id, (wanted.Reason, wanted.By, now), cancellation);
        return new Change(after)
        {
            Before = withdrawn.Before,
            Waiting = withdrawn.Waiting,
            Ended = withdrawn.Asked,
        };
    }

    private Task<CommandResult> ChangeAsync(
        Wanted wanted,
        PlanNoteKind note,
        AuditKind kind,
        Func<PlanRecord, UnitOfWork, DateTimeOffset, Task<Change>> change,
        CancellationToken cancellation
    ) =>
        DecisionInParts.CommitAsync(
            table,
            async () =>
            {
                Row<PlanRecord>? row = await PlanRows.FindAsync(table, wanted.Id, cancellation);
                var noSuch = new CommandResult.Refused("no-such-plan", $"There is no plan {wanted.Id}.");
                if (ReasonedChange.Refuse(row, noSuch, wanted.Reason, wanted.AsRead) is { } refused)
                {
                    return (null, new(refused, []));
                }

                DateTimeOffset now = clock.GetUtcNow();
                var unit = new UnitOfWork(StreamId.Of(wanted.Id));
                Change made = await change(row!.Value, unit, now);
                if (made.Refusal is { } refusal)
                {
                    return (null, new(refusal, []));
                }

                if (made.Before is { } first)
                {
                    return (first, new(null, made.Waiting));
                }

                PlanRecord after = made.After! with { Notes = [.. row.Value.Notes, new PlanNote(note, wanted.Reason, wanted.By, now)] };
                unit.Replace(row, after).Record(new AuditEntry(kind, wanted.Id.Value, wanted.By, wanted.Reason));
                var done = new CommandResult.Recorded(null)
                {
                    Also = [new WakeUp(after.InstanceId, ActionPlanLifecycle.Changed)],
                    Mails = wanted.Tells ? await mails.TellAsync(unit, after, made.Waived, made.Ended, cancellation) : null,
                };
                return (unit, new(done, made.Waiting));
            },
            cancellation
        );

    /// <summary>Who wants the change, and why.</summary>
    private sealed record Wanted(PlanId Id, string Reason, PersonId By, AsRead AsRead, bool Tells = true);

    private sealed record Change(PlanRecord? After, CommandResult? Refusal = null)
    {
        /// <summary>Ends tasks before the change, which has then to be asked for again; null where all fit into its commit.</summary>
        public UnitOfWork? Before { get; init; }

        public IReadOnlyList<WakeUp> Waiting { get; init; } = [];

        public IReadOnlyList<ReportingPeriod> Waived { get; init; } = [];

        /// <summary>Questions that end with it, as they were.</summary>
        public IReadOnlyList<HumanTaskRecord> Ended { get; init; } = [];

        public static Change No(string rule, string why) => new(null, new CommandResult.Refused(rule, why));
    }
}
