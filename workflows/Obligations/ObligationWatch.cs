using ACip.Workflows.HumanTasks;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Obligations;

/// <summary>One obligation: asks the officers a month before it is due and reminds them until it is met.</summary>
public static class ObligationWatch
{
    [Function(nameof(ObligationWatch))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.RunStagesAsync<ObligationRef>(nameof(ObligationActivities.TakeObligationStep));

    /// <summary>Starts the workflow of an obligation in the table. If this call is lost, the reconciliation starts it.</summary>
    public static Task BeginAsync(this DurableTaskClient workflows, ObligationRef id, CancellationToken cancellation) =>
        workflows.StartUnlessFailedAsync(nameof(ObligationWatch), id, id.InstanceId, cancellation);
}

public sealed class ObligationActivities(ProgrammeTable table, TaskAsking asking, TimeProvider clock)
{
    internal const int DaysTaken = 180;

    private const int DaysBefore = 30;

    /// <summary>Returns what an obligation waits for.</summary>
    [Function(nameof(TakeObligationStep))]
    public async Task<Stage> TakeObligationStep([ActivityTrigger] ObligationRef id, CancellationToken cancellation)
    {
        Obligation owed =
            (await id.FindAsync(table, cancellation))?.Value ?? throw new InvalidOperationException($"There is no obligation {id}.");
        DateTimeOffset now = clock.GetUtcNow(),
            asks = new(owed.Due.AddDays(-DaysBefore).ToDateTime(new TimeOnly(6, 0)), TimeSpan.Zero);
        return owed.Met is not null ? Stage.Over
            : now < asks ? new Stage([], asks)
            : new Stage(
                await asking.AskAsync(
                    id.Stream,
                    ObligationTask.Kind,
                    [new TaskWanted(id.Task, owed.Id, null)],
                    owed.Due,
                    owed.Due.AddDays(DaysTaken),
                    cancellation
                )
            );
    }
}
