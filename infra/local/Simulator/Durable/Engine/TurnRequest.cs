using FunctionsSimulator.Durable.Storage;
using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Engine;

/// <summary>What the worker gets for a turn.</summary>
internal static class TurnRequest
{
    /// <summary>In real time; afterwards the worker asks for the history again.</summary>
    private const int SessionSeconds = 300;

    /// <param name="history">Null: the worker is believed to remember it.</param>
    public static OrchestratorRequest Of(
        InstanceState state,
        IReadOnlyList<HistoryEvent>? history,
        IEnumerable<HistoryEvent> arrived,
        DurableOptions options
    )
    {
        var request = new OrchestratorRequest { InstanceId = state.InstanceId, ExecutionId = state.Execution };
        request.PastEvents.AddRange(history ?? []);
        request.NewEvents.AddRange(arrived);
        if (options.DefaultVersion is { } version)
        {
            // the worker gives it to sub-orchestrations that name none
            request.Properties["defaultVersion"] = Value.ForString(version);
        }

        if (!options.WholeHistories)
        {
            request.Properties["IsExtendedSession"] = Value.ForBool(true);
            request.Properties["ExtendedSessionIdleTimeoutInSeconds"] = Value.ForNumber(SessionSeconds);
            request.Properties["IncludeState"] = Value.ForBool(history is not null);
        }

        return request;
    }
}
