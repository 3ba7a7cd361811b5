using System.Globalization;
using System.Net;
using FunctionsSimulator.Hosting;
using FunctionsSimulator.Protocol;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace FunctionsSimulator.Workers;

/// <summary>What one life of a worker in this process is fitted with, without its application knowing: address and name of its host, clock,
/// port.</summary>
internal sealed class WorkerFitting(WorkerLink link, WorkerSurroundings around)
{
    private const string HttpUri = "HttpUri";

    private readonly Dictionary<string, string> host = new(StringComparer.Ordinal)
    {
        ["Functions:Worker:HostEndpoint"] = around.RpcAddress,
        ["Functions:Worker:WorkerId"] = link.WorkerId,
        ["Functions:Worker:RequestId"] = Guid.NewGuid().ToString(),
        ["Functions:Worker:GrpcMaxMessageLength"] = WorkerSurroundings.LargestMessage.ToString(CultureInfo.InvariantCulture),
    };

    public WorkerLink Link => link;

    public TimeSpan Grace => around.Grace;

    /// <summary>For the application's Main: what it reads while it is building.</summary>
    public string[] Arguments() => [.. host.Concat(around.Settings).Select(setting => $"--{setting.Key}={setting.Value}")];

    public void Apply(IHostBuilder builder)
    {
        ClaimedPort port = ClaimedPort.Claim(0);
        var address = new IPEndPoint(IPAddress.Loopback, port.Number);

        // for an application that ignores its arguments
        builder.ConfigureAppConfiguration(configuration =>
            configuration.AddInMemoryCollection(
                host.Concat(around.Settings).Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))
            )
        );
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(around.Clock));
            services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = _ => port.Socket);
            // wins over the one port that the worker takes for the whole process
            services.Configure<KestrelServerOptions>(kestrel => kestrel.Listen(address));
            services.PostConfigure<WorkerOptions>(worker =>
            {
                if (worker.Capabilities.ContainsKey(HttpUri))
                {
                    worker.Capabilities[HttpUri] = $"http://{address}/";
                }
            });
            services.Configure<HostOptions>(options => options.ShutdownTimeout = around.Grace);
            services.RemoveAll<IHostLifetime>();
            services.AddSingleton<IHostLifetime, NoLifetime>();
            around.Services?.Invoke(services);
        });
    }
}
