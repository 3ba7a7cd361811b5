using Microsoft.Extensions.Hosting;

namespace ACip.Workflows.Storage;

/// <summary>Has every capability create its tables and containers before the first request.</summary>
internal sealed class StorageSetUp(IEnumerable<IStorageStep> steps) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (IGrouping<int, IStorageStep> together in steps.GroupBy(step => step.Order).OrderBy(group => group.Key))
        {
            await Task.WhenAll(together.Select(step => step.PrepareAsync(cancellationToken)));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
