using System.Diagnostics.CodeAnalysis;
using ACip.Local.Clock;
using ACip.Local.Durable;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace ACip.Tests.Platform.Durable;

/// <summary>An engine on a hub of its own, with a clock that stands still. Tests see only the public client and context.</summary>
[SuppressMessage("Design", "CA1001", Justification = "xunit ends it by DisposeAsync.")]
public abstract class EngineSpec(AzuriteFixture azurite, bool replayFromScratch) : IAsyncLifetime
{
    protected static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private DurableEngine? engine;

    protected Busy Busy { get; } = new();

    protected DurableFunctions Functions { get; } = new();

    protected VirtualClock Clock => field ??= new VirtualClock(Busy, Start, standsStill: true);

    protected DurableOptions Options { get; } = new() { HubName = "T" + Guid.NewGuid().ToString("N"), ReplayFromScratch = replayFromScratch };

    protected TableServiceClient Tables { get; } = new(azurite.ConnectionString);

    protected BlobServiceClient Blobs { get; } = new(azurite.ConnectionString);

    protected DurableTaskClient Client => engine!.Client;

    public async Task InitializeAsync() => await StartEngineAsync();

    public virtual async Task DisposeAsync()
    {
        await engine!.DisposeAsync();
        Clock.Dispose();
    }

    protected void Orchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> run) => Functions.Orchestrators[name] = new OrchestratorFunction(run);

    protected void Orchestrator(string name, Func<TaskOrchestrationContext, Task> run) =>
        Functions.Orchestrators[name] = async context =>
        {
            await run(context);
            return null;
        };

    protected void Activity<TInput, TOutput>(string name, Func<TInput, TOutput> run) => Activity<TInput, TOutput>(name, input => Task.FromResult(run(input)));

    protected void Activity<TInput, TOutput>(string name, Func<TInput, Task<TOutput>> run) =>
        Functions.Activities[name] = async (input, _, _) => await run(Options.DataConverter.Deserialize<TInput>(input)!);

    protected async Task<string> BeginAsync(string orchestrator, object? input = null, string? id = null)
    {
        string instance = await Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id));
        await QuietAsync();
        return instance;
    }

    /// <summary>Moves the clock and returns when everything that this set off has ended.</summary>
    protected Task PassAsync(TimeSpan time) => Clock.AdvanceAsync(time).WaitAsync(Patience);

    protected Task QuietAsync() => Busy.QuietAsync().WaitAsync(Patience);

    protected async Task RaiseAsync(string instance, string name, object? payload = null)
    {
        await Client.RaiseEventAsync(instance, name, payload);
        await QuietAsync();
    }

    protected async Task<OrchestrationMetadata> EndAsync(string instance) =>
        await Client.WaitForInstanceCompletionAsync(instance, getInputsAndOutputs: true).WaitAsync(Patience);

    protected async Task<OrchestrationMetadata> StandingAsync(string instance)
    {
        await QuietAsync();
        return (await Client.GetInstanceAsync(instance, getInputsAndOutputs: true))!;
    }

    /// <returns>The output; the test fails if the instance has not completed.</returns>
    protected async Task<T?> ResultAsync<T>(string instance)
    {
        OrchestrationMetadata end = await EndAsync(instance);
        Assert.True(end.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"{end.RuntimeStatus}: {end.SerializedOutput}");
        return end.ReadOutputAs<T>();
    }

    protected async Task<T?> RunAsync<T>(string orchestrator, object? input = null) => await ResultAsync<T>(await BeginAsync(orchestrator, input));

    protected static async Task<List<OrchestrationMetadata>> AllAsync(IAsyncEnumerable<OrchestrationMetadata> instances) => await instances.ToListAsync();

    /// <summary>Stops the engine and starts another on what is stored.</summary>
    protected async Task RestartEngineAsync()
    {
        await StopEngineAsync();
        await StartEngineAsync();
        await QuietAsync();
    }

    protected async Task StopEngineAsync() => await engine!.DisposeAsync();

    /// <summary>Lets nothing end that is under way.</summary>
    protected Task AbandonEngineAsync() => engine!.StopAsync(new CancellationToken(canceled: true));

    protected async Task StartEngineAsync()
    {
        engine = new DurableEngine(Options, Functions, Tables, Blobs, Clock, Busy, NullLoggerFactory.Instance);
        await engine.StartAsync(CancellationToken.None);
    }
}
