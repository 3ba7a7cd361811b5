using ACip.Tests.Unit.Time;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.ActionPlans;

/// <summary>When a plan closes by itself.</summary>
public sealed class PlanLifecycleRulesTests
{
    private static readonly IReadOnlyList<ReportingPeriod> Year = PeriodSchedule.Build(
        Calendars.Quarters,
        new DateOnly(2026, 1, 1),
        new DateOnly(2026, 12, 31),
        Calendars.Of("MX")
    );

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
        Year,
        4,
        default
    );

    private static readonly DateTimeOffset Locked = Year[^1].Locks;

    [Fact]
    public void It_closes_once_its_last_report_has_locked()
    {
        Assert.Equal(PlanStep.WaitUntil(Locked), PlanLifecycleRules.Next(Plan, Locked.AddSeconds(-1)));
        Assert.Equal(PlanStepKind.Close, PlanLifecycleRules.Next(Plan, Locked).Kind);
    }

    [Fact]
    public void It_does_not_close_over_an_open_revision_which_people_are_writing()
    {
        PlanRecord revised = Plan with
        {
            State = PlanState.UnderRevision,
            Revision = new PlanRevision(1, "A law.", new DateOnly(2026, 10, 1), new PersonId("officer"), Locked.AddDays(-60)),
        };

        PlanStep step = PlanLifecycleRules.Next(revised, Locked.AddDays(1));

        Assert.Equal(PlanStepKind.Wait, step.Kind);
        Assert.True(step.Until > Locked.AddDays(1));
        Assert.Equal(PlanStepKind.Close, PlanLifecycleRules.Next(revised with { State = PlanState.Active, Revision = null }, Locked).Kind);
    }

    [Fact]
    public void It_does_not_close_over_an_open_review_whose_question_would_take_no_answer_any_more()
    {
        var open = new PlanReviewStage(PlanReviewKind.Closing, 1, new PersonId("officer"), Locked.AddDays(-9), Locked.AddDays(20));
        PlanRecord reviewed = Plan with { Reviews = [open] };
        var outcome = new PlanReviewOutcome(PlanReviewConclusion.Close, "Done.", new PersonId("officer"), Locked.AddDays(30));

        PlanStep step = PlanLifecycleRules.Next(reviewed, Locked.AddDays(1));

        Assert.Equal(PlanStepKind.Wait, step.Kind);
        Assert.True(step.Until > Locked.AddDays(1));
        PlanRecord concluded = reviewed with { Reviews = [open with { Outcome = outcome }] };
        Assert.Equal(PlanStepKind.Close, PlanLifecycleRules.Next(concluded, Locked.AddDays(30)).Kind);
    }

    [Fact]
    public void It_does_not_close_before_its_last_day_is_over()
    {
        PlanRecord longer = Plan with { End = new DateOnly(2028, 12, 31) };
        DateTimeOffset over = new(2029, 1, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(PlanStep.WaitUntil(over), PlanLifecycleRules.Next(longer, Locked));
        Assert.Equal(PlanStepKind.Close, PlanLifecycleRules.Next(longer, over).Kind);
        Assert.Equal(PlanStep.WaitUntil(over), PlanLifecycleRules.Next(longer with { Periods = [], ReportsStarted = 0 }, Locked));
    }
}
