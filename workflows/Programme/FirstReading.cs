using ACip.Workflows.Storage;
using Microsoft.Extensions.Hosting;

namespace ACip.Workflows.Programme;

/// <summary>Reads the participants while the application starts, because whoever comes first needs them.</summary>
internal sealed class FirstReading(StorageSetUp storage, ProgrammeDirectory directory) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await storage.ReadyAsync().WaitAsync(stoppingToken);
            await directory.ReadAsync(stoppingToken);
        }
        catch (Exception)
        {
            // whoever comes first reads them, and is told what is wrong
        }
    }
}
