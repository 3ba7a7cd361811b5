using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Reconciliation;

/// <summary>Looks after the workflows of plans.</summary>
public sealed class PlanReconciler(ProgrammeTable table, TimeProvider clock)
{
    /// <summary>Days after which a plan is looked into although nothing has happened to it.</summary>
    private const int MostDaysBetweenLooks = 28;

    /// <summary>Days after which it is looked into if one of its workflows was at work, be it on a piece of a timer.</summary>
    private const int DaysBetweenLooksAtWork = 14;

    /// <summary>Days after which it is looked into if something happened: a commit, or a workflow that began.</summary>
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
        var findings = new List<Finding>(upkeep.Findings);
        var health = new Dictionary<string, HealthFigure>(upkeep.Health);
        var heads = new Dictionary<string, AuditHead>(upkeep.Heads);
        var roles = new Dictionary<string, string>();
        var holders = new RoleHolders(register, DateOnly.FromDateTime(now.UtcDateTime));
        var looks = new Dictionary<string, DateTimeOffset>();
        foreach (PlanListing plan in register.Plans.Values.OrderBy(one => one.Id.Value, StringComparer.Ordinal))
        {
            OrchestrationMetadata[] instances = [.. running.Of(plan)];
            string held = holders.HashOf(plan.Administration);
            roles[plan.Administration.Value] = held;
            bool handedOver = upkeep.Roles.TryGetValue(plan.Administration.Value, out string? was) && was != held;
            bool looked = upkeep.Looks.TryGetValue(plan.Id.Value, out DateTimeOffset lastLook);
            KnowHead(StreamId.Of(plan.Id), heads);
            bool turn =
                !looked
                || (now - lastLook).TotalDays
                    >= DaysBetween(instances, lastLook, heads.GetValueOrDefault(StreamId.Of(plan.Id).Value)?.At > lastLook);
            bool amiss =
                !instances.Any(one => one.InstanceId.StartsWith("plan:", StringComparison.Ordinal))
                || instances.Any(one => !running.Runs(one.InstanceId));
            if (looked)
            {
                looks[plan.Id.Value] = lastLook;
            }

            if (late || turn || handedOver || (amiss && !IsOver(upkeep, plan, now)))
            {
                looks[plan.Id.Value] = now;
                findings.RemoveAll(one => one.Subject == plan.Id.Value);
                try
                {
                    findings.AddRange(await LookIntoAsync(plan, running, workflows, health, heads, now, cancellation));
                }
                catch (Exception error) when (!cancellation.IsCancellationRequested)
                {
                    // one plan that cannot be looked into must not keep the others from it
                    findings.Add(new Finding(plan.Id.Value, plan.Administration, "check-failed", error.GetType().Name, false, now));
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

        return upkeep with
        {
            Findings = findings,
            Health = health,
            Heads = heads,
            Roles = roles,
            Looks = looks,
        };
    }

    /// <param name="written">True: a commit since the last look. One of another worker is not always known; what it begins is.</param>
    private static int DaysBetween(OrchestrationMetadata[] instances, DateTimeOffset lastLook, bool written) =>
        written || instances.Any(one => one.CreatedAt > lastLook) ? DaysBetweenLooks
        : instances.Any(one => one.LastUpdatedAt > lastLook) ? DaysBetweenLooksAtWork
        : MostDaysBetweenLooks;

    /// <summary>What other processes have written meanwhile is seen at the next look.</summary>
    private void KnowHead(StreamId stream, Dictionary<string, AuditHead> heads)
    {
        if (table.LastHead(stream) is { } end && end.Sequence > (heads.GetValueOrDefault(stream.Value)?.Sequence ?? 0))
        {
            heads[stream.Value] = end;
        }
    }

    private async Task<IReadOnlyList<Finding>> LookIntoAsync(
        PlanListing listing,
        RunningWork running,
        DurableTaskClient workflows,
        Dictionary<string, HealthFigure> health,
        Dictionary<string, AuditHead> heads,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        StreamId stream = StreamId.Of(listing.Id);
        FoundRows rows = await table.FindSomeAsync(stream, [AuditRows.Head, PlanRows.File], [ReportRows.Prefix], cancellation);
        if (rows.Find<AuditHead>(AuditRows.Head) is { } head)
        {
            heads[stream.Value] = head.Value;
        }

        if (rows.Find<PlanRecord>(PlanRows.File)?.Value is not { } plan)
        {
            return
            [
                new Finding(
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
        (IReadOnlyList<Restart> restarts, IReadOnlyList<Finding> findings) = PlanCheck.Look(
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

        health[listing.Administration.Value] = PlanCheck.Health(reports, findings.Count(one => !one.Repaired), now);
        return findings;
    }

    /// <summary>A plan whose last day lies so far back that its workflow has ended; it is still looked into every four weeks.</summary>
    private static bool IsOver(ReconciliationState upkeep, PlanListing plan, DateTimeOffset now) =>
        upkeep.Health.ContainsKey(plan.Administration.Value) && plan.End.AddDays(120) < DateOnly.FromDateTime(now.UtcDateTime);
}
