using System.Net;
using System.Text.Json;
using ACip.Local.Clock;
using ACip.Tests.Platform.Durable;
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

/// <summary>Microsoft's engine between the genuine client and the genuine worker, for the suite.</summary>
internal sealed class MicrosoftEngine : IEngineUnderTest
{
    private readonly LambdaFunctions functions = new();
    private readonly WebApplication server;
    private readonly GrpcChannel channel;
    private readonly MicrosoftHub hub;

    public MicrosoftEngine(DurableOptions options, VirtualClock clock, Busy busy, string storage)
    {
        // nothing in the suite asks for the durable client inside a function, so no address is given
        hub = new MicrosoftHub(
            new EngineSurroundings(
                options,
                new WorkerDurableFunctions(functions, new DurableClientBinding("", "", options.HubName, "")),
                storage,
                clock,
                busy
            )
        );
        WebApplicationBuilder web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        web.WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        web.Services.AddRouting();
        web.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = null);
        hub.Add(web.Services);
        server = web.Build();
        hub.Map(server);
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

    public DurableTaskClient Client { get; }

    public void Orchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> run) => functions.Orchestrator(name, run);

    public void Activity(string name, Func<JsonElement, Task<object?>> run) => functions.Activity(name, run);

    public Task StartAsync() => hub.StartAsync(CancellationToken.None);

    public Task StopAsync() => hub.StopAsync(CancellationToken.None);

    public Task AbandonAsync() => hub.StopAsync(new CancellationToken(canceled: true));

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        await Client.DisposeAsync();
        channel.Dispose();
        await server.DisposeAsync();
    }
}
