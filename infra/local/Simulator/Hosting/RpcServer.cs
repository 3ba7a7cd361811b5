using System.Net;
using FunctionsSimulator.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FunctionsSimulator.Hosting;

/// <summary>The gRPC server on loopback that workers connect to, and the application's durable client.</summary>
internal sealed class RpcServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private RpcServer(WebApplication app) => this.app = app;

    /// <param name="services">Of further gRPC services.</param>
    /// <param name="map">Puts them on the server.</param>
    public static async Task<RpcServer> StartAsync(
        ClaimedPort port,
        WorkerLinks links,
        ILoggerFactory logging,
        Action<IServiceCollection> services,
        Action<IEndpointRouteBuilder> map,
        CancellationToken cancellation
    )
    {
        WebApplicationBuilder web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        web.WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.Limits.MinRequestBodyDataRate = null; // a worker's stream is silent for hours
                kestrel.Limits.MinResponseDataRate = null;
                kestrel.Limits.Http2.MaxStreamsPerConnection = 10_000; // every waiting durable client holds one
                kestrel.Listen(IPAddress.Loopback, port.Number, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            });
        web.Services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = _ => port.Socket);
        web.Services.AddSingleton(logging);
        web.Services.AddRouting();
        web.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = null;
            grpc.MaxSendMessageSize = null;
        });
        web.Services.AddSingleton(links);
        web.Services.AddSingleton<WorkerStream>();
        services(web.Services);
        var server = new RpcServer(web.Build());
        server.app.MapGrpcService<WorkerStream>();
        map(server.app);
        await server.app.StartAsync(cancellation);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(2)); // calls still waiting would never be answered
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }
}
