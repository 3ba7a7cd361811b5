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
/// <param name="hurried">Among faults that are made on purpose it waits milliseconds before it tries again, not a second.</param>
internal sealed class DurableHost(HostJson hostJson, string? storage, bool hurried, TimeProvider clock, Busy busy, DurableOptions options, ILoggerFactory logs) : IAsyncDisposable
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

        var tables = new TableClientOptions();
        var blobs = new BlobClientOptions();
        if (hurried)
        {
            tables.Retry.Delay = blobs.Retry.Delay = TimeSpan.FromMilliseconds(5);
        }

        engine = new DurableEngine(options, functions, new TableServiceClient(storage, tables), new BlobServiceClient(storage, blobs), clock, busy, logs);
    }

    /// <returns>The instance's history as text; null where none stands under this id, or there is no storage.</returns>
    public Task<string?> RecordAsync(string instanceId, CancellationToken cancellation) =>
        storage is null ? Task.FromResult<string?>(null) : HistoryRecording.RecordAsync(new TableServiceClient(storage), new BlobServiceClient(storage), options.HubName, instanceId, cancellation);

    public Task StartAsync(CancellationToken cancellation) => engine?.StartAsync(cancellation) ?? Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellation) => engine?.StopAsync(cancellation) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => engine?.DisposeAsync() ?? ValueTask.CompletedTask;
}
