using Microsoft.DurableTask.Client;

namespace ACip.Tests.Platform.Durable;

public abstract class External_events(IEngineSource engines, bool wholeHistories) : EngineSpec(engines, wholeHistories)
{
    [Fact]
    public async Task Those_that_come_early_are_kept_in_order()
    {
        Orchestrator(
            "Late",
            async context =>
            {
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return await context.WaitForExternalEvent<int>("n")
                    + ","
                    + await context.WaitForExternalEvent<int>("n")
                    + ","
                    + await context.WaitForExternalEvent<int>("n");
            }
        );
        string id = await BeginAsync("Late");
        foreach (int n in new[] { 1, 2, 3 })
        {
            await RaiseAsync(id, "n", n);
        }

        await PassAsync(TimeSpan.FromHours(1));

        Assert.Equal("1,2,3", await ResultAsync<string>(id));
    }

    [Fact]
    public async Task Names_are_compared_without_case()
    {
        Orchestrator("Listen", async context => await context.WaitForExternalEvent<string>("Answered"));
        string id = await BeginAsync("Listen");

        await RaiseAsync(id, "aNSWERED", "yes");

        Assert.Equal("yes", await ResultAsync<string>(id));
    }

    [Fact]
    public async Task Of_two_waiters_the_newest_is_served_first()
    {
        Orchestrator(
            "Two",
            async context =>
            {
                Task<string> older = context.WaitForExternalEvent<string>("word");
                Task<string> newer = context.WaitForExternalEvent<string>("word");
                return $"newer {await newer}, older {await older}";
            }
        );
        string id = await BeginAsync("Two");

        await RaiseAsync(id, "word", "first");
        await RaiseAsync(id, "word", "second");

        Assert.Equal("newer first, older second", await ResultAsync<string>(id));
    }

    [Fact]
    public async Task A_cancelled_waiter_is_passed_over()
    {
        Orchestrator(
            "Cancel",
            async context =>
            {
                Task<string> kept = context.WaitForExternalEvent<string>("word");
                using var stop = new CancellationTokenSource();
                Task<string> dropped = context.WaitForExternalEvent<string>("word", stop.Token);
                stop.Cancel();
                return $"{dropped.IsCanceled} {await kept}";
            }
        );
        string id = await BeginAsync("Cancel");

        await RaiseAsync(id, "word", "heard");

        Assert.Equal("True heard", await ResultAsync<string>(id));
    }

    [Fact]
    public async Task A_wait_with_a_time_limit_throws_TaskCanceledException()
    {
        Orchestrator(
            "Impatient",
            async context =>
            {
                try
                {
                    return await context.WaitForExternalEvent<string>("word", TimeSpan.FromDays(3));
                }
                catch (TaskCanceledException)
                {
                    return context.CurrentUtcDateTime;
                }
            }
        );
        string id = await BeginAsync("Impatient");

        await PassAsync(TimeSpan.FromDays(4));

        Assert.Equal(Start.AddDays(3).UtcDateTime, await ResultAsync<DateTime>(id));
    }

    [Fact]
    public async Task A_wait_that_is_answered_in_time_leaves_no_alarm()
    {
        Orchestrator("Patient", async context => await context.WaitForExternalEvent<string>("word", TimeSpan.FromDays(3)));
        string id = await BeginAsync("Patient");

        await RaiseAsync(id, "word", "in time");

        Assert.Equal("in time", await ResultAsync<string>(id));
        await NothingIsAlarmedAsync();
    }

    [Fact]
    public async Task One_orchestration_sends_another_an_event()
    {
        Orchestrator("Listen", async context => await context.WaitForExternalEvent<string>("word"));
        Orchestrator(
            "Speak",
            context =>
            {
                context.SendEvent(context.GetInput<string>()!, "word", "psst");
                return Task.CompletedTask;
            }
        );
        string listener = await BeginAsync("Listen");

        await ResultAsync<object>(await BeginAsync("Speak", listener));

        Assert.Equal("psst", await ResultAsync<string>(listener));
    }

    [Fact]
    public async Task To_an_unknown_id_nothing_happens_and_nothing_is_said()
    {
        await Client.RaiseEventAsync("nobody", "word", 1);

        Assert.Null(await Client.GetInstanceAsync("nobody"));
    }

    [Fact]
    public async Task For_a_finished_instance_they_do_not_reach_the_next_one_under_its_id()
    {
        Orchestrator("Listen", async context => await context.WaitForExternalEvent<string>("word"));
        await BeginAsync("Listen", id: "again");
        await RaiseAsync("again", "word", "one");
        await ResultAsync<string>("again");
        await RaiseAsync("again", "word", "between");

        await BeginAsync("Listen", id: "again");
        await RestartEngineAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await StandingAsync("again")).RuntimeStatus);
        await RaiseAsync("again", "word", "two");

        Assert.Equal("two", await ResultAsync<string>("again"));
    }

    [Fact]
    public async Task A_payload_of_another_shape_fails_the_instance()
    {
        Orchestrator("Listen", async context => await context.WaitForExternalEvent<int>("n"));
        string id = await BeginAsync("Listen");

        await RaiseAsync(id, "n", "word");

        OrchestrationMetadata end = await EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("could not be converted", end.SerializedOutput!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_one_name_with_two_types_is_refused()
    {
        Orchestrator(
            "Confused",
            context =>
            {
                _ = context.WaitForExternalEvent<int>("n");
                return context.WaitForExternalEvent<string>("n");
            }
        );

        OrchestrationMetadata end = await EndAsync(await BeginAsync("Confused"));

        Assert.Contains("must have the same type", end.SerializedOutput!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_at_once_are_all_heard()
    {
        Orchestrator(
            "Count",
            async context =>
            {
                int sum = 0;
                for (int i = 0; i < 250; i++)
                {
                    sum += await context.WaitForExternalEvent<int>("n");
                }

                return sum;
            }
        );
        string id = await BeginAsync("Count");

        await Task.WhenAll(Enumerable.Range(0, 250).Select(n => Client.RaiseEventAsync(id, "n", n)));

        Assert.Equal(250 * 249 / 2, await ResultAsync<int>(id));
    }

    [Collection(WithAzurite.Name)]
    public sealed class In_sessions(AzuriteFixture azurite) : External_events(azurite, wholeHistories: false);

    [Trait("Category", "Campaign")]
    [Collection(WithAzurite.Name)]
    public sealed class With_whole_histories(AzuriteFixture azurite) : External_events(azurite, wholeHistories: true);
}
