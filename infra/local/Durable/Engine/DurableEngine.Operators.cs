using ACip.Local.Durable.Storage;
using Microsoft.DurableTask.Client;

namespace ACip.Local.Durable;

using Engine;

/// <content>What operators do to an instance. Each waits for the turn under way, and none interrupts a running activity.</content>
public sealed partial class DurableEngine
{
    /// <returns>False where the instance is in no state for it.</returns>
    internal async Task<bool> SetSuspendedAsync(Instance instance, bool suspended)
    {
        bool changed = await ChangeAsync(instance, s => (suspended, s.Status) switch
        {
            (true, OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending) => s with { Status = OrchestrationRuntimeStatus.Suspended },
            (false, OrchestrationRuntimeStatus.Suspended) => s with { Status = s.Turns == 0 ? OrchestrationRuntimeStatus.Pending : OrchestrationRuntimeStatus.Running },
            _ => null,
        });
        Continue(instance);
        return changed;
    }

    /// <returns>False where the instance has finished.</returns>
    internal async Task<bool> TerminateAsync(Instance instance, string? output, bool recursive)
    {
        bool changed = await ChangeAsync(instance, s => s.IsFinished ? null : s with { Status = OrchestrationRuntimeStatus.Terminated, Output = output });
        foreach (Instance child in recursive ? Children(instance.Id) : [])
        {
            await TerminateAsync(child, output, true);
        }

        return changed;
    }

    /// <returns>How many were purged; an unfinished instance is not.</returns>
    internal async Task<int> PurgeAsync(Instance instance, bool recursive, CancellationToken cancellation)
    {
        await instance.Turn.WaitAsync(cancellation);
        try
        {
            if (instance.IsGone || !instance.State.IsFinished)
            {
                return 0;
            }

            if (instance.MayHaveMore || !await store.TryPurgeAsync(instance.State, cancellation))
            {
                await store.PurgeAsync(instance.Id, cancellation);
            }

            instance.IsGone = true;
            instances.TryRemove(instance.Id, out _);
        }
        finally
        {
            instance.Turn.Release();
        }

        instance.TellChanged();
        int purged = 1;
        foreach (Instance child in recursive ? Children(instance.Id) : [])
        {
            purged += await PurgeAsync(child, true, cancellation);
        }

        return purged;
    }

    private Instance[] Children(string parentId) => [.. instances.Values.Where(i => i.State.Parent?.InstanceId == parentId)];

    /// <returns>False where nothing was to be changed.</returns>
    private async Task<bool> ChangeAsync(Instance instance, Func<InstanceState, InstanceState?> change)
    {
        using Work work = Begin();
        await instance.Turn.WaitAsync(abandoned.Token);
        try
        {
            InstanceState before = instance.State;
            if (instance.IsGone || change(before) is not { } wanted)
            {
                return false;
            }

            InstanceState after = wanted with { Updated = Now, Commit = NextCommit() };
            await InsistAsync(instance.Id, cancellation => store.CommitAsync(before, after, [], [], [], cancellation));
            instance.State = after;
            if (after.IsFinished && !before.IsFinished)
            {
                instance.DisarmAll();
                instance.EmptyInbox();
                instance.MayHaveMore |= instance.Unstored is { Read.Count: > 0 };
                instance.Unstored = null;
                instance.Turns = [];
                TellParent(after);
            }
        }
        finally
        {
            instance.Turn.Release();
        }

        instance.TellChanged();
        return true;
    }
}
