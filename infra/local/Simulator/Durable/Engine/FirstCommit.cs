using FunctionsSimulator.Durable.Storage;

namespace FunctionsSimulator.Durable.Engine;

/// <summary>The commit that brings a new instance into storage, and whoever waits for it.</summary>
/// <param name="store">Returns false where another instance stands there.</param>
internal sealed class FirstCommit(Func<InstanceState, InstanceChanges, Task<bool>> store)
{
    private readonly TaskCompletionSource<bool> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True: it is stored. False: another instance stands there. It fails where storage does not take it.</summary>
    public Task<bool> Ended => ended.Task;

    public async Task<bool> StoreAsync(InstanceState state, InstanceChanges changes)
    {
        try
        {
            bool stored = await store(state, changes);
            ended.TrySetResult(stored);
            return stored;
        }
        catch (Exception error)
        {
            ended.TrySetException(error);
            throw;
        }
    }
}
