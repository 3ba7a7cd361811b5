using DurableTask.AzureStorage;
using DurableTask.Core;
using FunctionsSimulator.Durable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Parity.Engine;

/// <summary>The genuine DurableTask.Core with DurableTask.AzureStorage on one task hub, and a worker behind it.</summary>
internal sealed class MicrosoftHub(EngineSurroundings around) : IPlatformEngine
{
    private readonly Calendar calendar = new(around.Clock);
    private AzureStorageOrchestrationService? service;
    private TaskHubWorker? dispatchers;

    private WatchedQueues Queues => field ??= new WatchedQueues(around.Clock, calendar, around.Busy);

    /// <summary>With the extension's defaults, but for the number of partitions and the longest pause between two looks into an empty queue
    /// (30 s).</summary>
    private AzureStorageOrchestrationServiceSettings Settings =>
        new()
        {
            TaskHubName = around.Options.HubName,
            StorageAccountClientProvider = WatchedStorage.Clients(around.Storage, Queues),
            WorkerId = "tests",
            PartitionCount = 1,
            ExtendedSessionsEnabled = !around.Options.WholeHistories,
            ExtendedSessionIdleTimeout = TimeSpan.FromSeconds(2),
            MaxQueuePollingInterval = TimeSpan.FromMilliseconds(100),
            ThrowExceptionOnInvalidDedupeStatus = true,
            UseAppLease = false,
        };

    /// <summary>The first engine on the hub, or another one on what is stored.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        service = new AzureStorageOrchestrationService(Settings);
        await service.CreateIfNotExistsAsync();
        var middleware = new WorkerMiddleware(around.Worker, around.Options, calendar);
        dispatchers = new TaskHubWorker(service) { ErrorPropagationMode = ErrorPropagationMode.UseFailureDetails };
        dispatchers.AddOrchestrationDispatcherMiddleware(middleware.OrchestrateAsync);
        dispatchers.AddActivityDispatcherMiddleware(middleware.ActAsync);
        await dispatchers.StartAsync();
        Queues.Open();
    }

    /// <summary>Where nothing is under way there is nothing to wait for, and Microsoft's graceful end waits in whole seconds.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        Queues.Close();
        if (Interlocked.Exchange(ref dispatchers, null) is { } running)
        {
            await running.StopAsync(isForced: cancellation.IsCancellationRequested || around.Busy.UnderWay == 0);
            running.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(new CancellationToken(canceled: true));
        Queues.Dispose();
        calendar.Dispose();
    }

    public void Add(IServiceCollection services) =>
        services.AddSingleton(new MicrosoftSidecar(() => service!, around.Options, calendar, around.Busy));

    public void Map(IEndpointRouteBuilder rpc) => rpc.MapGrpcService<MicrosoftSidecar>();
}
