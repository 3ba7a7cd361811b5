using System.Text.Json.Serialization;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>Determines the next step in a plan's life. Pure: the same record at the same instant gives the same step.</summary>
/// <remarks>What people may do to a plan in a state is in <see cref="PlanStatusService"/> and the services of drafting, approval and
/// revision.</remarks>
public static class PlanLifecycleRules
{
    /// <summary>How often a suspended plan is checked, in case its event was lost.</summary>
    private static readonly TimeSpan SuspendedCheck = TimeSpan.FromDays(30);

    public static PlanStep Next(PlanRecord plan, DateTimeOffset now) =>
        plan.State switch
        {
            PlanState.Drafting or PlanState.Returned => now < plan.DraftingFrom
                ? PlanStep.WaitUntil(plan.DraftingFrom)
                : new PlanStep(PlanStepKind.AskForDraft),
            PlanState.Submitted => new PlanStep(PlanStepKind.AskForApproval),
            PlanState.Approved => now < StartOf(plan) ? PlanStep.WaitUntil(StartOf(plan)) : new PlanStep(PlanStepKind.Activate),
            PlanState.Active or PlanState.UnderRevision => NextPeriod(plan, now),
            PlanState.Suspended => PlanStep.WaitUntil(now + SuspendedCheck),
            _ => new PlanStep(PlanStepKind.End),
        };

    private static DateTimeOffset StartOf(PlanRecord plan) => new(plan.Start, TimeOnly.MinValue, TimeSpan.Zero);

    private static PlanStep NextPeriod(PlanRecord plan, DateTimeOffset now)
    {
        if (plan.ReportsStarted >= plan.Periods.Count)
        {
            DateTimeOffset last = plan.Periods.Count == 0 ? now : plan.Periods[^1].Locks;
            return now >= last ? new PlanStep(PlanStepKind.Close) : PlanStep.WaitUntil(last);
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
