using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FunctionsSimulator.Durable.Storage;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Recording;

/// <summary>Records an instance from what is stored, whether or not its platform runs.</summary>
public static class HistoryRecording
{
    /// <returns>Its present execution; null where no instance has this id, or it has had no turn yet.</returns>
    public static async Task<RecordedExecution?> RecordAsync(
        TableServiceClient tables,
        BlobServiceClient blobs,
        string hubName,
        string instanceId,
        CancellationToken cancellation = default
    )
    {
        if (
            await new InstanceStore(tables, blobs, hubName).ReadAsync(instanceId, withTurns: true, cancellation)
            is not { Turns.Count: > 0 } stored
        )
        {
            return null;
        }

        InstanceState state = stored.State;
        CompleteOrchestrationAction? end = state.Status is not (OrchestrationStatus.Completed or OrchestrationStatus.Failed)
            ? null
            : new CompleteOrchestrationAction
            {
                OrchestrationStatus = state.Status,
                Result = state.Status == OrchestrationStatus.Completed ? state.Output : null,
                FailureDetails = state.Failure,
            };
        return RecordedExecution.Of(state, end, stored.Turns);
    }
}
