using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Reconciliation;

/// <summary>Checks and repairs the workflows of plans.</summary>
public sealed class PlanReconciler(ProgrammeTable table, TimeProvider clock)
{
    /// <summary>Days after which a plan is checked if something happened to it: a commit, or a workflow that started.</summary>
    private const int DaysBetweenLooks = 7;

    internal async Task<ReconciliationState> CheckAsync(
        ReconciliationState upkeep,
        ProgrammeRegister register,
        RunningWork running,
        DurableTaskClient workflows,
        bool late,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        var known = new Known(upkeep);
        var holders = new RoleHoldersHash(register, DateOnly.FromDateTime(now.UtcDateTime));
        foreach (PlanListing plan in register.Plans.Values.OrderBy(one => one.Id.Value, StringComparer.Ordinal))
        {
            OrchestrationMetadata[] instances = [.. running.Of(plan)];
            string held = holders.HashOf(plan.Administration);
            known.Roles[plan.Administration.Value] = held;
            bool handedOver = upkeep.Roles.TryGetValue(plan.Administration.Value, out string? was) && was != held;
            KnowHead(StreamId.Of(plan.Id), known);
            bool amiss =
                !instances.Any(one => one.InstanceId.StartsWith("plan:", StringComparison.Ordinal))
                || instances.Any(one => !running.Runs(one.InstanceId));
            if (late || handedOver || IsDue(plan, instances, known, now) || (amiss && !IsOver(upkeep, plan, now)))
            {
                known.Looks[plan.Id.Value] = now;
                known.Findings.RemoveAll(one => one.Subject == plan.Id.Value);
                try
                {
                    known.Findings.AddRange(await LookIntoAsync(plan, running, workflows, known, now, cancellation));
                }
                catch (Exception error) when (!cancellation.IsCancellationRequested)
                {
                    // one plan that cannot be looked into must not keep the others from it
                    known.Findings.Add(
                        new ReconciliationFinding(plan.Id.Value, plan.Administration, "check-failed", error.GetType().Name, false, now)
                    );
                }
            }

            if (handedOver)
            {
                foreach (
                    OrchestrationMetadata task in instances.Where(one =>
                        one.InstanceId.StartsWith("task:", StringComparison.Ordinal) && running.Runs(one.InstanceId)
                    )
                )
                {
                    await workflows.WakeAsync(task.InstanceId, HumanTask.Answered, cancellation);
                }
            }
        }

        return known.After(register);
    }

    /// <summary>Whether a plan is to be checked now. A commit by another worker may be unknown here, but a workflow that it started is
    /// not.</summary>
    private static bool IsDue(PlanListing plan, OrchestrationMetadata[] instances, Known known, DateTimeOffset now)
    {
        if (!known.Looks.TryGetValue(plan.Id.Value, out DateTimeOffset last))
        {
            return true;
        }

        if (known.Findings.Any(one => one.Subject == plan.Id.Value && !one.Repaired))
        {
            return true; // until nothing is wrong any more
        }

        bool happened = known.Heads.GetValueOrDefault(StreamId.Of(plan.Id).Value)?.At > last || instances.Any(one => one.CreatedAt > last);
        return (happened && (now - last).TotalDays >= DaysBetweenLooks)
            || now >= known.NextLooks.GetValueOrDefault(plan.Id.Value, last + PlanCheck.LongestWait);
    }

    /// <summary>What other processes have written meanwhile is noticed at the next check.</summary>
    private void KnowHead(StreamId stream, Known known)
    {
        if (table.LastHead(stream) is { } end && end.Sequence > (known.Heads.GetValueOrDefault(stream.Value)?.Sequence ?? 0))
        {
            known.Heads[stream.Value] = end;
        }
    }

    private async Task<IReadOnlyList<ReconciliationFinding>> LookIntoAsync(
        PlanListing listing,
        RunningWork running,
        DurableTaskClient workflows,
        Known known,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        known.NextLooks[listing.Id.Value] = now + PlanCheck.LongestWait;
        StreamId stream = StreamId.Of(listing.Id);
        FoundRows rows = await table.FindSomeAsync(stream, [AuditRows.Head, PlanRows.File], [ReportRows.Prefix], cancellation);
        if (rows.Find<AuditHead>(AuditRows.Head) is { } head)
        {
            known.Heads[stream.Value] = head.Value;
        }

        if (rows.Find<PlanRecord>(PlanRows.File)?.Value is not { } plan)
        {
            return
            [
                new ReconciliationFinding(
                    listing.Id.Value,
                    listing.Administration,
                    "plan-without-rows",
                    "The plan is listed and has no rows.",
                    false,
                    now
                ),
            ];
        }

        ReportRecord[] reports = [.. rows.List<ReportRecord>(ReportRows.Prefix).Select(row => row.Value)];
        ReportRestatement[] restatements = reports.All(one => one.Restatements == 0)
            ? []
            : [.. (await table.ListAsync<ReportRestatement>(stream, ReportRows.RestatementPrefix, cancellation)).Select(row => row.Value)];
        (IReadOnlyList<Restart> restarts, IReadOnlyList<ReconciliationFinding> findings) = PlanCheck.Look(
            plan,
            reports,
            restatements,
            running.States,
            now
        );
        var ranAfterAll = new List<string>();
        foreach (Restart restart in restarts)
        {
            if (!await running.StartAgainAsync(restart, workflows, cancellation))
            {
                ranAfterAll.Add(restart.InstanceId);
            }
        }

        // what was started between the query and now is nothing to tell of
        findings =
        [
            .. findings.Where(one => !(one.Repaired && ranAfterAll.Any(id => one.What.StartsWith(id + " ", StringComparison.Ordinal)))),
        ];

        if (findings.Any(one => one.Rule == "report-not-started") && running.Runs(plan.InstanceId))
        {
            await workflows.WakeAsync(plan.InstanceId, ActionPlanLifecycle.Changed, cancellation);
        }

        if (findings.Any(one => one.Rule == PlanCheck.ReportNotAsked))
        {
            foreach (ReportRecord report in reports.Where(one => one.State == ReportState.Returned))
            {
                await workflows.WakeAsync(new ReportRef(listing.Id, report.Period.Key).InstanceId, QuarterlyReport.Reopened, cancellation);
            }
        }

        known.Health[listing.Administration.Value] = PlanCheck.Health(reports, findings.Count(one => !one.Repaired), now);
        known.NextLooks[listing.Id.Value] = PlanCheck.NextLook(plan, reports, restatements, now);
        return findings;
    }

    /// <summary>True for a plan that ended so long ago that its workflow has ended. It is still checked every ten weeks.</summary>
    private static bool IsOver(ReconciliationState upkeep, PlanListing plan, DateTimeOffset now) =>
        upkeep.Health.ContainsKey(plan.Administration.Value) && plan.End.AddDays(120) < DateOnly.FromDateTime(now.UtcDateTime);

    /// <summary>What is remembered from run to run, as this run changes it.</summary>
    private sealed class Known(ReconciliationState before)
    {
        public List<ReconciliationFinding> Findings { get; } = [.. before.Findings];

        public Dictionary<string, HealthFigure> Health { get; } = new(before.Health);

        public Dictionary<string, AuditHead> Heads { get; } = new(before.Heads);

        public Dictionary<string, string> Roles { get; } = [];

        public Dictionary<string, DateTimeOffset> Looks { get; } = new(before.Looks);

        public Dictionary<string, DateTimeOffset> NextLooks { get; } = new(before.NextLooks ?? new Dictionary<string, DateTimeOffset>());

        /// <summary>The state to store, without plans that are no longer registered.</summary>
        public ReconciliationState After(ProgrammeRegister register) =>
            before with
            {
                Findings = Findings,
                Health = Health,
                Heads = Heads,
                Roles = Roles,
                Looks = Of(register, Looks),
                NextLooks = Of(register, NextLooks),
            };

        private static Dictionary<string, DateTimeOffset> Of(ProgrammeRegister register, Dictionary<string, DateTimeOffset> byPlan) =>
            byPlan.Where(one => register.Plans.ContainsKey(new PlanId(one.Key))).ToDictionary();
    }
}
