using System.Net;
using System.Text.Json;
using ACip.Local.Clock;
using ACip.Tests.Platform.Durable;
using DurableTask.AzureStorage;
using DurableTask.Core;
using FunctionsSimulator.Durable;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ACip.Tests.Parity.Engine;

/// <summary>The genuine DurableTask.Core with DurableTask.AzureStorage on one task hub, between the genuine client and the genuine worker.</summary>
internal sealed class MicrosoftEngine : IEngineUnderTest
{
    private readonly DurableOptions options;
    private readonly string storage;
    private readonly Busy busy;
    private readonly Calendar calendar;
    private readonly WatchedQueues queues;
    private readonly LambdaFunctions functions = new();
    private readonly WebApplication server;
    private readonly GrpcChannel channel;
    private AzureStorageOrchestrationService? service;
    private TaskHubWorker? dispatchers;

    public MicrosoftEngine(DurableOptions options, VirtualClock clock, Busy busy, string storage)
    {
        this.options = options;
        this.storage = storage;
        this.busy = busy;
        calendar = new Calendar(clock);
        queues = new WatchedQueues(clock, calendar, busy);
        WebApplicationBuilder web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        web.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        web.Services.AddRouting();
        web.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = null;
            grpc.EnableDetailedErrors = true;
        });
        web.Services.AddSingleton(new MicrosoftSidecar(() => service!, options, calendar, busy));
        server = web.Build();
        server.MapGrpcService<MicrosoftSidecar>();
        server.StartAsync().GetAwaiter().GetResult();
        channel = GrpcChannel.ForAddress(server.Urls.First(), new GrpcChannelOptions { MaxReceiveMessageSize = null, MaxSendMessageSize = null });
        Client = new GrpcDurableTaskClient("tests", new GrpcDurableTaskClientOptions { Channel = channel }, NullLogger<GrpcDurableTaskClient>.Instance);
    }

    public DurableTaskClient Client { get; }

    public CallCounts Calls { get; } = new();

    public void Orchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> run) => functions.Orchestrator(name, run);

    public void Activity(string name, Func<JsonElement, Task<object?>> run) => functions.Activity(name, run);

    public async Task StartAsync()
    {
        service = new AzureStorageOrchestrationService(new AzureStorageOrchestrationServiceSettings
        {
            TaskHubName = options.HubName,
            StorageAccountClientProvider = WatchedStorage.Clients(storage, queues, Calls),
            WorkerId = "tests",
            PartitionCount = 1,
            ExtendedSessionsEnabled = !options.WholeHistories,
            ExtendedSessionIdleTimeout = TimeSpan.FromSeconds(2),
            MaxQueuePollingInterval = TimeSpan.FromMilliseconds(100),
            ThrowExceptionOnInvalidDedupeStatus = true,
            UseAppLease = false,
        });
        await service.CreateIfNotExistsAsync();
        var middleware = new WorkerMiddleware(new WorkerDurableFunctions(functions, new DurableClientBinding(server.Urls.First(), "", options.HubName, "")), options, calendar);
        dispatchers = new TaskHubWorker(service) { ErrorPropagationMode = ErrorPropagationMode.UseFailureDetails };
        dispatchers.AddOrchestrationDispatcherMiddleware(middleware.OrchestrateAsync);
        dispatchers.AddActivityDispatcherMiddleware(middleware.ActAsync);
        await dispatchers.StartAsync();
        queues.Open();
    }

    /// <summary>Where nothing is under way there is nothing to wait for, and Microsoft's graceful end waits in whole seconds.</summary>
    public Task StopAsync() => StopAsync(forced: busy.UnderWay == 0);

    public Task AbandonAsync() => StopAsync(forced: true);

    public async ValueTask DisposeAsync()
    {
        await AbandonAsync();
        await Client.DisposeAsync();
        channel.Dispose();
        await server.DisposeAsync();
        queues.Dispose();
        calendar.Dispose();
    }

    private async Task StopAsync(bool forced)
    {
        queues.Close();
        if (Interlocked.Exchange(ref dispatchers, null) is { } running)
        {
            await running.StopAsync(forced);
            running.Dispose();
        }
    }
}
