using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Storage;

/// <summary>All that storage knows of one instance.</summary>
/// <param name="Turns">Of the present generation; none if the instance has finished.</param>
/// <param name="Inbox">What no turn has taken yet, in order of arrival: a row each, one event or those that one execution handed on to the
/// next.</param>
/// <param name="Stale">Keys of rows that mean nothing any more.</param>
internal sealed record StoredInstance(
    InstanceState State,
    List<IReadOnlyList<HistoryEvent>> Turns,
    List<(string Key, IReadOnlyList<HistoryEvent> Events)> Inbox,
    List<string> Stale
);
