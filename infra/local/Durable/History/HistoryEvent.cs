using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.DurableTask;

namespace ACip.Local.Durable.History;

/// <summary>One thing that happened to an instance, or that its orchestrator asked for. Which members are set depends on the kind.</summary>
/// <param name="Id">Number of the action within the generation, from 0 (actions), or of the action that ended (completions); 0 otherwise.</param>
/// <param name="Name">Activity, orchestrator or event.</param>
/// <param name="Data">Serialized input, result or payload.</param>
/// <param name="At">When a timer is due, or when a turn began.</param>
/// <param name="Key">Row key under which an event waited to be read.</param>
public sealed record HistoryEvent(
    HistoryKind Kind,
    int Id = 0,
    string? Name = null,
    string? Data = null,
    string? InstanceId = null,
    DateTimeOffset? At = null,
    string? Version = null,
    TaskFailureDetails? Failure = null,
    string? Key = null)
{
    private static readonly JsonSerializerOptions Compact = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>Asked for by the orchestrator, in the order of its code; the rest came from outside.</summary>
    [JsonIgnore]
    public bool IsAction => Kind is HistoryKind.TaskScheduled or HistoryKind.TimerCreated or HistoryKind.SubOrchestrationCreated or HistoryKind.EventSent;

    public static string Write(IEnumerable<HistoryEvent> events) => JsonSerializer.Serialize(events, Compact);

    public static List<HistoryEvent> Read(string json) => JsonSerializer.Deserialize<List<HistoryEvent>>(json, Compact)!;

    public string Describe() => Kind switch
    {
        HistoryKind.TaskScheduled => $"activity '{Name}'",
        HistoryKind.TimerCreated => "timer",
        HistoryKind.SubOrchestrationCreated => $"sub-orchestration '{Name}'",
        HistoryKind.EventSent => $"event '{Name}'",
        _ => Kind.ToString(),
    };
}

[JsonConverter(typeof(JsonStringEnumConverter<HistoryKind>))]
public enum HistoryKind
{
    None,
    TurnStarted,
    TaskScheduled,
    TaskCompleted,
    TaskFailed,
    TimerCreated,
    TimerFired,
    SubOrchestrationCreated,
    SubOrchestrationCompleted,
    SubOrchestrationFailed,
    EventRaised,
    EventSent,
}
