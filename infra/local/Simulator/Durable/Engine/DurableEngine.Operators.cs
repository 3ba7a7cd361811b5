using FunctionsSimulator.Durable.Storage;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Engine;

/// <content>What operators do to an instance. Each waits for the turn under way, and none interrupts a running activity.</content>
internal sealed partial class DurableEngine
{
    /// <returns>False where the instance is in no state for it.</returns>
    public async Task<bool> SetSuspendedAsync(Instance instance, bool suspended)
    {
        bool changed = await ChangeAsync(
            instance,
            state =>
                (suspended, state.Status) switch
                {
                    (true, OrchestrationStatus.Running or OrchestrationStatus.Pending) => state with
                    {
                        Status = OrchestrationStatus.Suspended,
                    },
                    (false, OrchestrationStatus.Suspended) => state with
                    {
                        Status = state.Turns == 0 ? OrchestrationStatus.Pending : OrchestrationStatus.Running,
                    },
                    _ => null,
                }
        );
        Continue(instance);
        return changed;
    }

    /// <returns>False where the instance has finished.</returns>
    public Task<bool> TerminateAsync(Instance instance, string? output) =>
        ChangeAsync(instance, state => state.IsFinished ? null : state with { Status = OrchestrationStatus.Terminated, Output = output });

    /// <returns>False where it is gone already. One that is running is gone like any other.</returns>
    public async Task<bool> PurgeAsync(Instance instance, CancellationToken cancellation)
    {
        await IsStoredAsync(instance);
        await instance.Turn.WaitAsync(cancellation);
        try
        {
            if (instance.IsGone)
            {
                return false;
            }

            if (!instance.State.IsFinished || instance.MayHaveMore || !await store.TryPurgeAsync(instance.State, cancellation))
            {
                await store.PurgeAsync(instance.Id, cancellation);
            }

            instance.IsGone = true;
            instance.DisarmAll();
            instance.EmptyInbox();
            instances.TryRemove(instance.Id, out _);
        }
        finally
        {
            instance.Turn.Release();
        }

        instance.TellChanged();
        return true;
    }

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

            if (!await CommitAsync(instance, draft with { State = wanted with { Updated = Now, Commit = NextCommit() } }, null))
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
