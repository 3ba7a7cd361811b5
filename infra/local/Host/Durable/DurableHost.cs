using ACip.Local.Clock;
using ACip.Local.Durable;
using ACip.Local.Host.Functions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ACip.Local.Host.Durable;

/// <summary>The durable engine of this application, if it has storage to work on.</summary>
/// <param name="storage">A connection string; null: no engine.</param>
internal sealed class DurableHost(HostJson hostJson, string? storage, TimeProvider clock, Busy busy, DurableOptions options, ILoggerFactory logs) : IAsyncDisposable
{
    private DurableEngine? engine;

    public string HubName => options.HubName;

    /// <exception cref="LocalPlatformException">The platform runs without storage.</exception>
    public DurableTaskClient Client => engine?.Client ?? throw new LocalPlatformException("There is no durable engine: the platform runs without storage (Local:Azurite=Off).");

    /// <summary>Tells the engine what it can run. Once, before anything is asked of it.</summary>
    public void Serve(FunctionCatalogue catalogue, IServiceProvider services)
    {
        if (storage is null)
        {
            return;
        }

        options.HubName = hostJson.HubName;
        options.DefaultVersion = hostJson.DefaultVersion;
        var functions = new DurableFunctions();
        foreach (FunctionEntry function in catalogue.Functions)
        {
            OrchestratorBinding.Add(functions, function, this, services);
            ActivityBinding.Add(functions, function, this, services, options.DataConverter);
        }

        engine = new DurableEngine(options, functions, new TableServiceClient(storage), new BlobServiceClient(storage), clock, busy, logs);
    }

    public Task StartAsync(CancellationToken cancellation) => engine?.StartAsync(cancellation) ?? Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellation) => engine?.StopAsync(cancellation) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => engine?.DisposeAsync() ?? ValueTask.CompletedTask;
}
