using System.Text.Json.Serialization;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>Determines the next step in a plan's life. Pure: the same record at the same instant gives the same step.</summary>
/// <remarks>What people may do to a plan in a state is in <see cref="PlanStatusService"/> and the services of drafting, approval and
/// revision.</remarks>
public static class PlanLifecycleRules
{
    /// <summary>How often a plan is checked that waits for a decision, in case its event was lost.</summary>
    private static readonly TimeSpan WaitingCheck = TimeSpan.FromDays(30);

    public static PlanStep Next(PlanRecord plan, DateTimeOffset now) =>
        plan.State switch
        {
            PlanState.Drafting or PlanState.Returned => now < plan.DraftingFrom
                ? PlanStep.WaitUntil(plan.DraftingFrom)
                : new PlanStep(PlanStepKind.AskForDraft),
            PlanState.Submitted => new PlanStep(PlanStepKind.AskForApproval),
            PlanState.Approved => now < StartOf(plan) ? PlanStep.WaitUntil(StartOf(plan)) : new PlanStep(PlanStepKind.Activate),
            PlanState.Active or PlanState.UnderRevision => NextPeriod(plan, now),
            PlanState.Suspended => PlanStep.WaitUntil(now + WaitingCheck),
            _ => new PlanStep(PlanStepKind.End),
        };

    private static DateTimeOffset StartOf(PlanRecord plan) => MidnightOf(plan.Start);

    private static DateTimeOffset MidnightOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>It closes once its last report has locked, but not before its last day is over, nor over an open revision, which may go
    /// beyond that day, nor over an open review, which takes no answer and no outcome once the plan is over.</summary>
    private static PlanStep NextPeriod(PlanRecord plan, DateTimeOffset now)
    {
        if (plan.ReportsStarted >= plan.Periods.Count)
        {
            DateTimeOffset last = plan.Periods.Select(period => period.Locks).Append(MidnightOf(plan.End.AddDays(1))).Max();
            return now < last ? PlanStep.WaitUntil(last)
                : plan.Revision is not null || plan.Reviews.Any(review => review.IsOpen) ? PlanStep.WaitUntil(now + WaitingCheck)
                : new PlanStep(PlanStepKind.Close);
        }

        ReportingPeriod next = plan.Periods[plan.ReportsStarted];
        return now >= next.Opens ? new PlanStep(PlanStepKind.StartReport, Period: next.Key) : PlanStep.WaitUntil(next.Opens);
    }
}

/// <param name="Until">For waiting.</param>
/// <param name="Period">For starting a report.</param>
public sealed record PlanStep(PlanStepKind Kind, DateTimeOffset? Until = null, PeriodKey? Period = null)
{
    public static PlanStep WaitUntil(DateTimeOffset until) => new(PlanStepKind.Wait, until);
}

[JsonConverter(typeof(JsonStringEnumConverter<PlanStepKind>))]
public enum PlanStepKind
{
    AskForDraft,
    AskForApproval,
    Activate,
    StartReport,
    Wait,
    Close,
    End,
}
