using ACip.Local.Durable.History;

namespace ACip.Local.Durable.Storage;

/// <summary>All that storage knows of one instance.</summary>
/// <param name="Inbox">Events that no turn has taken yet, by row key, in order of arrival.</param>
internal sealed record StoredInstance(InstanceState State, List<IReadOnlyList<HistoryEvent>> Turns, List<(string Key, HistoryEvent Event)> Inbox);
