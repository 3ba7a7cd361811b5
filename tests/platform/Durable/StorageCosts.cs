using System.Diagnostics.CodeAnalysis;
using ACip.Local.Clock;
using ACip.Local.Faults;
using DurableTask.Core.Exceptions;
using FunctionsSimulator.Durable;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Platform.Durable;

/// <summary>What the engine asks of storage, counted call by call.</summary>
[Collection(WithAzurite.Name)]
[SuppressMessage("Design", "CA1001", Justification = "xunit ends it by DisposeAsync.")]
public sealed class StorageCosts(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Busy busy = new();
    private readonly TaskCompletionSource slow = new(TaskCreationOptions.RunContinuationsAsynchronously),
        entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private VirtualClock? clock;
    private StorageProxy? proxy;
    private EngineAtWork? engine;

    public async Task InitializeAsync()
    {
        clock = new VirtualClock(busy, new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero), standsStill: true);
        proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        engine = EngineAtWork.Create(new DurableOptions { HubName = "C" + Guid.NewGuid().ToString("N") }, clock, busy);
        engine.Functions.Activity("Echo", input => Task.FromResult<object?>(input));
        engine.Functions.Orchestrator("One", async context => await context.CallActivityAsync<int>("Echo", 1));
        engine.Functions.Activity(
            "TakeLong",
            async _ =>
            {
                entered.TrySetResult();
                await slow.Task;
                return 1;
            }
        );
        engine.Functions.Orchestrator("Slow", async context => await context.CallActivityAsync<int>("TakeLong", 1));
        engine.Functions.Orchestrator(
            "SlowThenWait",
            async context =>
            {
                await context.CallActivityAsync<int>("TakeLong", 1);
                return await context.WaitForExternalEvent<string>("word");
            }
        );
        engine.Functions.Orchestrator("Wait", async context => await context.WaitForExternalEvent<string>("word"));
        engine.Functions.Orchestrator(
            "Alarm",
            async context =>
            {
                await context.CreateTimer(context.CurrentUtcDateTime.AddDays(2), CancellationToken.None);
                return null;
            }
        );
        engine.Functions.Orchestrator(
            "Round",
            async context =>
            {
                await context.CreateTimer(context.CurrentUtcDateTime.AddDays(2), CancellationToken.None);
                context.ContinueAsNew();
                return null;
            }
        );
        await engine.StartAsync(proxy.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await engine!.StopAsync();
        await engine.DisposeAsync();
        await proxy!.DisposeAsync();
        clock!.Dispose();
    }

    [Fact]
    public async Task An_orchestration_whose_one_activity_is_quick_takes_one_transaction()
    {
        await BeginAsync("One", 1);

        Assert.Equal(1, proxy!.Calls);
        Assert.Equal(1, proxy.CallsByOperation["Table POST $batch"]);
    }

    [Fact]
    public async Task A_start_does_not_wait_for_an_activity_that_takes_long()
    {
        proxy!.ResetCounts();

        string id = await engine!.Client.ScheduleNewOrchestrationInstanceAsync("Slow").WaitAsync(Patience);

        Assert.Equal(1, proxy.Calls);
        Assert.Equal("Running", (await engine.Client.GetInstanceAsync(id))!.RuntimeStatus.ToString());
        slow.SetResult();
        await busy.QuietAsync().WaitAsync(Patience);
        Assert.Equal(2, proxy.Calls);
        Assert.Equal("Completed", (await engine.Client.GetInstanceAsync(id))!.RuntimeStatus.ToString());
    }

    [Fact]
    public async Task An_event_for_an_instance_that_is_not_stored_yet_is_stored_after_it()
    {
        Task<string> begun = engine!.Client.ScheduleNewOrchestrationInstanceAsync("SlowThenWait", new StartOrchestrationOptions("early"));
        await entered.Task.WaitAsync(Patience);

        await engine.Client.RaiseEventAsync("early", "word", "w").WaitAsync(Patience);

        Assert.True(proxy!.CallsByOperation["Table POST $batch"] >= 1, "the event was stored before its instance");
        slow.SetResult();
        await begun.WaitAsync(Patience);
        await busy.QuietAsync().WaitAsync(Patience);
        Assert.Equal("w", (await engine.Client.GetInstanceAsync("early", getInputsAndOutputs: true))!.ReadOutputAs<string>());
    }

    /// <remarks>Long, for the storage client and the engine each try again for a while.</remarks>
    [Fact]
    [Trait("Category", "Campaign")]
    public async Task A_start_that_storage_does_not_take_is_refused_and_may_be_made_again()
    {
        proxy!.Plan = new FaultPlan(1, 1) { Always = StorageFault.ServerError };
        await Assert.ThrowsAsync<RpcException>(() =>
            engine!.Client.ScheduleNewOrchestrationInstanceAsync("One", new StartOrchestrationOptions("again"))
        );
        proxy.Plan = null;
        Assert.Null(await engine!.Client.GetInstanceAsync("again"));

        await engine.Client.ScheduleNewOrchestrationInstanceAsync("One", new StartOrchestrationOptions("again")).WaitAsync(Patience);

        OrchestrationMetadata end = await engine.Client.WaitForInstanceCompletionAsync("again").WaitAsync(Patience);
        Assert.Equal("Completed", end.RuntimeStatus.ToString());
    }

    [Fact]
    public async Task Of_two_starts_at_once_with_one_id_the_second_is_refused()
    {
        Task<string> first = engine!.Client.ScheduleNewOrchestrationInstanceAsync("Slow", new StartOrchestrationOptions("one-id"));
        await entered.Task.WaitAsync(Patience);

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() =>
            engine.Client.ScheduleNewOrchestrationInstanceAsync("Slow", new StartOrchestrationOptions("one-id")).WaitAsync(Patience)
        );

        slow.SetResult();
        await first.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_year_of_waiting_costs_no_call()
    {
        await BeginAsync("Wait", 50);

        await clock!.AdvanceAsync(TimeSpan.FromDays(365)).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(0, proxy!.Calls);
    }

    [Fact]
    public async Task An_alarm_costs_the_one_transaction_of_its_turn()
    {
        await BeginAsync("Alarm", 1);
        proxy!.ResetCounts();

        await clock!.AdvanceAsync(TimeSpan.FromDays(365)).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(["Table POST $batch"], proxy.CallsByOperation.Keys);
        Assert.Equal(1, proxy.Calls);
    }

    [Fact]
    public async Task Continuing_as_new_is_stored_with_the_first_turn_of_what_follows()
    {
        string id = await BeginAsync("Round", 1);
        proxy!.ResetCounts();

        await clock!.AdvanceAsync(TimeSpan.FromDays(7)).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(3, proxy.Calls);
        await engine!.Client.TerminateInstanceAsync(id);
    }

    [Fact]
    public async Task An_event_is_stored_once_and_read_in_the_transaction_of_its_turn()
    {
        string id = await BeginAsync("Wait", 1);

        await engine!.Client.RaiseEventAsync(id, "word", "w");
        await busy.QuietAsync();

        Assert.Equal(2, proxy!.Calls);
    }

    /// <returns>The last one's id; counting begins where they wait, or with the first of those that do not.</returns>
    private async Task<string> BeginAsync(string orchestrator, int many)
    {
        proxy!.ResetCounts();
        string id = "";
        for (int i = 0; i < many; i++)
        {
            id = await engine!.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator);
        }

        await busy.QuietAsync();
        if (orchestrator == "Wait")
        {
            proxy.ResetCounts();
        }

        return id;
    }
}
