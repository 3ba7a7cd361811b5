using Microsoft.DurableTask.Client;

namespace ACip.Tests.Platform.Durable;

public abstract class Large_data(IEngineSource engines, bool wholeHistories) : EngineSpec(engines, wholeHistories)
{
    [Fact]
    public async Task Five_megabytes_pass_through_input_activity_event_status_and_output()
    {
        string large = string.Concat(Enumerable.Range(0, 500_000).Select(n => (char)('a' + (n % 26)) + "-234é67🌍")); // over 5 MB
        Activity("Echo", (string text) => text);
        Orchestrator(
            "Carry",
            async context =>
            {
                string text = await context.CallActivityAsync<string>("Echo", context.GetInput<string>());
                context.SetCustomStatus(text[..10_000]);
                return text == await context.WaitForExternalEvent<string>("text") ? text : "?";
            }
        );
        string id = await BeginAsync("Carry", large);

        await RestartEngineAsync();
        Assert.Equal(large[..10_000], (await StandingAsync(id)).ReadCustomStatusAs<string>());
        await RaiseAsync(id, "text", large);
        await RestartEngineAsync();

        Assert.Equal(large, await ResultAsync<string>(id));
    }

    [Fact]
    public async Task With_a_custom_status_of_over_64_KiB_no_instance_gets_further()
    {
        Orchestrator(
            "Tell",
            async context =>
            {
                context.SetCustomStatus(new string('x', 40_000));
                await context.WaitForExternalEvent<string>("go");
            }
        );
        string id = await Client.ScheduleNewOrchestrationInstanceAsync("Tell");

        if (Traits.HangsOnALargeStatus)
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
            Assert.Equal(OrchestrationRuntimeStatus.Pending, (await Client.GetInstanceAsync(id))!.RuntimeStatus);
        }
        else
        {
            OrchestrationMetadata end = await EndAsync(id);
            Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
            Assert.Contains("custom status", end.SerializedOutput!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(31_990)]
    [InlineData(32_000)]
    [InlineData(64_000)]
    [InlineData(95_990)]
    [InlineData(96_010)]
    public async Task Lengths_about_the_limits_of_a_property_pass(int length)
    {
        Orchestrator("Echo", context => Task.FromResult<object?>(context.GetInput<string>()));
        string text = new('x', length);
        string id = await BeginAsync("Echo", text);
        await EndAsync(id);

        await RestartEngineAsync();

        Assert.Equal(text, await ResultAsync<string>(id));
    }

    [Fact]
    public async Task A_turn_too_big_for_one_transaction_is_still_one_turn()
    {
        int seen = 0;
        Activity(
            "Measure",
            (string text) =>
            {
                Interlocked.Increment(ref seen);
                return text.Length;
            }
        );
        Orchestrator(
            "Many",
            async context =>
                (
                    await Task.WhenAll(
                        Enumerable.Range(0, 300).Select(n => context.CallActivityAsync<int>("Measure", new string('m', 20_000 + n)))
                    )
                ).Sum()
        );
        string id = await BeginAsync("Many");

        await RestartEngineAsync();

        Assert.Equal((300 * 20_000) + (299 * 300 / 2), await ResultAsync<int>(id));
        Assert.Equal(300, seen);
    }

    [Fact]
    public async Task Many_large_events_are_carried_over()
    {
        Orchestrator(
            "Gather",
            async context =>
            {
                if (context.GetInput<int>() == 0)
                {
                    await context.WaitForExternalEvent<string>("go");
                    context.ContinueAsNew(1);
                    return 0;
                }

                int sum = 0;
                for (int i = 0; i < 40; i++)
                {
                    sum += (await context.WaitForExternalEvent<string>("text")).Length;
                }

                return sum;
            }
        );
        string id = await BeginAsync("Gather", 0);
        for (int i = 0; i < 40; i++)
        {
            await RaiseAsync(id, "text", new string('t', 90_000));
        }

        await RaiseAsync(id, "go");

        Assert.Equal(40 * 90_000, await ResultAsync<int>(id));
    }

    [Collection(WithAzurite.Name)]
    public sealed class In_sessions(AzuriteFixture azurite) : Large_data(azurite, wholeHistories: false);

    [Trait("Category", "Campaign")]
    [Collection(WithAzurite.Name)]
    public sealed class With_whole_histories(AzuriteFixture azurite) : Large_data(azurite, wholeHistories: true);
}
