using System.Text.Json;
using System.Text.Json.Serialization;
using ACip.Workflows.Programme;

namespace ACip.Workflows.HumanTasks;

/// <summary>The name of a kind of task. It is stored in rows; the capability that asks says what it means
/// (<see cref="ITaskKind"/>).</summary>
[JsonConverter(typeof(TaskKindJson))]
public readonly record struct TaskKind(string Name)
{
    public override string ToString() => Name;
}

/// <summary>A kind of task with the properties that rules need. They are stored in the task's row.</summary>
/// <param name="AsksCoordinator">False: somebody of the Secretariat is asked.</param>
/// <param name="DecidedBy">Whose roles let them decide: the first are asked, the next where nobody of the first may. Empty: no decision is
/// asked for.</param>
public sealed record TaskDefinition(TaskKind Kind, bool AsksCoordinator, IReadOnlyList<Role> DecidedBy)
{
    /// <summary>True if the head of customs is asked in the coordinator's place, because there is no coordinator yet.</summary>
    public bool AsksHead { get; init; }

    /// <summary>True if only named people are asked. The coordinator is told if they do not answer, and no successor is asked.</summary>
    public bool AsksNamed { get; init; }

    public static implicit operator TaskKind(TaskDefinition definition) => definition.Kind;

    public static TaskDefinition OfCoordinator(string name) => new(new TaskKind(name), true, []);

    public static TaskDefinition OfHead(string name) => OfCoordinator(name) with { AsksHead = true };

    public static TaskDefinition OfNamed(string name) => OfCoordinator(name) with { AsksNamed = true };

    public static TaskDefinition OfOfficer(string name) => new(new TaskKind(name), false, []);

    /// <summary>Nothing is asked: the readers of a donor can reply (<see cref="HumanTaskRecord.Readers"/>).</summary>
    public static TaskDefinition OfReaders(string name) => new(new TaskKind(name), false, []);

    public static TaskDefinition Decision(string name, params IReadOnlyList<Role> decidedBy) => new(new TaskKind(name), false, decidedBy);
}

internal sealed class TaskKindJson : JsonConverter<TaskKind>
{
    public override TaskKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("A task has a kind."));

    public override void Write(Utf8JsonWriter writer, TaskKind value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
