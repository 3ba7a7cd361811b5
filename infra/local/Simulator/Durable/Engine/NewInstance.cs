using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Engine;

/// <summary>What a client or a parent asks to be started.</summary>
internal sealed record NewInstance(
    string InstanceId,
    string Name,
    string? Version,
    string? Input,
    DateTimeOffset? StartAt,
    IReadOnlyDictionary<string, string> Tags,
    TraceContext? Trace
);
