using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.ActionPlans.Evaluation;

/// <summary>One review of a plan, until the coordinator has stated the findings or an officer has recorded the outcome. It runs beside the
/// plan's lifecycle, because reports continue meanwhile.</summary>
public static class PlanEvaluation
{
    [Function(nameof(PlanEvaluation))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        PlanReviewRef review = context.GetInput<PlanReviewRef>()!;
        while (
            await context.CallActivityAsync<PlanNextAction>(nameof(ReviewingActivities.TakeReviewStep), review, RetryPolicies.WithStorage)
                is { Ask: { } task }
        )
        {
            await context.CallSubOrchestratorAsync<TaskOutcome>(
                nameof(HumanTask),
                task,
                new SubOrchestrationOptions(instanceId: task.InstanceId)
            );
        }
    }

    /// <summary>Starts a review that is in the table. If this call is lost, the daily reconciliation starts it.</summary>
    public static Task BeginAsync(this DurableTaskClient workflows, PlanReviewRef? review, CancellationToken cancellation) =>
        review is null ? Task.CompletedTask : workflows.StartOnceAsync(nameof(PlanEvaluation), review, review.InstanceId, cancellation);

    /// <summary>Starts the review that still waits for findings, if it does not run: it ended when the plan was suspended.</summary>
    internal static Task GoOnAsync(this DurableTaskClient workflows, PlanRecord plan, CancellationToken cancellation) =>
        plan.State is PlanState.Active or PlanState.UnderRevision
        && plan.Reviews.LastOrDefault() is { IsOpen: true, Findings: null } open
        && new PlanReviewRef(plan.Id, open.Number) is var review
            ? workflows.StartAgainAsync(nameof(PlanEvaluation), review, review.InstanceId, cancellation)
            : Task.CompletedTask;
}

public sealed class ReviewingActivities(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    TimeProvider clock
)
{
    private static readonly TimeSpan GraceTime = TimeSpan.FromDays(60);

    /// <summary>Returns who the review must wait for.</summary>
    [Function(nameof(TakeReviewStep))]
    public async Task<PlanNextAction> TakeReviewStep([ActivityTrigger] PlanReviewRef id, CancellationToken cancellation)
    {
        PlanRecord plan =
            (await PlanRows.FindAsync(table, id.Plan, cancellation))?.Value
            ?? throw new InvalidOperationException($"There is no plan {id.Plan}.");
        if (
            plan.IsOver
            || plan.State == PlanState.Suspended // asked again when it is resumed
            || plan.Reviews.FirstOrDefault(one => one.Number == id.Number) is not { IsOpen: true, Findings: null } review
        )
        {
            return new PlanNextAction(Ended: true);
        }

        (TaskRef task, Row<HumanTaskRecord>? row) = await CurrentTask.CurrentAsync(table, id.Task, cancellation);
        if (row?.Value.State is TaskState.Cancelled or TaskState.Answered)
        {
            return new PlanNextAction(Ended: true); // waiting for what has ended would go on without a pause
        }

        if (row is null)
        {
            DateTimeOffset now = clock.GetUtcNow();
            ProgrammeRegister register = await directory.ReadForAsync(plan.Administration, cancellation);
            WorkingCalendar home = (await settings.ReadAsync(cancellation)).CalendarOf(register.Administrations[plan.Administration]);
            DateTimeOffset due = review.Due > now ? review.Due : home.EndOfWorkingDay(now, GraceTime);
            HumanTaskRecord file = HumanTaskRecord.Ask(
                task.Task,
                PlanTaskKinds.EvaluatePlan,
                TaskSubject.From(review.Number),
                1,
                plan.Administration,
                register.Answering(plan.Administration, home.DayOf(now)),
                now,
                due,
                home.EndOfWorkingDay(due, GraceTime)
            );
            await TaskRows.AskOnceAsync(table, task, file, cancellation);
        }

        return new PlanNextAction(Ask: task);
    }
}
