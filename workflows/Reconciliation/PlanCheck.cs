using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.Time;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Reconciliation;

/// <summary>An instance that should run and does not, or stands still; starting it again is safe, since the table says what is still to be
/// done.</summary>
/// <param name="Orphans">Begins the ids of tasks that its former run may have left behind.</param>
internal sealed record Restart(string Orchestrator, object Input, string InstanceId, IReadOnlyList<string> Orphans);

/// <summary>Compares what a plan's table rows say with what runs. Pure.</summary>
internal static class PlanCheck
{
    /// <summary>How late something may be before it counts as stuck: the workflows wake to the minute, an outage is made up for by the
    /// day.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    private static readonly TimeSpan LongReview = TimeSpan.FromDays(30);

    /// <param name="running">Instances that have not completed, by id.</param>
    public static (IReadOnlyList<Restart> Restarts, IReadOnlyList<Finding> Findings) Look(
        PlanRecord plan,
        IReadOnlyList<ReportRecord> reports,
        IReadOnlyList<ReportRestatement> restatements,
        IReadOnlyDictionary<string, OrchestrationRuntimeStatus> running,
        DateTimeOffset now
    )
    {
        string tasks = TaskRef.InstancesOf(StreamId.Of(plan.Id));
        var restarts = new List<Restart>();
        var findings = new List<Finding>();
        if (plan.State is not (PlanState.Closed or PlanState.Cancelled))
        {
            Expect(
                nameof(ActionPlanLifecycle),
                plan.Id,
                plan.InstanceId,
                "plan",
                [$"{tasks}{plan.Id}-draft-", $"{tasks}{plan.Id}-approve-"]
            );
        }

        if (plan.Revision is { } revision)
        {
            Expect(
                nameof(PlanRevisionWorkflow),
                new RevisionRef(plan.Id, revision.Number),
                PlanRevision.InstanceIdOf(plan.Id, revision.Number),
                "revision",
                [$"{tasks}{plan.Id}-revise{revision.Number}-"]
            );
        }

        if (!plan.IsOver && plan.Reviews.LastOrDefault() is { IsOpen: true, Findings: null } open)
        {
            var id = new PlanReviewRef(plan.Id, open.Number);
            Expect(nameof(PlanEvaluation), id, id.InstanceId, "plan-review", [id.Task.InstanceId]);
        }

        foreach (ReportingPeriod period in plan.Periods.Take(plan.ReportsStarted))
        {
            ReportRecord? report = reports.FirstOrDefault(one => one.Period.Key == period.Key);
            if (report is not null && ReportLifecycle.HasEnded(report.State))
            {
                continue;
            }

            var id = new ReportRef(plan.Id, period.Key);
            Expect(
                nameof(QuarterlyReport),
                id,
                id.InstanceId,
                "report",
                [$"{tasks}{plan.Id}-report-{period.Key}-", $"{tasks}{plan.Id}-review-{period.Key}-"]
            );
            if (report is { State: ReportState.Open or ReportState.Returned or ReportState.Accepted } && now > report.Period.Locks + Slack)
            {
                Find(
                    "report-past-lock",
                    $"{period.Key} is {report.State} although its lock has passed; it may be waiting out a grace after an outage.",
                    false
                );
            }

            if (report is { State: ReportState.Submitted } && report.Submissions[^1].At + LongReview < now)
            {
                Find("review-too-long", $"{period.Key} has waited for its review for over {LongReview.Days} days.", false);
            }
        }

        if (
            plan.State is PlanState.Active or PlanState.UnderRevision
            && plan.Periods.Skip(plan.ReportsStarted).FirstOrDefault() is { } next
            && now > next.Opens + Slack
        )
        {
            Find("report-not-started", $"{next.Key} should have opened; the plan's workflow was woken.", false);
        }

        foreach (ReportRestatement waiting in restatements.Where(one => one.Decision is null))
        {
            var id = new RestatementRef(plan.Id, waiting.Period, waiting.Number);
            Expect(nameof(RestatementReview), id, id.InstanceId, "restatement", [id.Task.InstanceId]);
        }

        return (restarts, findings);

        void Expect(string orchestrator, object input, string instance, string what, string[] orphans)
        {
            switch (running.TryGetValue(instance, out OrchestrationRuntimeStatus status) ? status : OrchestrationRuntimeStatus.Completed)
            {
                case OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending:
                    break;
                case OrchestrationRuntimeStatus.Suspended:
                    Find($"{what}-suspended", $"{instance} was suspended by an operator.", false);
                    break;
                case OrchestrationRuntimeStatus other:
                    restarts.Add(new Restart(orchestrator, input, instance, orphans));
                    Find(
                        $"{what}-not-running",
                        $"{instance} should run and {(other == OrchestrationRuntimeStatus.Completed ? "did not" : $"was {other}")}; it was started again.",
                        true
                    );
                    break;
            }
        }

        void Find(string rule, string what, bool repaired) =>
            findings.Add(new Finding(plan.Id.Value, plan.Administration, rule, what, repaired, now));
    }

    public static HealthFigure Health(IReadOnlyList<ReportRecord> reports, int findings, DateTimeOffset now)
    {
        ReportRecord[] ended = [.. reports.Where(one => ReportLifecycle.HasEnded(one.State) || one.State == ReportState.Accepted)];
        int inTime = ended.Count(one =>
            one.State == ReportState.Waived || one.Submissions.FirstOrDefault() is { } first && first.At <= one.Due
        );
        int overdue = reports.Count(one => one.IsOverdue(now));
        int? score = ended.Length == 0 ? null : Math.Max(0, (100 * inTime / ended.Length) - (10 * (overdue + findings)));
        return new HealthFigure(now, ended.Length, inTime, ended.Count(one => one.State == ReportState.Missed), overdue, score);
    }
}
