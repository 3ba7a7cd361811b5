using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Workflows.HumanTasks;

/// <summary>Tells where open tasks are that belong to no plan and no quarterly report.</summary>
public interface ITaskPlaces
{
    Task<IReadOnlyList<TaskPlace>> FindAsync(CancellationToken cancellation);
}

/// <param name="About">The matter, as its people call it.</param>
/// <param name="Page">Path of the page that shows it.</param>
public sealed record TaskPlace(StreamId Stream, Text About, string Page)
{
    /// <summary>Where the stream holds tasks of other matters: those that are meant. Null: all.</summary>
    public IReadOnlyList<TaskKind>? Kinds { get; init; }

    /// <summary>Where the stream holds tasks of other matters: the one that is meant. Null: all.</summary>
    public TaskId? Task { get; init; }

    public bool Holds(HumanTaskRecord task) =>
        task.State == TaskState.Open && Kinds?.Contains(task.Kind) != false && (Task is null || Task == task.Id);
}
