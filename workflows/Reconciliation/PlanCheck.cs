using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.Time;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Reconciliation;

/// <summary>An instance that should run but does not, or is stuck. Restarting is safe, because the table says what remains to be
/// done.</summary>
/// <param name="Orphans">Begins the ids of tasks that its former run may have left behind.</param>
internal sealed record Restart(string Orchestrator, object Input, string InstanceId, IReadOnlyList<string> Orphans);

/// <summary>Compares what a plan's rows say with what is running. Pure.</summary>
internal static class PlanCheck
{
    /// <summary>How late something may be before it counts as stuck. Workflows wake to the minute; a day allows for an outage.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    public const string ReportNotAsked = "report-not-asked";

    /// <summary>A plan that was not woken does not change, so the next check may be weeks away.</summary>
    private static readonly TimeSpan AskedWithin = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongReview = TimeSpan.FromDays(30);

    /// <summary>A plan that waits for somebody is checked after this time even if nothing happens to it.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(28);

    /// <summary>The same for a plan whose workflows wait for the calendar alone.</summary>
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromDays(70);

    /// <param name="running">Instances that have not completed, by id.</param>
    public static (IReadOnlyList<Restart> Restarts, IReadOnlyList<ReconciliationFinding> Findings) Look(
        PlanRecord plan,
        IReadOnlyList<ReportRecord> reports,
        IReadOnlyList<ReportRestatement> restatements,
        IReadOnlyDictionary<string, OrchestrationRuntimeStatus> running,
        DateTimeOffset now
    )
    {
        var look = new Looked(plan, running, now);
        ExpectWorkOfPlan(look);
        foreach (ReportingPeriod period in plan.Periods.Take(plan.ReportsStarted))
        {
            ReportRecord? report = reports.FirstOrDefault(one => one.Period.Key == period.Key);
            if (report is null || !ReportLifecycle.HasEnded(report.State))
            {
                ExpectReport(look, period, report);
            }
        }

        if (
            plan.State is PlanState.Active or PlanState.UnderRevision
            && plan.Periods.Skip(plan.ReportsStarted).FirstOrDefault() is { } next
            && now > next.Opens + Slack
        )
        {
            look.Find("report-not-started", $"{next.Key} should have opened; the plan's workflow was woken.");
        }

        foreach (ReportRestatement waiting in restatements.Where(one => one.Decision is null))
        {
            var id = new RestatementRef(plan.Id, waiting.Period, waiting.Number);
            look.Expect(new Restart(nameof(RestatementReview), id, id.InstanceId, [id.Task.InstanceId]), "restatement");
        }

        return (look.Restarts, look.Findings);
    }

    private static void ExpectWorkOfPlan(Looked look)
    {
        PlanRecord plan = look.Plan;
        if (plan.State is not (PlanState.Closed or PlanState.Cancelled))
        {
            string[] orphans = [look.TasksOf("draft-"), look.TasksOf("approve-")];
            look.Expect(new Restart(nameof(ActionPlanLifecycle), plan.Id, plan.InstanceId, orphans), "plan");
        }

        if (plan is { State: PlanState.UnderRevision, Revision: { } revision })
        {
            string instance = PlanRevision.InstanceIdOf(plan.Id, revision.Number);
            string[] orphans = [look.TasksOf($"revise{revision.Number}-")];
            look.Expect(
                new Restart(nameof(PlanRevisionWorkflow), new RevisionRef(plan.Id, revision.Number), instance, orphans),
                "revision"
            );
        }

        if (!plan.IsOver && plan.State != PlanState.Suspended && plan.Reviews.LastOrDefault() is { IsOpen: true, Findings: null } open)
        {
            var id = new PlanReviewRef(plan.Id, open.Number);
            look.Expect(new Restart(nameof(PlanEvaluation), id, id.InstanceId, [id.Task.InstanceId]), "plan-review");
        }
    }

    /// <param name="report">Null where it has begun and not yet a row.</param>
    private static void ExpectReport(Looked look, ReportingPeriod period, ReportRecord? report)
    {
        var id = new ReportRef(look.Plan.Id, period.Key);
        string[] orphans = [look.TasksOf($"report-{period.Key}-"), look.TasksOf($"review-{period.Key}-")];
        look.Expect(new Restart(nameof(QuarterlyReport), id, id.InstanceId, orphans), "report");
        if (report is not null && MoreTimeRules.Waiting(report) is { } waits)
        {
            TaskRef task = MoreTimeTasks.Of(report, waits.Number);
            look.Expect(new Restart(nameof(HumanTask), new TaskAsked(task.Stream, task.Task), task.InstanceId, []), "more-time");
        }

        foreach (TaskRef task in report is null ? [] : ContributionTasks.WaitingOf(report))
        {
            look.Expect(new Restart(nameof(HumanTask), new TaskAsked(task.Stream, task.Task), task.InstanceId, []), "contribution");
        }

        if (report is { State: ReportState.Open or ReportState.Returned or ReportState.Accepted } && look.Now > report.Period.Locks + Slack)
        {
            look.Find(
                "report-past-lock",
                $"{period.Key} is {report.State} although its lock has passed; it may be waiting out a grace after an outage."
            );
        }

        if (
            report is { State: ReportState.Returned, Submissions: [.., { TakenBack.At: var takenBack }] }
            && look.Now > takenBack + AskedWithin
            && !look.IsRunning(orphans[0])
        )
        {
            look.Find(ReportNotAsked, $"{period.Key} was taken back and nobody was asked; its workflow was woken.", repaired: true);
        }

        if (report is { State: ReportState.Submitted } && report.Submissions[^1].At + LongReview < look.Now)
        {
            look.Find("review-too-long", $"{period.Key} has waited for its review for over {LongReview.Days} days.");
        }
    }

    /// <summary>A plan, and what the check has found so far.</summary>
    private sealed record Looked(PlanRecord Plan, IReadOnlyDictionary<string, OrchestrationRuntimeStatus> Running, DateTimeOffset Now)
    {
        public List<Restart> Restarts { get; } = [];

        public List<ReconciliationFinding> Findings { get; } = [];

        /// <summary>Prefix of the instance ids of the plan's tasks.</summary>
        public string TasksOf(string kind) => $"{TaskRef.InstancesOf(StreamId.Of(Plan.Id))}{Plan.Id}-{kind}";

        /// <param name="prefix">Begins an instance's id.</param>
        public bool IsRunning(string prefix) =>
            Running.Any(one =>
                one.Value is OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending
                && one.Key.StartsWith(prefix, StringComparison.Ordinal)
            );

        public void Find(string rule, string what, bool repaired = false) =>
            Findings.Add(new ReconciliationFinding(Plan.Id.Value, Plan.Administration, rule, what, repaired, Now));

        public void Expect(Restart work, string what)
        {
            string instance = work.InstanceId;
            switch (Running.GetValueOrDefault(instance, OrchestrationRuntimeStatus.Completed))
            {
                case OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending:
                    break;
                case OrchestrationRuntimeStatus.Suspended:
                    Find($"{what}-suspended", $"{instance} was suspended by an operator.");
                    break;
                case OrchestrationRuntimeStatus other:
                    Restarts.Add(work);
                    Find(
                        $"{what}-not-running",
                        $"{instance} should run and {(other == OrchestrationRuntimeStatus.Completed ? "did not" : $"was {other}")}; it was started again.",
                        repaired: true
                    );
                    break;
            }
        }
    }

    /// <summary>When to check a plan again even if nothing happens to it: as soon as the next step of its calendar must have been taken,
    /// because only then does a missing workflow show.</summary>
    public static DateTimeOffset NextLook(
        PlanRecord plan,
        IReadOnlyList<ReportRecord> reports,
        IReadOnlyList<ReportRestatement> restatements,
        DateTimeOffset now
    )
    {
        bool waitsForPeople =
            plan.State is not (PlanState.Active or PlanState.Closed or PlanState.Cancelled)
            || plan.Reviews.LastOrDefault() is { IsOpen: true }
            || restatements.Any(one => one.Decision is null)
            || reports.Any(one => one.State is ReportState.Open or ReportState.Returned or ReportState.Submitted);
        IEnumerable<DateTimeOffset> moments =
        [
            .. plan.Periods.Skip(plan.ReportsStarted).Take(1).Select(next => next.Opens),
            .. reports.Where(one => !ReportLifecycle.HasEnded(one.State)).Select(one => one.Period.Locks),
        ];
        return moments
            .Select(moment => moment + Slack)
            .Where(moment => moment >= now)
            .Append(now + (waitsForPeople ? LongestWait : LongestQuiet))
            .Min();
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
