using FunctionsSimulator.Durable.Storage;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Engine;

/// <content>What operators do to an instance. Each waits for the turn under way, and none interrupts a running activity.</content>
internal sealed partial class DurableEngine
{
    /// <returns>False where the instance is in no state for it.</returns>
    public async Task<bool> SetSuspendedAsync(Instance instance, bool suspended)
    {
        bool changed = await ChangeAsync(instance, state => (suspended, state.Status) switch
        {
            (true, OrchestrationStatus.Running or OrchestrationStatus.Pending) => state with { Status = OrchestrationStatus.Suspended },
            (false, OrchestrationStatus.Suspended) => state with { Status = state.Turns == 0 ? OrchestrationStatus.Pending : OrchestrationStatus.Running },
            _ => null,
        });
        Continue(instance);
        return changed;
    }

    /// <returns>False where the instance has finished.</returns>
    public async Task<bool> TerminateAsync(Instance instance, string? output, bool recursive)
    {
        bool changed = await ChangeAsync(instance, state => state.IsFinished ? null : state with { Status = OrchestrationStatus.Terminated, Output = output });
        foreach (Instance child in recursive ? Children(instance.Id) : [])
        {
            await TerminateAsync(child, output, true);
        }

        return changed;
    }

    /// <returns>How many were purged; an unfinished instance is not.</returns>
    public async Task<int> PurgeAsync(Instance instance, bool recursive, CancellationToken cancellation)
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

    private Instance[] Children(string parentId) => [.. instances.Values.Where(one => one.State.Parent?.InstanceId == parentId)];

    /// <summary>Changes the state alone, outside a turn; what a turn has left to be stored is stored with it.</summary>
    /// <returns>False where nothing was to be changed.</returns>
    private async Task<bool> ChangeAsync(Instance instance, Func<InstanceState, InstanceState?> change)
    {
        using Work work = Begin();
        await instance.Turn.WaitAsync(abandoned.Token);
        try
        {
            Draft draft = instance.Draft ?? Draft.Of(instance.State);
            if (instance.IsGone || change(draft.State) is not { } wanted)
            {
                return false;
            }

            if (!await CommitAsync(instance, draft with { State = wanted with { Updated = Now, Commit = NextCommit() } }, null, null))
            {
                return false;
            }

            InstanceState after = instance.State;
            if (after.IsFinished)
            {
                instance.DisarmAll();
                instance.EmptyInbox();
                instance.Session = null;
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
