using System.Collections.Concurrent;

namespace FunctionsSimulator.Protocol;

/// <summary>The workers that a host has started, or is about to.</summary>
internal sealed class WorkerLinks
{
    private readonly ConcurrentDictionary<string, WorkerLink> links = new(StringComparer.Ordinal);

    public void Expect(WorkerLink link) => links[link.WorkerId] = link;

    /// <returns>Null for an unknown worker.</returns>
    public WorkerLink? Expected(string workerId) => links.GetValueOrDefault(workerId);

    public void Forget(WorkerLink link) => links.TryRemove(link.WorkerId, out _);
}
