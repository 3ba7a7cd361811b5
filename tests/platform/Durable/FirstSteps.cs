using Microsoft.DurableTask.Client;

namespace ACip.Tests.Platform.Durable;

public abstract class First_steps(IEngineSource engines, bool wholeHistories) : EngineSpec(engines, wholeHistories)
{
    [Fact]
    public async Task An_activity_gets_its_input_and_gives_its_output()
    {
        Activity("Double", (int n) => n * 2);
        Orchestrator(
            "Sum",
            async context =>
                await context.CallActivityAsync<int>("Double", context.GetInput<int>()) + await context.CallActivityAsync<int>("double", 4)
        );

        Assert.Equal(14, await RunAsync<int>("Sum", 3));
    }

    [Fact]
    public async Task A_timer_waits_for_its_time()
    {
        Orchestrator(
            "Sleep",
            async context =>
            {
                await context.CreateTimer(TimeSpan.FromDays(20), CancellationToken.None);
                return context.CurrentUtcDateTime;
            }
        );
        string id = await BeginAsync("Sleep");

        await PassAsync(TimeSpan.FromDays(19));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await StandingAsync(id)).RuntimeStatus);
        await PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(Start.AddDays(20).UtcDateTime, await ResultAsync<DateTime>(id));
    }

    [Fact]
    public async Task An_external_event_wakes_its_waiter()
    {
        Orchestrator("Listen", async context => await context.WaitForExternalEvent<string>("word"));
        string id = await BeginAsync("Listen");

        await RaiseAsync(id, "WORD", "hello");

        Assert.Equal("hello", await ResultAsync<string>(id));
    }

    [Fact]
    public async Task A_sub_orchestration_answers_its_parent()
    {
        Orchestrator("Parent", async context => await context.CallSubOrchestratorAsync<string>("Child", "x"));
        Orchestrator("Child", context => Task.FromResult<object?>($"{context.GetInput<string>()} from {context.Parent!.Name}"));

        Assert.Equal("x from Parent", await RunAsync<string>("Parent"));
    }

    [Fact]
    public async Task An_instance_continues_as_new_with_its_new_input()
    {
        Orchestrator(
            "Count",
            context =>
            {
                int n = context.GetInput<int>();
                if (n < 5)
                {
                    context.ContinueAsNew(n + 1);
                }

                return Task.FromResult<object?>(n);
            }
        );

        Assert.Equal(5, await RunAsync<int>("Count", 0));
    }

    [Fact]
    public async Task Another_engine_on_the_same_storage_goes_on_where_the_first_stopped()
    {
        int calls = 0;
        Activity("Step", (string name) => $"{name}{++calls}");
        Orchestrator(
            "Story",
            async context =>
            {
                string first = await context.CallActivityAsync<string>("Step", "a");
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                string word = await context.WaitForExternalEvent<string>("word");
                return first + word + await context.CallActivityAsync<string>("Step", "b");
            }
        );
        string id = await BeginAsync("Story");

        await RestartEngineAsync();
        await RaiseAsync(id, "word", "-early-");
        await RestartEngineAsync();
        await PassAsync(TimeSpan.FromHours(1));

        Assert.Equal("a1-early-b2", await ResultAsync<string>(id));
    }

    [Collection(WithAzurite.Name)]
    public sealed class In_sessions(AzuriteFixture azurite) : First_steps(azurite, wholeHistories: false);

    [Trait("Category", "Campaign")]
    [Collection(WithAzurite.Name)]
    public sealed class With_whole_histories(AzuriteFixture azurite) : First_steps(azurite, wholeHistories: true);
}
