using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FunctionsSimulator.Durable;
using FunctionsSimulator.Durable.Engine;
using FunctionsSimulator.Http;
using FunctionsSimulator.Operators;
using FunctionsSimulator.Protocol;
using FunctionsSimulator.Timers;
using FunctionsSimulator.Workers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FunctionsSimulator.Hosting;

/// <summary>The parts of a platform except its public web server, which is built once the worker has announced its functions.</summary>
internal sealed class PlatformParts : IAsyncDisposable
{
    private readonly HostJson hostJson;
    private readonly ClaimedPort rpcPort = ClaimedPort.Claim(0);
    private readonly WorkerLinks links = new();
    private readonly DurableClientBinding clients;
    private RpcServer? rpc;

    private PlatformParts(
        PlatformOptions options,
        IConfiguration settings,
        PlatformResources resources,
        HostJson hostJson,
        Func<WorkerSurroundings, WorkerChoice, IWorkerLauncher> launcher
    )
    {
        Resources = resources;
        this.hostJson = hostJson;
        Logging = PlatformLogging.Create(options.Quiet);
        Context = new PlatformContext(options, settings, resources.Addresses, resources.Folder, resources.Clock, resources.Busy);
        var around = new WorkerSurroundings(
            RpcAddress,
            resources.Clock,
            ApplicationSettings.ForTheWorker(Context),
            options.WorkerServices,
            options.ShutdownGrace,
            Logging
        );
        Workers = new WorkerPool([
            .. Enumerable
                .Range(0, options.Workers)
                .Select(_ => new WorkerSupervisor(
                    launcher(around, options.Worker),
                    links,
                    PlatformLogging.OfTheApplication(Logging),
                    Logging.CreateLogger<WorkerSupervisor>()
                )),
        ]);
        clients = new DurableClientBinding(
            RpcAddress,
            resources.Addresses.Loopback + ManagementLinks.Root,
            hostJson.HubName,
            new FunctionKeys(settings, resources.Folder).System
        );
        Engine = CreateEngine();
        Durable = Engine is null ? null : new DurableAccess(RpcAddress);
    }

    public PlatformResources Resources { get; }

    public PlatformContext Context { get; }

    public ILoggerFactory Logging { get; }

    public WorkerPool Workers { get; }

    /// <summary>Null without storage.</summary>
    public IPlatformEngine? Engine { get; }

    /// <summary>Null without an engine.</summary>
    public DurableAccess? Durable { get; }

    private string RpcAddress => $"http://127.0.0.1:{rpcPort.Number}";

    /// <summary>Takes what the platform needs and opens the server for workers; starts none yet.</summary>
    public static async Task<PlatformParts> TakeAsync(
        PlatformOptions options,
        string applicationFolder,
        Func<WorkerSurroundings, WorkerChoice, IWorkerLauncher> launcher,
        CancellationToken cancellation
    )
    {
        IConfiguration settings = ApplicationSettings.Given(options);
        HostJson hostJson = HostJson.Read(options, settings, applicationFolder);
        PlatformResources resources = await PlatformResources.TakeAsync(options, settings, cancellation);
        PlatformParts? parts = null;
        try
        {
            parts = new PlatformParts(options, settings, resources, hostJson, launcher);
            parts.rpc = await RpcServer.StartAsync(
                parts.rpcPort,
                parts.links,
                parts.Logging,
                parts.AddEngine,
                parts.MapEngine,
                cancellation
            );
            return parts;
        }
        catch
        {
            await (parts?.DisposeAsync() ?? resources.DisposeAsync());
            throw;
        }
    }

    /// <summary>What the public web server needs of them.</summary>
    public void Add(IServiceCollection services)
    {
        services.AddSingleton(hostJson);
        services.AddSingleton(Workers);
        services.AddSingleton(clients);
        services.AddSingleton(new WorkerPath(hostJson.RoutePrefix, HostJson.WorkerRoutePrefix(Workers.ApplicationFolder)));
        services.AddSingleton<IScheduleMemory>(
            Resources.Addresses.Storage is { } storage
                ? new ScheduleBlobs(new BlobServiceClient(storage, Options().Blobs), hostJson.HubName)
                : new NoScheduleMemory()
        );
        if (Durable is not null)
        {
            services.AddSingleton(Durable).AddSingleton<ManagementLinks>().AddSingleton<ManagementRoutes>();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Workers.DisposeAsync();
        if (Engine is not null)
        {
            await Engine.DisposeAsync();
        }

        if (Durable is not null)
        {
            await Durable.DisposeAsync();
        }

        if (rpc is not null)
        {
            await rpc.DisposeAsync();
        }

        rpcPort.Dispose();
        await Resources.DisposeAsync();
        Logging.Dispose();
    }

    /// <summary>The durable engine over this platform's storage, clock and workers; null without storage. It is started when the worker is
    /// ready.</summary>
    private IPlatformEngine? CreateEngine()
    {
        if (Resources.Addresses.Storage is not { } storage)
        {
            return null;
        }

        (TableClientOptions tables, BlobClientOptions blobs) = Options();
        DurableOptions options = Context.Options.Durable;
        options.HubName = hostJson.HubName;
        options.DefaultVersion = hostJson.DefaultVersion;
        var worker = new WorkerDurableFunctions(Workers, clients);
        if (Context.Options.Engine is { } other)
        {
            return other(new EngineSurroundings(options, worker, storage, Resources.Clock, Resources.Busy));
        }

        return new DurableEngine(
            options,
            worker,
            new TableServiceClient(storage, tables),
            new BlobServiceClient(storage, blobs),
            Resources.Clock,
            Resources.Busy,
            Logging.CreateLogger<DurableEngine>()
        );
    }

    /// <summary>Among faults that are made on purpose the host waits milliseconds before it tries again, not a second.</summary>
    private (TableClientOptions Tables, BlobClientOptions Blobs) Options()
    {
        (TableClientOptions Tables, BlobClientOptions Blobs) options = (new(), new());
        if (Context.Options.Faults is not null)
        {
            options.Tables.Retry.Delay = options.Blobs.Retry.Delay = TimeSpan.FromMilliseconds(5);
        }

        return options;
    }

    /// <summary>Services of the gRPC server that belong to the engine.</summary>
    private void AddEngine(IServiceCollection services) => Engine?.Add(services);

    /// <summary>The gRPC services that the application's durable client speaks to.</summary>
    private void MapEngine(IEndpointRouteBuilder rpc) => Engine?.Map(rpc);
}
