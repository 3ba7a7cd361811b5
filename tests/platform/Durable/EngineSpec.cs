using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ACip.Local.Clock;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FunctionsSimulator.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Platform.Durable;

/// <summary>An engine on a hub of its own, with a clock that stands still. Tests see only the public client and context.</summary>
[SuppressMessage("Design", "CA1001", Justification = "xunit ends it by DisposeAsync.")]
public abstract class EngineSpec(IEngineSource engines, bool wholeHistories) : IAsyncLifetime
{
    protected static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    /// <summary>As the SDK writes what orchestrators pass.</summary>
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true, PropertyNameCaseInsensitive = true };

    private IEngineUnderTest? engine;

    /// <summary>The clock is the wall clock's, and nothing moves it.</summary>
    protected virtual bool RealTime => false;

    protected Busy Busy { get; } = new();

    protected VirtualClock Clock => field ??= RealTime ? new VirtualClock(Busy) : new VirtualClock(Busy, Start, standsStill: true);

    protected DurableOptions Options { get; } = new() { HubName = "T" + Guid.NewGuid().ToString("N"), WholeHistories = wholeHistories };

    protected TableServiceClient Tables { get; } = new(engines.ConnectionString);

    protected BlobServiceClient Blobs { get; } = new(engines.ConnectionString);

    protected EngineTraits Traits => engines.Traits;

    protected DurableTaskClient Client => engine!.Client;

    public async Task InitializeAsync()
    {
        engine = engines.Create(Options, Clock, Busy);
        await StartEngineAsync();
    }

    public virtual async Task DisposeAsync()
    {
        await engine!.StopAsync();
        await engine.DisposeAsync();
        Clock.Dispose();
    }

    protected void Orchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> run) => engine!.Orchestrator(name, run);

    protected void Orchestrator(string name, Func<TaskOrchestrationContext, Task> run) =>
        engine!.Orchestrator(
            name,
            async context =>
            {
                await run(context);
                return null;
            }
        );

    protected void Activity<TInput, TOutput>(string name, Func<TInput, TOutput> run) =>
        Activity<TInput, TOutput>(name, input => Task.FromResult(run(input)));

    protected void Activity<TInput, TOutput>(string name, Func<TInput, Task<TOutput>> run) =>
        engine!.Activity(name, async input => await run(input.Deserialize<TInput>(Json)!));

    protected async Task<string> BeginAsync(string orchestrator, object? input = null, string? id = null)
    {
        string instance = await Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id));
        await QuietAsync();
        return instance;
    }

    /// <summary>Moves the clock and returns when everything that this set off has ended.</summary>
    protected Task PassAsync(TimeSpan time) => Clock.AdvanceAsync(time).WaitAsync(engines.Timeout);

    protected Task QuietAsync() => Busy.QuietAsync().WaitAsync(engines.Timeout);

    protected async Task RaiseAsync(string instance, string name, object? payload = null)
    {
        await Client.RaiseEventAsync(instance, name, payload);
        await QuietAsync();
    }

    /// <summary>Returns when it is suspended: Microsoft's engine may take a message that is sent at once after it before it.</summary>
    protected async Task SuspendAsync(string instance)
    {
        await Client.SuspendInstanceAsync(instance);
        await QuietAsync();
    }

    /// <summary>Returns when it is terminated, for the same reason.</summary>
    protected async Task TerminateAsync(string instance, TerminateInstanceOptions options)
    {
        await Client.TerminateInstanceAsync(instance, options);
        await QuietAsync();
    }

    /// <summary>No timer is left that would wake anybody.</summary>
    protected async Task NothingIsAlarmedAsync()
    {
        if (Traits.LeavesCancelledTimers)
        {
            await PassAsync(TimeSpan.FromDays(30));
        }

        Assert.Null(Clock.NextAlarm);
    }

    protected async Task<OrchestrationMetadata> EndAsync(string instance) =>
        await Client.WaitForInstanceCompletionAsync(instance, getInputsAndOutputs: true).WaitAsync(engines.Timeout);

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

    protected async Task<T?> RunAsync<T>(string orchestrator, object? input = null) =>
        await ResultAsync<T>(await BeginAsync(orchestrator, input));

    protected static async Task<List<OrchestrationMetadata>> AllAsync(IAsyncEnumerable<OrchestrationMetadata> instances) =>
        await instances.ToListAsync();

    /// <summary>Stops the engine and starts another on what is stored.</summary>
    protected async Task RestartEngineAsync()
    {
        await StopEngineAsync();
        await StartEngineAsync();
        await QuietAsync();
    }

    protected Task StopEngineAsync() => engine!.StopAsync();

    /// <summary>Lets nothing end that is under way.</summary>
    protected Task AbandonEngineAsync() => engine!.AbandonAsync();

    protected Task StartEngineAsync() => engine!.StartAsync();
}
