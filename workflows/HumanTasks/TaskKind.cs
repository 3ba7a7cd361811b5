using System.Text.Json;
using System.Text.Json.Serialization;
using ACip.Workflows.Programme;

namespace ACip.Workflows.HumanTasks;

/// <summary>What a task asks for, by name. The name stands in rows; what it means is said by the capability that asks
/// (<see cref="ITaskKind"/>).</summary>
[JsonConverter(typeof(TaskKindJson))]
public readonly record struct TaskKind(string Name)
{
    public override string ToString() => Name;
}

/// <summary>A kind of task with what rules have to know of it; the task's row carries it along.</summary>
/// <param name="AsksCoordinator">False: somebody of the Secretariat is asked.</param>
/// <param name="DecidedBy">Whose roles let them decide: the first are asked, the next where nobody of the first may. Empty: no decision is
/// asked for.</param>
public sealed record TaskDefinition(TaskKind Kind, bool AsksCoordinator, IReadOnlyList<Role> DecidedBy)
{
    /// <summary>True: the head of customs is asked in the coordinator's place, for there is none yet.</summary>
    public bool AsksHead { get; init; }

    /// <summary>True: only those who are named are asked, and the coordinator is told where they stay silent; no successor is.</summary>
    public bool AsksNamed { get; init; }

    public static implicit operator TaskKind(TaskDefinition definition) => definition.Kind;

    public static TaskDefinition OfCoordinator(string name) => new(new TaskKind(name), true, []);

    public static TaskDefinition OfHead(string name) => OfCoordinator(name) with { AsksHead = true };

    public static TaskDefinition OfNamed(string name) => OfCoordinator(name) with { AsksNamed = true };

    public static TaskDefinition OfOfficer(string name) => new(new TaskKind(name), false, []);

    public static TaskDefinition Decision(string name, params IReadOnlyList<Role> decidedBy) => new(new TaskKind(name), false, decidedBy);
}

internal sealed class TaskKindJson : JsonConverter<TaskKind>
{
    public override TaskKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("A task has a kind."));

    public override void Write(Utf8JsonWriter writer, TaskKind value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
