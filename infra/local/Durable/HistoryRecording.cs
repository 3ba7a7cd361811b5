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

    private const string Completed = nameof(OrchestrationRuntimeStatus.Completed), Failed = nameof(OrchestrationRuntimeStatus.Failed), ContinuedAsNew = nameof(ReplayOutcome.ContinuedAsNew);

    /// <returns>Null where no instance has this id, or it has had no turn yet.</returns>
    public static async Task<string?> RecordAsync(TableServiceClient tables, BlobServiceClient blobs, string hubName, string instanceId, CancellationToken cancellation = default)
    {
        if (await new InstanceStore(tables, blobs, hubName).ReadAsync(instanceId, withTurns: true, cancellation) is not { Turns.Count: > 0 } stored)
        {
            return null;
        }

        return Of(stored.State, stored.State.Status.ToString(), stored.State.Output, stored.Turns);
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
            (ContinuedAsNew, ReplayOutcome.ContinuedAsNew) => recorded.Output == result.Next!.Input ? null : $"It went on with {recorded.Output}, and now would with {result.Next.Input}.",
            (Failed, ReplayOutcome.Failed) => recorded.Output == result.Failure!.ToString() ? null : $"It failed with '{recorded.Output}', and now fails with '{result.Failure}'.",
            (_, ReplayOutcome.Failed) => result.Failure!.ErrorMessage,
            (Completed, ReplayOutcome.Completed) => recorded.Output == result.Output ? null : $"The output was {recorded.Output}, and now is {result.Output}.",
            (Completed or Failed or ContinuedAsNew, _) or (_, not ReplayOutcome.Waiting) => $"The instance was {recorded.Status}; the code now leaves it {result.Outcome}.",
            _ => null,
        };
    }

    /// <summary>A generation that has just ended.</summary>
    /// <param name="turns">All of its turns, the last included.</param>
    internal static string Of(InstanceState before, ReplayResult end, IReadOnlyList<IReadOnlyList<HistoryEvent>> turns) =>
        end.Next is null ? Of(before, end.Outcome.ToString(), end.Output, turns) : Of(before, ContinuedAsNew, end.Next.Input, turns);

    private static string Of(InstanceState state, string status, string? output, IReadOnlyList<IReadOnlyList<HistoryEvent>> turns)
    {
        var parent = state.Parent is { } awaited ? new RecordedParent(awaited.Name, awaited.InstanceId) : null;
        return JsonSerializer.Serialize(new Recording(state.Name, state.Version, state.InstanceId, state.Execution, state.Input, parent, status, output, turns), Readable);
    }

    /// <param name="Status">As the runtime names it, or ContinuedAsNew for a generation that another has followed.</param>
    /// <param name="Output">Of one that continued as new: what the next began with.</param>
    private sealed record Recording(
        string Orchestrator,
        string? Version,
        string InstanceId,
        string Execution,
        string? Input,
        RecordedParent? Parent,
        string Status,
        string? Output,
        IReadOnlyList<IReadOnlyList<HistoryEvent>> Turns);

    private sealed record RecordedParent(string Name, string InstanceId);
}
