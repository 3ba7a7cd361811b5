using ACip.Local.Durable.History;

namespace ACip.Local.Durable.Storage;

/// <summary>All that storage knows of one instance.</summary>
/// <param name="Turns">Of the present generation; none if the instance has finished.</param>
/// <param name="Inbox">Events that no turn has taken yet, in order of arrival; of kind None where a turn has, and only the row has stayed.</param>
/// <param name="Stale">Keys of rows that mean nothing any more.</param>
internal sealed record StoredInstance(InstanceState State, List<IReadOnlyList<HistoryEvent>> Turns, List<(string Key, HistoryEvent Event)> Inbox, List<string> Stale);
