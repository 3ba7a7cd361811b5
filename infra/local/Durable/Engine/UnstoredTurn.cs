using ACip.Local.Durable.History;

namespace ACip.Local.Durable.Engine;

/// <summary>A turn that only began activities. Should the process end before the next turn, it is had again: from the alarms, answers and stored events that it took.</summary>
/// <param name="Read">Keys of the stored events among what it took.</param>
internal sealed record UnstoredTurn(IReadOnlyList<HistoryEvent> Events, IReadOnlyList<string> Read);
