using ACip.Local.Durable.History;
using ACip.Local.Durable.Storage;
using Microsoft.DurableTask.Client;

namespace ACip.Local.Durable;

using Engine;

/// <content>What operators do to an instance. Each waits for the turn under way, and none interrupts a running activity.</content>
public sealed partial class DurableEngine
{
    internal async Task SetSuspendedAsync(string instanceId, bool suspended, CancellationToken cancellation)
    {
        (OrchestrationRuntimeStatus from, OrchestrationRuntimeStatus to) = suspended
            ? (OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended)
            : (OrchestrationRuntimeStatus.Suspended, OrchestrationRuntimeStatus.Running);
        await ChangeAsync(instanceId, s => s.Status == from || (suspended && s.Status == OrchestrationRuntimeStatus.Pending) ? s with { Status = to } : null, cancellation);
        if (!suspended && Find(instanceId) is { } instance)
        {
            Continue(instance);
        }
    }

    internal async Task TerminateAsync(string instanceId, string? output, bool recursive, CancellationToken cancellation)
    {
        if (await ChangeAsync(instanceId, s => s.IsFinished ? null : s with { Status = OrchestrationRuntimeStatus.Terminated, Output = output }, cancellation) is not { } instance)
        {
            return;
        }

        instance.Disarm(_ => false);
        TellParent(instance, null);
        foreach (Instance child in recursive ? Children(instanceId) : [])
        {
            await TerminateAsync(child.Id, output, true, cancellation);
        }
    }

    /// <returns>How many were purged; an unfinished instance is not.</returns>
    internal async Task<int> PurgeAsync(string instanceId, bool recursive, CancellationToken cancellation)
    {
        if (Find(instanceId) is not { State.IsFinished: true } instance)
        {
            return 0;
        }

        int purged = 1;
        await instance.Turn.WaitAsync(cancellation);
        try
        {
            instance.IsPurged = true;
            await store.PurgeAsync(instanceId, cancellation);
            Forget(instanceId);
        }
        finally
        {
            instance.Turn.Release();
        }

        foreach (Instance child in recursive ? Children(instanceId) : [])
        {
            purged += await PurgeAsync(child.Id, true, cancellation);
        }

        return purged;
    }

    private Instance[] Children(string parentId) => [.. instances.Values.Where(i => i.State.Parent?.InstanceId == parentId)];

    private async Task<Instance?> ChangeAsync(string instanceId, Func<InstanceState, InstanceState?> change, CancellationToken cancellation)
    {
        if (Find(instanceId) is not { } instance)
        {
            return null;
        }

        using IDisposable work = busy.Begin();
        await instance.Turn.WaitAsync(cancellation);
        try
        {
            if (change(instance.State) is not { } wanted)
            {
                return null;
            }

            InstanceState after = wanted with { Updated = Now, Commit = NextCommit() };
            await store.CommitAsync(instance.State, after, null, [], Array.Empty<(string, HistoryEvent)>(), cancellation);
            instance.State = after;
        }
        finally
        {
            instance.Turn.Release();
        }

        instance.TellChanged();
        return instance;
    }
}
