using System.Text.Json.Serialization;

namespace ACip.Workflows.Identifiers;

/// <summary>Identifies a task by its stream and id. Workflow inputs use it.</summary>
public sealed record TaskRef(StreamId Stream, TaskId Task)
{
    public const string RowPrefix = "task|";

    [JsonIgnore]
    public string InstanceId => InstancesOf(Stream) + Task;

    /// <summary>Prefix of the instance ids of all tasks. A stream's own prefix is exact: plan gh has none of the tasks of gh-b.</summary>
    /// <summary>Begins the ids of all tasks' workflows.</summary>
    public const string AllInstances = "task:";

    public static string InstancesOf(StreamId stream) => $"{AllInstances}{stream}:";

    [JsonIgnore]
    public string RowKey => RowPrefix + Task;
}
