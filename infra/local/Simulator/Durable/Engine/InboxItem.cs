using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Engine;

/// <summary>Something that waits for the next turn.</summary>
/// <param name="Events">None: only that there is a turn to run.</param>
/// <param name="Execution">Only this execution takes it; null: any.</param>
/// <param name="Key">Row key, for what is stored; null for what can be redone after a crash (results, alarms).</param>
internal sealed record InboxItem(IReadOnlyList<HistoryEvent> Events, string? Execution = null, string? Key = null)
{
    public static InboxItem Wake(string execution) => new([], execution);

    public static InboxItem Of(HistoryEvent one, string execution) => new([one], execution);

    public static InboxItem Stored(string key, IReadOnlyList<HistoryEvent> events) => new(events, null, key);
}
