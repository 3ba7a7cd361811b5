using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Storage;

/// <summary>What a commit writes besides the state.</summary>
/// <param name="Turns">The last turns of the generation that the state is in now.</param>
/// <param name="Read">Keys of the inbox rows that these turns have read.</param>
/// <param name="HandedOn">What the next generation is to read first; null for nothing.</param>
internal sealed record InstanceChanges(
    IReadOnlyList<IReadOnlyList<HistoryEvent>> Turns,
    IReadOnlyCollection<string> Read,
    HandedOn? HandedOn = null
)
{
    public static InstanceChanges None { get; } = new([], []);
}

/// <summary>Events that one execution had received and not used, kept in one row for the next.</summary>
internal sealed record HandedOn(string Key, IReadOnlyList<HistoryEvent> Events);
