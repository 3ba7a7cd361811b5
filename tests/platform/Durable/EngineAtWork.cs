using System.Net;
using System.Text.Json;
using ACip.Local.Clock;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FunctionsSimulator.Durable;
using FunctionsSimulator.Durable.Engine;
using FunctionsSimulator.Durable.Sidecar;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ACip.Tests.Platform.Durable;

/// <summary>An engine behind the sidecar protocol, with the genuine client before it and the genuine worker behind it; the engine can be
/// stopped and followed by another.</summary>
internal sealed class EngineAtWork : IEngineUnderTest
{
    private readonly DurableOptions options;
    private readonly VirtualClock clock;
    private readonly Busy busy;
    private readonly WebApplication server;
    private readonly GrpcChannel channel;
    private readonly string? storage;
    private DurableEngine? engine;

    private EngineAtWork(DurableOptions options, VirtualClock clock, Busy busy, string? storage, WebApplicationBuilder web)
    {
        this.storage = storage;
        this.options = options;
        this.clock = clock;
        this.busy = busy;
        web.Services.AddSingleton(new DurableSidecar(() => engine!));
        server = web.Build();
        server.MapGrpcService<DurableSidecar>();
        server.StartAsync().GetAwaiter().GetResult();
        channel = GrpcChannel.ForAddress(
            server.Urls.First(),
            new GrpcChannelOptions { MaxReceiveMessageSize = null, MaxSendMessageSize = null }
        );
        Client = new GrpcDurableTaskClient(
            "tests",
            new GrpcDurableTaskClientOptions { Channel = channel },
            NullLogger<GrpcDurableTaskClient>.Instance
        );
    }

    public LambdaFunctions Functions { get; } = new();

    public DurableTaskClient Client { get; }

    /// <param name="storage">Null: each start names it.</param>
    public static EngineAtWork Create(DurableOptions options, VirtualClock clock, Busy busy, string? storage = null)
    {
        WebApplicationBuilder web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        web.WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        web.Services.AddRouting();
        web.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = null);
        return new EngineAtWork(options, clock, busy, storage, web);
    }

    public void Orchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> run) => Functions.Orchestrator(name, run);

    public void Activity(string name, Func<JsonElement, Task<object?>> run) => Functions.Activity(name, run);

    public Task StartAsync() => StartAsync(storage!);

    /// <summary>Another engine, on what is stored.</summary>
    public async Task StartAsync(string connection, int? retries = null)
    {
        var tables = new TableClientOptions();
        var blobs = new BlobClientOptions();
        tables.Retry.MaxRetries = blobs.Retry.MaxRetries = retries ?? tables.Retry.MaxRetries;
        var worker = new WorkerDurableFunctions(Functions, new DurableClientBinding(server.Urls.First(), "", options.HubName, ""));
        engine = new DurableEngine(
            options,
            worker,
            new TableServiceClient(connection, tables),
            new BlobServiceClient(connection, blobs),
            clock,
            busy,
            NullLogger<DurableEngine>.Instance
        );
        await engine.StartAsync(CancellationToken.None);
    }

    public async Task StopAsync() => await engine!.DisposeAsync();

    public Task AbandonAsync() => engine!.StopAsync(new CancellationToken(canceled: true));

    public async ValueTask DisposeAsync()
    {
        await AbandonAsync();
        await Client.DisposeAsync();
        channel.Dispose();
        await server.DisposeAsync();
    }
}
