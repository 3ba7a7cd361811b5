using System.Text.Json;
using System.Text.Json.Serialization;
using ACip.Local.Durable.History;
using ACip.Local.Durable.Replay;
using ACip.Local.Durable.Storage;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;

namespace ACip.Local.Durable;

/// <summary>The history of one generation of an instance as JSON text: kept beside the tests, it shows whether today's code still walks the same way.</summary>
public static class HistoryRecording
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <returns>Null where no instance has this id, or it has had no turn yet.</returns>
    public static async Task<string?> RecordAsync(TableServiceClient tables, BlobServiceClient blobs, string hubName, string instanceId, CancellationToken cancellation = default)
    {
        if (await new InstanceStore(tables, blobs, hubName).ReadAsync(instanceId, withTurns: true, cancellation) is not { Turns.Count: > 0 } stored)
        {
            return null;
        }

        InstanceState state = stored.State;
        var parent = state.Parent is { } awaited ? new RecordedParent(awaited.Name, awaited.InstanceId) : null;
        return JsonSerializer.Serialize(
            new Recording(state.Name, state.Version, state.InstanceId, state.Execution, state.Input, parent, state.Status, state.Output, stored.Turns),
            Readable);
    }

    /// <param name="json">What <see cref="RecordAsync"/> gave.</param>
    /// <returns>Null where the code does, in every recorded turn, what it did then; otherwise what differs first.</returns>
    public static string? Replay(string json, OrchestratorFunction orchestrator, DataConverter? converter = null)
    {
        Recording recorded = JsonSerializer.Deserialize<Recording>(json, Readable) ?? throw new JsonException("The recording is empty.");
        var facts = new InstanceFacts(recorded.InstanceId, recorded.Execution, recorded.Orchestrator, recorded.Version, recorded.Input,
            recorded.Parent is { } parent ? new(parent.Name, parent.InstanceId) : null, null);
        ReplayResult result = OrchestratorReplay.Run(orchestrator, facts, recorded.Turns, null, converter ?? JsonDataConverter.Default, NullLoggerFactory.Instance, () => { });
        return (recorded.Status, result.Outcome) switch
        {
            (OrchestrationRuntimeStatus.Failed, ReplayOutcome.Failed) => recorded.Output == result.Failure!.ToString() ? null : $"It failed with '{recorded.Output}', and now fails with '{result.Failure}'.",
            (_, ReplayOutcome.Failed) => result.Failure!.ErrorMessage,
            (OrchestrationRuntimeStatus.Completed, ReplayOutcome.Completed) => recorded.Output == result.Output ? null : $"The output was {recorded.Output}, and now is {result.Output}.",
            (OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed, _) or (_, not ReplayOutcome.Waiting) => $"The instance was {recorded.Status}; the code now leaves it {result.Outcome}.",
            _ => null,
        };
    }

    private sealed record Recording(
        string Orchestrator,
        string? Version,
        string InstanceId,
        string Execution,
        string? Input,
        RecordedParent? Parent,
        [property: JsonConverter(typeof(JsonStringEnumConverter<OrchestrationRuntimeStatus>))] OrchestrationRuntimeStatus Status,
        string? Output,
        IReadOnlyList<IReadOnlyList<HistoryEvent>> Turns);

    private sealed record RecordedParent(string Name, string InstanceId);
}
