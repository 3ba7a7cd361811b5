using Microsoft.Extensions.Hosting;

namespace ACip.Workflows.Storage;

/// <summary>Has every capability create its tables and containers. It begins with the application and does not hold its start up: whoever
/// needs storage first waits for it.</summary>
public sealed class StorageSetUp(IEnumerable<IStorageStep> steps) : IHostedService
{
    private readonly Lock beginning = new();

    private Task? attempt;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = ReadyAsync(); // if it fails, whoever waits for it is told, and tries again
        return Task.CompletedTask;
    }

    /// <summary>Ends once everything is there. After a failure the next caller begins anew.</summary>
    public Task ReadyAsync()
    {
        if (Volatile.Read(ref attempt) is { IsCompletedSuccessfully: true } done)
        {
            return done;
        }

        lock (beginning)
        {
            // on a thread of its own: steps work for a while before they first wait, and the start would wait with them
            return attempt is null or { IsFaulted: true } or { IsCanceled: true } ? attempt = Task.Run(PrepareAsync) : attempt;
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PrepareAsync()
    {
        foreach (IGrouping<int, IStorageStep> together in steps.GroupBy(step => step.Order).OrderBy(group => group.Key))
        {
            await Task.WhenAll(together.Select(step => step.PrepareAsync(CancellationToken.None)));
        }
    }
}
