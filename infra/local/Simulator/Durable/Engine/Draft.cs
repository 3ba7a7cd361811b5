using FunctionsSimulator.Durable.Storage;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Engine;

/// <summary>Changes that turns have made to an instance, not stored yet.</summary>
/// <remarks>
/// Mostly it lives for one turn. It lives on where a turn only began activities, and while an instance continues as new: that is stored
/// together with the first turn of what follows. If the process ends first, all of it is redone from what is stored.
/// </remarks>
/// <param name="State">As it will be stored; its turns counted.</param>
/// <param name="Turns">Of the execution that the state is in now.</param>
/// <param name="Read">Keys of the inbox rows that these turns, or those of executions passed through, have read.</param>
internal sealed record Draft(InstanceState State, IReadOnlyList<IReadOnlyList<HistoryEvent>> Turns, IReadOnlyList<string> Read)
{
    public static Draft Of(InstanceState state) => new(state, [], []);

    public Draft WithTurn(InstanceState state, IReadOnlyList<HistoryEvent> turn) => new(state, [.. Turns, turn], Read);

    /// <summary>The turns so far are those of an execution that is over.</summary>
    public Draft WithNextExecution(InstanceState state) => new(state, [], Read);

    public Draft WithRead(IEnumerable<InboxItem> items) =>
        this with
        {
            Read = [.. Read, .. items.Select(item => item.Key).OfType<string>()],
        };

    public InstanceChanges Changes(HandedOn? handedOn = null) => new(Turns, Read, handedOn);
}
