using System.Text.Json.Serialization;

namespace ACip.Workflows.Identifiers;

/// <summary>Where a task stands: its stream and id. What workflows pass to one another.</summary>
public sealed record TaskRef(StreamId Stream, TaskId Task)
{
    public const string RowPrefix = "task|";

    [JsonIgnore]
    public string InstanceId => InstancesOf(Stream) + Task;

    /// <summary>How the ids of a stream's tasks begin: plan gh has none of the tasks of gh-b.</summary>
    /// <summary>Begins the ids of all tasks' workflows.</summary>
    public const string AllInstances = "task:";

    public static string InstancesOf(StreamId stream) => $"{AllInstances}{stream}:";

    [JsonIgnore]
    public string RowKey => RowPrefix + Task;
}
