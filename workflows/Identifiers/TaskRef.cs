using System.Text.Json.Serialization;

namespace ACip.Workflows.Identifiers;

/// <summary>Where a task stands: its stream and id. What workflows pass to one another.</summary>
public sealed record TaskRef(StreamId Stream, TaskId Task)
{
    public const string RowPrefix = "task|";

    [JsonIgnore]
    public string InstanceId => $"task:{Task}";

    [JsonIgnore]
    public string RowKey => RowPrefix + Task;
}
