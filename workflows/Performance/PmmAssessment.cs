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

namespace ACip.Workflows.Performance;

/// <summary>One self-assessment, until the administration has submitted it or it expires.</summary>
public static class PmmAssessment
{
    [Function(nameof(PmmAssessment))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        AssessmentRef id = context.GetInput<AssessmentRef>()!;
        while (
            await context.CallActivityAsync<AssessmentNextAction>(
                nameof(AssessmentActivities.TakeAssessmentStep),
                id,
                RetryPolicies.WithStorage
            )
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

    /// <summary>Starts the workflow of an assessment in the table. If this call is lost, the reconciliation starts it.</summary>
    public static Task BeginAsync(this DurableTaskClient workflows, AssessmentRef id, CancellationToken cancellation) =>
        workflows.StartUnlessFailedAsync(nameof(PmmAssessment), id, id.InstanceId, cancellation);
}

/// <param name="Ask">Null where it is over.</param>
public sealed record AssessmentNextAction(TaskAsked? Ask);

public sealed class AssessmentActivities(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    AssessmentService assessments,
    TimeProvider clock
)
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromDays(60),
        GraceTime = TimeSpan.FromDays(90);

    /// <summary>Returns who the assessment must wait for.</summary>
    [Function(nameof(TakeAssessmentStep))]
    public async Task<AssessmentNextAction> TakeAssessmentStep([ActivityTrigger] AssessmentRef id, CancellationToken cancellation)
    {
        TaskRef task = id.Task;
        Row<HumanTaskRecord>? asked = await TaskRows.FindAsync(table, task, cancellation);
        bool missed = asked is { Value.State: TaskState.Expired or TaskState.Cancelled };
        if (
            !await table.DecideAsync(
                async () =>
                {
                    Row<AssessmentRecord> row =
                        await assessments.FindAsync(id, cancellation)
                        ?? throw new InvalidOperationException($"There is no assessment {id.InstanceId}.");
                    bool open = row.Value.State == AssessmentState.Asked;
                    return (
                        open && missed ? new UnitOfWork(id.Stream).Replace(row, row.Value with { State = AssessmentState.Missed }) : null,
                        open && !missed
                    );
                },
                cancellation
            )
        )
        {
            return new AssessmentNextAction(null);
        }

        if (asked is null)
        {
            DateTimeOffset now = clock.GetUtcNow();
            ProgrammeRegister register = await directory.ReadForAsync(id.Administration, cancellation);
            WorkingCalendar home = (await settings.ReadAsync(cancellation)).CalendarOf(register.Administrations[id.Administration]);
            DateTimeOffset due = home.EndOfWorkingDay(now, AnswerTime);
            HumanTaskRecord file = HumanTaskRecord.Ask(
                task.Task,
                PerformanceTaskKinds.AssessPerformance,
                TaskSubject.From(id.RowKey),
                1,
                id.Administration,
                register.Answering(id.Administration, home.DayOf(now)),
                now,
                due,
                home.EndOfWorkingDay(due, GraceTime)
            );
            await TaskRows.AskOnceAsync(table, task, file, cancellation);
        }

        return new AssessmentNextAction(new TaskAsked(task.Stream, task.Task));
    }
}

public static class PerformanceTaskKinds
{
    /// <summary>The administration assesses itself.</summary>
    public static TaskDefinition AssessPerformance { get; } = TaskDefinition.OfCoordinator("AssessPerformance");
}
