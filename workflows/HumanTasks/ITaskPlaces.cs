using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Workflows.HumanTasks;

/// <summary>Where people are asked something now that no plan, report or donor report leads to.</summary>
public interface ITaskPlaces
{
    Task<IReadOnlyList<TaskPlace>> FindAsync(CancellationToken cancellation);
}

/// <param name="About">The matter, as its people call it.</param>
/// <param name="Page">Path of the page that shows it.</param>
public sealed record TaskPlace(StreamId Stream, Text About, string Page);
