using FunctionsSimulator.Durable.Storage;
using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Sidecar;

/// <summary>Which instances a question is about, and how one is told.</summary>
internal static class InstanceQueries
{
    private static readonly HashSet<OrchestrationStatus> Finished =
    [
        OrchestrationStatus.Completed,
        OrchestrationStatus.Failed,
        OrchestrationStatus.Terminated,
    ];

    public static bool Matches(this InstanceQuery query, InstanceState state) =>
        (query.CreatedTimeFrom is null || state.Created >= query.CreatedTimeFrom.ToDateTimeOffset())
        && (query.CreatedTimeTo is null || state.Created <= query.CreatedTimeTo.ToDateTimeOffset())
        && (query.RuntimeStatus.Count == 0 || query.RuntimeStatus.Contains(state.Status))
        && state.InstanceId.StartsWith(query.InstanceIdPrefix ?? "", StringComparison.Ordinal);

    public static bool Matches(this PurgeInstanceFilter filter, InstanceState state) =>
        (filter.CreatedTimeFrom is null || state.Created >= filter.CreatedTimeFrom.ToDateTimeOffset())
        && (filter.CreatedTimeTo is null || state.Created <= filter.CreatedTimeTo.ToDateTimeOffset())
        && Finished.Contains(state.Status)
        && (filter.RuntimeStatus.Count == 0 || filter.RuntimeStatus.Contains(state.Status));

    /// <summary>As on the Azure Storage backend: no failure details, the text of a failure is the output.</summary>
    public static OrchestrationState Tell(this InstanceState state, bool withData)
    {
        var told = new OrchestrationState
        {
            InstanceId = state.InstanceId,
            Name = state.Name,
            Version = state.Version,
            OrchestrationStatus = state.Status,
            ExecutionId = state.Execution,
            CreatedTimestamp = Timestamp.FromDateTimeOffset(state.Created),
            LastUpdatedTimestamp = Timestamp.FromDateTimeOffset(state.Updated),
            ScheduledStartTimestamp = state.StartAt is { } at ? Timestamp.FromDateTimeOffset(at) : null,
            Input = withData ? state.Input : null,
            Output = withData ? state.Output : null,
            CustomStatus = withData ? state.CustomStatus : null,
            ParentInstanceId = state.Parent?.InstanceId,
        };
        told.Tags.Add(state.Tags.ToDictionary());
        return told;
    }
}
