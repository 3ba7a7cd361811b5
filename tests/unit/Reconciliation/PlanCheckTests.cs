using ACip.Tests.Unit.Time;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Time;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Unit.Reconciliation;

public sealed class PlanCheckTests
{
    private static readonly IReadOnlyList<ReportingPeriod> Periods = PeriodSchedule.Build(
        Calendars.Quarters,
        new DateOnly(2026, 1, 1),
        new DateOnly(2026, 12, 31),
        Calendars.Of("MX")
    );
    private static readonly DateTimeOffset InApril = Calendars.Instant("2026-04-10T05:00:00Z");

    private static readonly PlanRecord Plan = new(
        new PlanId("mx-2026"),
        new AdministrationId("MX"),
        "Plan",
        new DateOnly(2026, 1, 1),
        new DateOnly(2026, 12, 31),
        PlanState.Active,
        1,
        "",
        [],
        Periods,
        1,
        default
    );
    private static readonly ReportRecord Open = ReportRecord.NotDue(Plan.Id, Plan.Administration, Periods[0], 1) with
    {
        State = ReportState.Open,
    };

    [Fact]
    public void What_runs_as_it_should_is_left_alone() =>
        Assert.Empty(Rules([Open], ("plan:mx:mx-2026", Running), ("report:mx-2026:20260101-20260331", Running)));

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    [InlineData(OrchestrationRuntimeStatus.Completed)] // or gone: the query does not list it
    public void A_workflow_that_should_run_is_started_again(OrchestrationRuntimeStatus status)
    {
        var (restarts, findings) = PlanCheck.Look(
            Plan,
            [Open],
            [],
            new Dictionary<string, OrchestrationRuntimeStatus>
            {
                ["plan:mx:mx-2026"] = Running,
                ["report:mx-2026:20260101-20260331"] = status,
            },
            InApril
        );

        Assert.Equal("report:mx-2026:20260101-20260331", Assert.Single(restarts).InstanceId);
        Assert.Equal(("report-not-running", true), (Assert.Single(findings).Rule, findings[0].Repaired));
    }

    [Fact]
    public void What_an_operator_suspended_is_listed_and_not_touched()
    {
        var (restarts, findings) = PlanCheck.Look(
            Plan,
            [Open],
            [],
            new Dictionary<string, OrchestrationRuntimeStatus>
            {
                ["plan:mx:mx-2026"] = OrchestrationRuntimeStatus.Suspended,
                ["report:mx-2026:20260101-20260331"] = Running,
            },
            InApril
        );

        Assert.Empty(restarts);
        Assert.Equal("plan-suspended", Assert.Single(findings).Rule);
    }

    [Theory]
    [InlineData(PlanState.Active, true)]
    [InlineData(PlanState.Suspended, false)] // asked again when the plan is resumed
    public void An_open_review_is_awaited_while_the_plan_goes_on(PlanState state, bool awaited)
    {
        PlanRecord reviewed = Plan with
        {
            State = state,
            Reviews = [new PlanReviewStage(PlanReviewKind.MidTerm, 1, new PersonId("o"), InApril, InApril.AddDays(20))],
        };
        var (restarts, _) = PlanCheck.Look(
            reviewed,
            [Open],
            [],
            new Dictionary<string, OrchestrationRuntimeStatus>
            {
                ["plan:mx:mx-2026"] = Running,
                ["report:mx-2026:20260101-20260331"] = Running,
            },
            InApril
        );
        Assert.Equal(awaited, restarts.Any(one => one.InstanceId == "plan-review:mx-2026:1"));
    }

    [Fact]
    public void A_report_that_has_ended_needs_no_workflow() =>
        Assert.Empty(Rules([Open with { State = ReportState.Waived }], ("plan:mx:mx-2026", Running)));

    [Fact]
    public void Health_is_the_share_in_time_less_what_is_wrong()
    {
        ReportSubmission inTime = new(1, new PersonId("c"), Periods[0].Due.AddDays(-1), new EntrySource("mail:1")),
            late = inTime with { At = Periods[1].Due.AddDays(1) };
        ReportRecord[] reports =
        [
            Open with
            {
                State = ReportState.Locked,
                Submissions = [inTime],
            },
            Open with
            {
                State = ReportState.Locked,
                Period = Periods[1],
                Submissions = [late],
            },
            Open with
            {
                State = ReportState.Missed,
                Period = Periods[2],
            },
            Open with
            {
                Period = Periods[3],
            },
        ];

        // 33 less 10 for the one overdue
        Assert.Equal(new HealthFigure(Periods[3].Locks, 3, 1, 1, 1, 23), PlanCheck.Health(reports, 0, Periods[3].Locks));
        Assert.Null(PlanCheck.Health([], 2, InApril).Score);
    }

    [Fact]
    public void A_plan_is_looked_into_a_day_after_its_next_period_should_have_opened() =>
        Assert.Equal(
            Periods[1].Opens.AddDays(1),
            PlanCheck.NextLook(Plan, [Open with { State = ReportState.Locked }], [], Periods[1].Opens.AddDays(-40))
        );

    [Fact]
    public void A_plan_is_looked_into_a_day_after_a_report_should_have_been_locked() =>
        Assert.Equal(
            Periods[0].Locks.AddDays(1),
            PlanCheck.NextLook(Plan, [Open with { State = ReportState.Accepted }], [], Periods[0].Locks.AddDays(-10))
        );

    [Fact]
    public void Where_somebody_is_awaited_four_weeks_are_the_most() =>
        Assert.Equal(InApril.AddDays(28), PlanCheck.NextLook(Plan, [Open], [], InApril));

    [Fact]
    public void Where_the_calendar_wants_nothing_ten_weeks_are_the_most()
    {
        PlanRecord last = Plan with { ReportsStarted = Periods.Count };
        Assert.Equal(InApril.AddDays(70), PlanCheck.NextLook(last, [Open with { State = ReportState.Locked }], [], InApril));
    }

    [Theory]
    [InlineData(PlanState.Drafting)]
    [InlineData(PlanState.UnderRevision)]
    public void A_plan_that_people_work_on_is_looked_into_within_four_weeks(PlanState state) =>
        Assert.Equal(InApril.AddDays(28), PlanCheck.NextLook(Plan with { State = state, ReportsStarted = Periods.Count }, [], [], InApril));

    [Theory]
    [InlineData(PlanState.UnderRevision, 1)]
    [InlineData(PlanState.Closed, 0)] // over an open revision, as plans once closed
    public void The_workflow_of_a_revision_is_expected_while_the_plan_is_being_revised(PlanState state, int restarts)
    {
        PlanRecord revised = Plan with
        {
            State = state,
            ReportsStarted = Periods.Count,
            Revision = new PlanRevision(1, "A law.", new DateOnly(2026, 10, 1), new PersonId("officer"), InApril),
        };
        var running = new Dictionary<string, OrchestrationRuntimeStatus> { ["plan:mx:mx-2026"] = Running };

        Assert.Equal(
            restarts,
            PlanCheck.Look(revised, [], [], running, InApril).Restarts.Count(one => one.InstanceId == "revision:mx-2026:1")
        );
    }

    private static OrchestrationRuntimeStatus Running => OrchestrationRuntimeStatus.Running;

    private static IEnumerable<string> Rules(ReportRecord[] reports, params (string Id, OrchestrationRuntimeStatus Status)[] running) =>
        PlanCheck.Look(Plan, reports, [], running.ToDictionary(one => one.Id, one => one.Status), InApril).Findings.Select(one => one.Rule);
}
