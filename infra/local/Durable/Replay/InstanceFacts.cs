using Microsoft.DurableTask;

namespace ACip.Local.Durable.Replay;

/// <summary>What does not change during one generation of an instance.</summary>
internal sealed record InstanceFacts(string InstanceId, string Name, string? Version, string? Input, ParentOrchestrationInstance? Parent, string? DefaultVersion);
