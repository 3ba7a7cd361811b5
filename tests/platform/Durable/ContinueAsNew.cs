using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Platform.Durable;

public abstract class Continue_as_new(IEngineSource engines, bool wholeHistories) : EngineSpec(engines, wholeHistories)
{
    [Fact]
    public async Task Unprocessed_events_are_carried_over_in_order()
    {
        Orchestrator(
            "Rounds",
            async context =>
            {
                (int round, string heard) = context.GetInput<Round>()!;
                if (round == 0)
                {
                    await context.WaitForExternalEvent<string>("go");
                }
                else
                {
                    heard += await context.WaitForExternalEvent<string>("word");
                }

                if (round < 3)
                {
                    context.ContinueAsNew(new Round(round + 1, heard));
                }

                return heard;
            }
        );
        string id = await BeginAsync("Rounds", new Round(0, ""));
        foreach (string word in new[] { "a", "b", "c" })
        {
            await RaiseAsync(id, "word", word);
        }

        await RaiseAsync(id, "go");

        Assert.Equal("abc", await ResultAsync<string>(id));
    }

    [Theory]
    [InlineData(130)]
    [InlineData(300)]
    public async Task More_events_than_a_transaction_holds_are_carried_over(int many)
    {
        Orchestrator(
            "Gather",
            async context =>
            {
                if (context.GetInput<int>() == 0)
                {
                    await context.WaitForExternalEvent<string>("go");
                    context.ContinueAsNew(1);
                    return "";
                }

                var heard = new List<int>();
                while (heard.Count < many)
                {
                    heard.Add(await context.WaitForExternalEvent<int>("n"));
                }

                return string.Join(',', heard);
            }
        );
        string id = await BeginAsync("Gather", 0);
        for (int n = 0; n < many; n++)
        {
            await Client.RaiseEventAsync(id, "n", n);
        }

        await QuietAsync();
        await RestartEngineAsync();
        await RaiseAsync(id, "go");

        IEnumerable<int> heard = (await ResultAsync<string>(id))!.Split(',').Select(int.Parse);
        Assert.Equal(Enumerable.Range(0, many), Traits.ShufflesManyEvents ? heard.Order() : heard);
    }

    [Fact]
    public async Task Unprocessed_events_are_dropped_if_asked_for()
    {
        Orchestrator(
            "Forget",
            async context =>
            {
                if (context.GetInput<int>() == 0)
                {
                    await context.WaitForExternalEvent<string>("go");
                    context.ContinueAsNew(1, preserveUnprocessedEvents: false);
                    return "";
                }

                return await context.WaitForExternalEvent<string>("word");
            }
        );
        string id = await BeginAsync("Forget", 0);
        await RaiseAsync(id, "word", "old");
        await RaiseAsync(id, "go");
        await RestartEngineAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await StandingAsync(id)).RuntimeStatus);
        await RaiseAsync(id, "word", "new");

        Assert.Equal("new", await ResultAsync<string>(id));
    }

    [Fact]
    public async Task A_long_history_is_left_behind()
    {
        Activity("Step", (int n) => n);
        Orchestrator(
            "Long",
            async context =>
            {
                int round = context.GetInput<int>();
                if (round == 0)
                {
                    for (int i = 0; i < 130; i++)
                    {
                        await context.CallActivityAsync<int>("Step", i);
                    }

                    context.ContinueAsNew(1);
                }
                else
                {
                    await context.WaitForExternalEvent<string>("end");
                }

                return round;
            }
        );
        string id = await BeginAsync("Long", 0);
        await RestartEngineAsync();

        await RaiseAsync(id, "end");

        Assert.Equal(1, await ResultAsync<int>(id));
    }

    [Fact]
    public async Task An_open_timer_keeps_the_old_execution_until_it_has_gone_off()
    {
        Orchestrator(
            "Twice",
            async context =>
            {
                _ = context.CreateTimer(TimeSpan.FromHours(context.GetInput<int>() == 0 ? 1 : 5), CancellationToken.None);
                if (context.GetInput<int>() == 0)
                {
                    await context.WaitForExternalEvent<string>("go");
                    context.ContinueAsNew(1);
                    return "";
                }

                await Assert.ThrowsAsync<TaskCanceledException>(() => context.WaitForExternalEvent<string>("never", TimeSpan.FromDays(1)));
                return context.CurrentUtcDateTime.ToString("dd HH", System.Globalization.CultureInfo.InvariantCulture);
            }
        );
        string id = await BeginAsync("Twice", 0);
        await RaiseAsync(id, "go");

        await PassAsync(TimeSpan.FromDays(2));

        Assert.Equal("06 09", await ResultAsync<string>(id));
    }

    [Fact]
    public async Task The_new_generation_may_have_a_new_version()
    {
        Orchestrator(
            "Grow",
            async context =>
            {
                await Task.CompletedTask;
                if (context.CompareVersionTo("2.0") < 0)
                {
                    context.ContinueAsNew(new ContinueAsNewOptions { NewInput = context.Version, NewVersion = "2.0" });
                }

                return $"{context.GetInput<string>()} then {context.Version}";
            }
        );
        string id = await Client.ScheduleNewOrchestrationInstanceAsync("Grow", null, new StartOrchestrationOptions { Version = "1.5" });

        Assert.Equal("1.5 then 2.0", await ResultAsync<string>(id));
    }

    [Fact]
    public async Task Events_that_arrive_meanwhile_are_never_lost()
    {
        Activity(
            "Pause",
            async (int n) =>
            {
                await Task.Delay(1);
                return n;
            }
        );
        Orchestrator(
            "Loop",
            async context =>
            {
                (int heard, int sum) = context.GetInput<Sum>()!;
                int n = await context.WaitForExternalEvent<int>("n");
                await context.CallActivityAsync<int>("Pause", n);
                if (heard + 1 < 40)
                {
                    context.ContinueAsNew(new Sum(heard + 1, sum + n));
                }

                return sum + n;
            }
        );
        string id = await BeginAsync("Loop", new Sum(0, 0));

        for (int n = 1; n <= 40; n++)
        {
            await Client.RaiseEventAsync(id, "n", n);
        }

        Assert.Equal(820, await ResultAsync<int>(id));
    }

    private sealed record Round(int Number, string Heard);

    private sealed record Sum(int Heard, int Total);

    [Collection(WithAzurite.Name)]
    public sealed class In_sessions(AzuriteFixture azurite) : Continue_as_new(azurite, wholeHistories: false);

    [Collection(WithAzurite.Name)]
    public sealed class With_whole_histories(AzuriteFixture azurite) : Continue_as_new(azurite, wholeHistories: true);
}
