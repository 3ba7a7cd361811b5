using ACip.Workflows.HumanTasks;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Recommendations;

/// <summary>One recommendation: asks its owner at once and reminds until they say what was done.</summary>
public static class RecommendationWatch
{
    [Function(nameof(RecommendationWatch))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.RunStagesAsync<RecommendationRef>(nameof(RecommendationActivities.TakeRecommendationStep));

    /// <summary>Starts the workflow of a recommendation in the table. If this call is lost, the reconciliation starts it.</summary>
    public static Task BeginAsync(this DurableTaskClient workflows, RecommendationRef id, CancellationToken cancellation) =>
        workflows.StartUnlessFailedAsync(nameof(RecommendationWatch), id, id.InstanceId, cancellation);
}

public sealed class RecommendationActivities(ProgrammeTable table, TaskAsking asking, TimeProvider clock)
{
    internal const int DaysTaken = 180;

    /// <summary>After "not yet".</summary>
    private static readonly TimeSpan AskedAnewAfter = TimeSpan.FromDays(30);

    /// <summary>Returns what a recommendation waits for: its owner, but not the officer who closes it.</summary>
    [Function(nameof(TakeRecommendationStep))]
    public async Task<Stage> TakeRecommendationStep([ActivityTrigger] RecommendationRef id, CancellationToken cancellation)
    {
        Recommendation one =
            (await id.FindAsync(table, cancellation))?.Value ?? throw new InvalidOperationException($"There is no recommendation {id}.");
        DateTimeOffset anew = one.Answer is { } answer ? answer.At + AskedAnewAfter : DateTimeOffset.MinValue;
        return one.Closed is not null || one.Answer is { Done: true } ? Stage.Over
            : clock.GetUtcNow() < anew ? new Stage([], anew)
            : new Stage(
                await asking.AskAsync(
                    id.Stream,
                    one.OfSecretariat ? RecommendationTaskKinds.OfSecretariat : RecommendationTaskKinds.OfAdministration,
                    [new TaskWanted(id.TaskOf(one.Round), one.Id, one.OfSecretariat ? null : one.Administration)],
                    one.Due,
                    one.Due.AddDays(DaysTaken),
                    cancellation
                )
            );
    }
}
