using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FunctionsSimulator.Durable;
using FunctionsSimulator.Durable.Engine;
using FunctionsSimulator.Durable.Sidecar;
using FunctionsSimulator.Http;
using FunctionsSimulator.Protocol;
using FunctionsSimulator.Timers;
using FunctionsSimulator.Workers;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FunctionsSimulator.Hosting;

/// <summary>What one platform is made of, but for its public web server, which is built when the worker has said what is on it.</summary>
internal sealed class PlatformParts : IAsyncDisposable
{
    private readonly HostJson hostJson;
    private readonly WorkerLinks links = new();
    private RpcServer? rpc;
    private WorkerSupervisor? workers;
    private DurableClientBinding? clients;

    private PlatformParts(PlatformOptions options, IConfiguration settings, PlatformResources resources, HostJson hostJson)
    {
        Resources = resources;
        this.hostJson = hostJson;
        Logging = PlatformLogging.Create(options.Quiet);
        Context = new PlatformContext(options, settings, resources.Addresses, resources.Folder, resources.Clock, resources.Busy);
    }

    public PlatformResources Resources { get; }

    public PlatformContext Context { get; }

    public ILoggerFactory Logging { get; }

    public WorkerSupervisor Workers => workers!;

    /// <summary>Null without storage.</summary>
    public DurableEngine? Engine { get; private set; }

    /// <summary>Null without an engine.</summary>
    public DurableAccess? Durable { get; private set; }

    /// <summary>Takes what the platform needs and opens the server for workers; starts none yet.</summary>
    public static async Task<PlatformParts> TakeAsync(
        PlatformOptions options, string applicationFolder, Func<WorkerSurroundings, WorkerChoice, IWorkerLauncher> launcher, CancellationToken cancellation)
    {
        IConfiguration settings = ApplicationSettings.Given(options);
        HostJson hostJson = HostJson.Read(options, settings, applicationFolder);
        var parts = new PlatformParts(options, settings, await PlatformResources.TakeAsync(options, settings, cancellation), hostJson);
        try
        {
            parts.rpc = await RpcServer.StartAsync(parts.links, parts.Logging, parts.AddEngine, parts.MapEngine, cancellation);
            var around = new WorkerSurroundings(
                parts.rpc.Address, parts.Resources.Clock, ApplicationSettings.ForTheWorker(parts.Context), options.WorkerServices, options.ShutdownGrace);
            parts.workers = new WorkerSupervisor(
                launcher(around, options.Worker), parts.links, PlatformLogging.OfTheApplication(parts.Logging), parts.Logging.CreateLogger<WorkerSupervisor>());
            parts.clients = new DurableClientBinding(
                parts.rpc.Address, parts.Resources.Addresses.Loopback + "/runtime/webhooks/durabletask", hostJson.HubName, new FunctionKeys(settings, parts.Resources.Folder).System);
            parts.Engine = parts.CreateEngine();
            parts.Durable = parts.Engine is null ? null : new DurableAccess(parts.rpc.Address);
            return parts;
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <summary>What the public web server needs of them.</summary>
    public void Add(IServiceCollection services)
    {
        services.AddSingleton(hostJson);
        services.AddSingleton(Workers);
        services.AddSingleton(clients!);
        services.AddSingleton(new WorkerPath(hostJson.RoutePrefix, HostJson.WorkerRoutePrefix(Workers.ApplicationFolder)));
        services.AddSingleton<IScheduleMemory>(Resources.Addresses.Storage is { } storage ? new ScheduleBlobs(storage, hostJson.HubName) : new NoScheduleMemory());
    }

    public async ValueTask DisposeAsync()
    {
        if (workers is not null)
        {
            await workers.DisposeAsync();
        }

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

        await Resources.DisposeAsync();
        Logging.Dispose();
    }

    /// <summary>The durable engine over this platform's storage, clock and workers; null without storage. It is started when the worker is ready.</summary>
    private DurableEngine? CreateEngine()
    {
        if (Resources.Addresses.Storage is not { } storage)
        {
            return null;
        }

        var tables = new TableClientOptions();
        var blobs = new BlobClientOptions();
        if (Context.Options.Faults is not null)
        {
            // among faults that are made on purpose it waits milliseconds before it tries again, not a second
            tables.Retry.Delay = blobs.Retry.Delay = TimeSpan.FromMilliseconds(5);
        }

        DurableOptions options = Context.Options.Durable;
        options.HubName = hostJson.HubName;
        options.DefaultVersion = hostJson.DefaultVersion;
        return new DurableEngine(
            options, new WorkerDurableFunctions(Workers, clients!), new TableServiceClient(storage, tables), new BlobServiceClient(storage, blobs), Resources.Clock, Resources.Busy,
            Logging.CreateLogger<DurableEngine>());
    }

    /// <summary>Services of the gRPC server that belong to the engine.</summary>
    private void AddEngine(IServiceCollection services) =>
        services.AddSingleton(new DurableSidecar(() => Engine ?? throw new RpcException(new Status(StatusCode.Unavailable, "The platform runs without storage, so without an engine."))));

    /// <summary>The gRPC services that the application's durable client speaks to.</summary>
    private void MapEngine(IEndpointRouteBuilder rpc) => rpc.MapGrpcService<DurableSidecar>();
}
