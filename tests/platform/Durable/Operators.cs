using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Platform.Durable;

public abstract class Operators(IEngineSource engines, bool wholeHistories) : EngineSpec(engines, wholeHistories)
{
    [Fact]
    public async Task A_suspended_instance_hears_nothing_until_it_is_resumed()
    {
        Orchestrator("Listen", async context => await context.WaitForExternalEvent<string>("word"));
        string id = await BeginAsync("Listen");
        await SuspendAsync(id);

        await RaiseAsync(id, "word", "hello");
        await RestartEngineAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await StandingAsync(id)).RuntimeStatus);
        await Client.ResumeInstanceAsync(id);

        Assert.Equal("hello", await ResultAsync<string>(id));
    }

    [Fact]
    public async Task A_timer_that_went_off_meanwhile_is_taken_up_on_resuming()
    {
        Orchestrator(
            "Sleep",
            async context =>
            {
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return context.CurrentUtcDateTime;
            }
        );
        string id = await BeginAsync("Sleep");
        await SuspendAsync(id);

        await PassAsync(TimeSpan.FromHours(3));
        await Client.ResumeInstanceAsync(id);

        Assert.Equal(Start.AddHours(3).UtcDateTime, await ResultAsync<DateTime>(id));
    }

    [Fact]
    public async Task A_terminated_instance_keeps_the_given_output_and_hears_nothing_more()
    {
        Orchestrator("Listen", async context => await context.WaitForExternalEvent<string>("word"));
        string id = await BeginAsync("Listen");

        await TerminateAsync(id, new TerminateInstanceOptions("no longer needed"));
        await RaiseAsync(id, "word", "hello");

        OrchestrationMetadata end = await EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, end.RuntimeStatus);
        Assert.Equal("no longer needed", end.ReadOutputAs<string>());
        await NothingIsAlarmedAsync();
    }

    [Fact]
    public async Task Terminating_recursively_leaves_the_children_running()
    {
        Orchestrator("Child", context => context.WaitForExternalEvent<string>("never"));
        Orchestrator(
            "Parent",
            context => context.CallSubOrchestratorAsync("Child", null, new SubOrchestrationOptions { InstanceId = "left-child" })
        );
        string id = await BeginAsync("Parent");

        await TerminateAsync(id, new TerminateInstanceOptions(Recursive: true));

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await EndAsync(id)).RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await StandingAsync("left-child")).RuntimeStatus);
    }

    [Fact]
    public async Task What_the_state_does_not_allow_changes_nothing_and_is_silent()
    {
        Orchestrator("Quick", context => Task.CompletedTask);
        string id = await BeginAsync("Quick");
        await EndAsync(id);

        await Client.SuspendInstanceAsync(id);
        await Client.ResumeInstanceAsync(id);
        await Client.TerminateInstanceAsync(id);
        await Client.SuspendInstanceAsync("nobody");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await StandingAsync(id)).RuntimeStatus);
        Assert.Null(await Client.GetInstanceAsync("nobody"));
    }

    [Fact]
    public async Task A_purged_instance_is_gone_for_good()
    {
        Orchestrator("Echo", context => Task.FromResult<object?>(context.GetInput<string>()));
        string id = await BeginAsync("Echo", new string('x', 300_000));
        await EndAsync(id);

        Assert.Equal(1, (await Client.PurgeInstanceAsync(id)).PurgedInstanceCount);
        Assert.Null(await Client.GetInstanceAsync(id));
        await RestartEngineAsync();

        Assert.Null(await Client.GetInstanceAsync(id));
        Assert.Equal(0, (await Client.PurgeInstanceAsync(id)).PurgedInstanceCount);
    }

    [Fact]
    public async Task A_running_instance_is_purged_like_any_other_and_wakes_no_more()
    {
        int done = 0;
        Activity("Count", (string _) => ++done);
        Orchestrator(
            "Sleep",
            async context =>
            {
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                await context.CallActivityAsync("Count", "x");
            }
        );
        string id = await BeginAsync("Sleep");

        Assert.Equal(1, (await Client.PurgeInstanceAsync(id)).PurgedInstanceCount);
        Assert.Null(await Client.GetInstanceAsync(id));
        await RestartEngineAsync();
        await PassAsync(TimeSpan.FromDays(2));

        Assert.Null(await Client.GetInstanceAsync(id));
        Assert.Equal(0, done);
    }

    [Fact]
    public async Task Purging_by_filter_takes_what_is_finished_and_matches()
    {
        Orchestrator("Quick", context => Task.CompletedTask);
        Orchestrator("Listen", context => context.WaitForExternalEvent<string>("word"));
        await EndAsync(await BeginAsync("Quick"));
        await PassAsync(TimeSpan.FromDays(10));
        string later = await BeginAsync("Quick");
        await EndAsync(later);
        string running = await BeginAsync("Listen");

        PurgeResult purged = await Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedTo: Start.AddDays(5)));

        Assert.Equal(1, purged.PurgedInstanceCount);
        Assert.Equal(
            new HashSet<string> { later, running },
            (await AllAsync(Client.GetAllInstancesAsync())).Select(i => i.InstanceId).ToHashSet()
        );
    }

    [Fact]
    public async Task Restarting_runs_the_same_input_again_under_the_same_id_or_a_new_one()
    {
        int calls = 0;
        Activity("Count", (string word) => $"{word}{++calls}");
        Orchestrator("Call", async context => await context.CallActivityAsync<string>("Count", context.GetInput<string>()));
        string id = await BeginAsync("Call", "n");
        Assert.Equal("n1", await ResultAsync<string>(id));

        Assert.Equal(id, await Client.RestartAsync(id));
        await QuietAsync();
        Assert.Equal("n2", await ResultAsync<string>(id));
        string other = await Client.RestartAsync(id, restartWithNewInstanceId: true);

        Assert.NotEqual(id, other);
        Assert.Equal("n3", await ResultAsync<string>(other));
    }

    [Fact]
    public async Task Starting_an_id_that_is_running_throws()
    {
        Orchestrator("Listen", context => context.WaitForExternalEvent<string>("word"));
        await BeginAsync("Listen", id: "only-one");

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => BeginAsync("Listen", id: "only-one"));
    }

    [Fact]
    public async Task Of_many_that_start_one_id_at_once_one_succeeds()
    {
        Orchestrator("Listen", context => context.WaitForExternalEvent<string>("word"));

        bool[] started = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async _ =>
                {
                    try
                    {
                        await Client.ScheduleNewOrchestrationInstanceAsync("Listen", null, new StartOrchestrationOptions("contested"));
                        return true;
                    }
                    catch (OrchestrationAlreadyExistsException)
                    {
                        return false;
                    }
                })
        );

        Assert.InRange(started.Count(s => s), 1, Traits.TellsManyThatTheyStarted ? 20 : 1);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await StandingAsync("contested")).RuntimeStatus);
    }

    [Fact]
    public async Task Starting_an_id_that_has_finished_starts_anew()
    {
        Orchestrator("Echo", context => Task.FromResult<object?>(context.GetInput<int>()));
        Assert.Equal(1, await ResultAsync<int>(await BeginAsync("Echo", 1, "twice")));

        Assert.Equal(2, await ResultAsync<int>(await BeginAsync("Echo", 2, "twice")));
        await RestartEngineAsync();

        Assert.Equal(2, await ResultAsync<int>("twice"));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\u0001b")]
    [InlineData("@entity")]
    public async Task Ids_that_the_documentation_forbids_are_refused(string id)
    {
        Exception? refused = await Record.ExceptionAsync(() =>
            Client.ScheduleNewOrchestrationInstanceAsync("Any", null, new StartOrchestrationOptions(id))
        );

        Assert.Equal(Traits.TakesAnyId ? null : typeof(ArgumentException), refused?.GetType());
    }

    [Fact]
    public async Task An_id_has_at_most_100_characters()
    {
        Orchestrator("Quick", context => Task.CompletedTask);

        Exception? refused = await Record.ExceptionAsync(() => BeginAsync("Quick", id: new string('i', 101)));

        Assert.Equal(Traits.TakesAnyId ? null : typeof(ArgumentException), refused?.GetType());
        await EndAsync(await BeginAsync("Quick", id: new string('i', 100)));
    }

    [Collection(WithAzurite.Name)]
    public sealed class In_sessions(AzuriteFixture azurite) : Operators(azurite, wholeHistories: false);

    [Trait("Category", "Campaign")]
    [Collection(WithAzurite.Name)]
    public sealed class With_whole_histories(AzuriteFixture azurite) : Operators(azurite, wholeHistories: true);
}
