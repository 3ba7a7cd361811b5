using System.Collections.Concurrent;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks;

/// <summary>Reads tasks of many streams, several streams at once. One that cannot be read is left out: verification names it, and all
/// others go on.</summary>
internal static class OpenTasks
{
    private const int AtOnce = 16;

    /// <summary>Open tasks that belong to no plan and no quarterly report, each with its place, in the order of the places.</summary>
    public static async Task<IReadOnlyList<(TaskPlace Place, HumanTaskRecord Task)>> ReadAsync(
        ProgrammeTable table,
        IEnumerable<ITaskPlaces> places,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<TaskPlace> all = await FindAsync(places, cancellation);
        IReadOnlyDictionary<StreamId, IReadOnlyList<HumanTaskRecord>> read = await ReadAsync(
            table,
            all.Select(place => place.Stream),
            cancellation
        );
        return [.. all.SelectMany(place => read[place.Stream].Where(place.Holds).Select(task => (place, task)))];
    }

    /// <summary>Streams of tasks that belong to no plan and no quarterly report.</summary>
    public static async Task<IEnumerable<StreamId>> StreamsAsync(IEnumerable<ITaskPlaces> places, CancellationToken cancellation) =>
        (await FindAsync(places, cancellation)).Select(place => place.Stream);

    /// <summary>Open tasks by stream; each stream is read once.</summary>
    public static async Task<IReadOnlyDictionary<StreamId, IReadOnlyList<HumanTaskRecord>>> ReadAsync(
        ProgrammeTable table,
        IEnumerable<StreamId> streams,
        CancellationToken cancellation
    )
    {
        var read = new ConcurrentDictionary<StreamId, IReadOnlyList<HumanTaskRecord>>();
        await Parallel.ForEachAsync(
            streams.Distinct(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (stream, stop) =>
                read[stream] = [
                    .. (await table.ListReadableAsync<HumanTaskRecord>(stream, TaskRows.Prefix, stop))
                        .Select(one => one.Row?.Value)
                        .OfType<HumanTaskRecord>()
                        .Where(task => task.State == TaskState.Open),
                ]
        );
        return read;
    }

    private static async Task<IReadOnlyList<TaskPlace>> FindAsync(IEnumerable<ITaskPlaces> places, CancellationToken cancellation)
    {
        var all = new List<TaskPlace>();
        foreach (ITaskPlaces kept in places)
        {
            all.AddRange(await kept.FindAsync(cancellation));
        }

        return all;
    }
}
