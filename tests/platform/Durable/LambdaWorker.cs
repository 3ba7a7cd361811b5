using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using FunctionsSimulator.Protocol;
using FunctionsSimulator.Protocol.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Context.Features;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Azure.Functions.Worker.Extensions.DurableTask;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ACip.Tests.Platform.Durable;

/// <summary>The genuine Functions worker with the genuine Durable Task SDK, in this process, running the lambdas of tests. One serves all
/// of them.</summary>
internal sealed class LambdaWorker
{
    private static readonly Lazy<Task<LambdaWorker>> One = new(StartAsync);

    private LambdaWorker(WorkerLink link) => Link = link;

    public WorkerLink Link { get; }

    public static Task<LambdaWorker> SharedAsync() => One.Value;

    private static async Task<LambdaWorker> StartAsync()
    {
        string folder = AppContext.BaseDirectory;
        var link = new WorkerLink(folder);
        var links = new WorkerLinks();
        links.Expect(link);
        WebApplicationBuilder web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        web.WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        web.Services.AddRouting();
        web.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = null);
        web.Services.AddSingleton(links).AddSingleton<WorkerStream>();
        WebApplication server = web.Build();
        server.MapGrpcService<WorkerStream>();
        await server.StartAsync();

        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", folder);
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder([
            "--Functions:Worker:HostEndpoint=" + server.Urls.First(),
            "--Functions:Worker:WorkerId=" + link.WorkerId,
            "--Functions:Worker:RequestId=tests",
            $"--Functions:Worker:GrpcMaxMessageLength={int.MaxValue}",
        ]);
        new DurableTaskExtensionStartup().Configure(builder);
        builder.Services.AddSingleton<IFunctionMetadataProvider, NoMetadata>();
        builder.Services.AddSingleton<IFunctionExecutor, AwaitingExecutor>();
        builder.Logging.ClearProviders();
        IHost worker = builder.Build();
        _ = worker.StartAsync();
        await link.Connected.WaitAsync(TimeSpan.FromSeconds(60));
        await link.InitAsync(CancellationToken.None);
        return new LambdaWorker(link);
    }

    /// <summary>As the executor that the Worker.Sdk generates for an application: it awaits, where the worker's own, by reflection, wraps
    /// failures in an AggregateException.</summary>
    private sealed class AwaitingExecutor : IFunctionExecutor
    {
        public async ValueTask ExecuteAsync(FunctionContext context)
        {
            FunctionInputBindingResult bound = await context.Features.Get<IFunctionInputBindingFeature>()!.BindFunctionInputAsync(context);
            context.GetInvocationResult().Value = bound.Values[0] is TaskOrchestrationContext orchestration
                ? await LambdaDispatch.Orchestrate(orchestration, context)
                : await LambdaDispatch.Act((JsonElement)bound.Values[0]!, context);
        }
    }

    /// <summary>Functions are loaded as tests define them.</summary>
    private sealed class NoMetadata : IFunctionMetadataProvider
    {
        public Task<ImmutableArray<IFunctionMetadata>> GetFunctionMetadataAsync(string directory) =>
            Task.FromResult(ImmutableArray<IFunctionMetadata>.Empty);
    }
}

/// <summary>The functions of one test, by name: each is loaded into the worker under an id of its own, so that tests may use the same
/// names.</summary>
internal sealed class LambdaFunctions : IWorkerSource
{
    private readonly ConcurrentDictionary<string, FunctionEntry> entries = new(StringComparer.OrdinalIgnoreCase);

    public void Orchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> run) =>
        Add(name, "orchestrationTrigger", nameof(LambdaDispatch.Orchestrate), id => LambdaDispatch.Orchestrators[id] = run);

    public void Activity(string name, Func<JsonElement, Task<object?>> run) =>
        Add(name, "activityTrigger", nameof(LambdaDispatch.Act), id => LambdaDispatch.Activities[id] = run);

    public async Task<WorkerLink> ReadyAsync(CancellationToken cancellation) => (await LambdaWorker.SharedAsync()).Link;

    public FunctionEntry? Function(string name) => entries.GetValueOrDefault(name);

    /// <summary>Takes the place of a function of that name, as newly deployed code does.</summary>
    private void Add(string name, string trigger, string method, Action<string> register)
    {
        string id = Guid.NewGuid().ToString("N");
        register(id);
        var metadata = new RpcFunctionMetadata
        {
            FunctionId = id,
            Name = name,
            ScriptFile = typeof(LambdaDispatch).Assembly.GetName().Name + ".dll",
            EntryPoint = $"{typeof(LambdaDispatch).FullName}.{method}",
            Language = "dotnet-isolated",
        };
        string parameter = trigger == "orchestrationTrigger" ? "context" : "input";
        metadata.RawBindings.Add(
            JsonSerializer.Serialize(
                new
                {
                    name = parameter,
                    type = trigger,
                    direction = "In",
                }
            )
        );
        metadata.Bindings[parameter] = new BindingInfo { Type = trigger };
        var entry = new FunctionEntry(metadata);
        Task.Run(async () => await (await ReadyAsync(default)).LoadAsync(entry, default)).GetAwaiter().GetResult();
        entries[name] = entry;
    }
}

/// <summary>What the worker calls: the one entry point of every orchestrator, and that of every activity.</summary>
public static class LambdaDispatch
{
    internal static ConcurrentDictionary<string, Func<TaskOrchestrationContext, Task<object?>>> Orchestrators { get; } = new();

    internal static ConcurrentDictionary<string, Func<JsonElement, Task<object?>>> Activities { get; } = new();

    public static Task<object?> Orchestrate([OrchestrationTrigger] TaskOrchestrationContext context, FunctionContext function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Orchestrators[function.FunctionDefinition.Id](context);
    }

    public static Task<object?> Act([ActivityTrigger] JsonElement input, FunctionContext function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Activities[function.FunctionDefinition.Id](input);
    }
}
