using Microsoft.DurableTask;

namespace ACip.Local.Durable.Replay;

/// <summary>What does not change during one generation of an instance.</summary>
/// <param name="Execution">Tells this generation from every other, of whatever instance.</param>
internal sealed record InstanceFacts(string InstanceId, string Execution, string Name, string? Version, string? Input, ParentOrchestrationInstance? Parent, string? DefaultVersion);
