using ACip.Workflows.Storage;
using Microsoft.Extensions.Hosting;

namespace ACip.Workflows.Programme;

/// <summary>Reads the participants while the application starts, because whoever comes first needs them.</summary>
internal sealed class DirectoryWarmUp(StorageSetUp storage, ProgrammeDirectory directory) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = ReadAsync(); // if it fails, whoever comes first reads them, and is told
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ReadAsync()
    {
        await storage.ReadyAsync();
        await directory.ReadAsync(CancellationToken.None);
    }
}
