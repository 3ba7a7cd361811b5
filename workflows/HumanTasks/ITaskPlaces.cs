using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Workflows.HumanTasks;

/// <summary>Tells where open tasks are that belong to no plan, report or donor report.</summary>
public interface ITaskPlaces
{
    Task<IReadOnlyList<TaskPlace>> FindAsync(CancellationToken cancellation);
}

/// <param name="About">The matter, as its people call it.</param>
/// <param name="Page">Path of the page that shows it.</param>
public sealed record TaskPlace(StreamId Stream, Text About, string Page);
