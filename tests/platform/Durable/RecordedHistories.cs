using FunctionsSimulator.Durable.Recording;
using Microsoft.DurableTask;

namespace ACip.Tests.Platform.Durable;

[Collection(WithAzurite.Name)]
public sealed class RecordedHistories(AzuriteFixture azurite) : EngineSpec(azurite, wholeHistories: false)
{
    private static readonly Func<TaskOrchestrationContext, Task<object?>> Story = async context =>
    {
        string name = await context.CallActivityAsync<string>("Ask", context.GetInput<string>());
        await context.CreateTimer(context.CurrentUtcDateTime.AddDays(1), CancellationToken.None);
        return name + await context.WaitForExternalEvent<string>("word");
    };

    [Fact]
    public async Task The_same_code_walks_the_same_way()
    {
        RecordedExecution recorded = await RunStoryAsync();

        Assert.Null(Replay.Difference(recorded, typeof(string), Story));
        Assert.Null(Replay.Difference(RecordedExecution.Parse(recorded.ToJson()), typeof(string), Story));
    }

    [Fact]
    public async Task An_instance_under_way_can_be_recorded_too()
    {
        Orchestrator("Story", Story);
        Activity("Ask", (string name) => name);
        string id = await BeginAsync("Story", "n");

        Assert.Null(Replay.Difference(await RecordAsync(id), typeof(string), Story));
    }

    [Fact]
    public async Task Another_step_is_told()
    {
        RecordedExecution recorded = await RunStoryAsync();

        string? told = Replay.Difference(
            recorded,
            typeof(string),
            async context =>
            {
                string name = await context.CallActivityAsync<string>("Ask", context.GetInput<string>());
                await context.CallActivityAsync<string>("Remind", name);
                return name + await context.WaitForExternalEvent<string>("word");
            }
        );

        Assert.Matches("turn 2: step 0 was .*timerCreated.*, and now would be .*Remind", told);
    }

    [Fact]
    public async Task Another_input_or_time_is_told_though_the_SDK_does_not_compare_them()
    {
        RecordedExecution recorded = await RunStoryAsync();

        Assert.Matches(
            "turn 1: step 0 was .*Ask",
            Replay.Difference(
                recorded,
                typeof(string),
                async context =>
                {
                    await context.CallActivityAsync<string>("Ask", "another");
                    return null;
                }
            )
        );
        Assert.Matches(
            "turn 2: step 0 was .*timerCreated",
            Replay.Difference(
                recorded,
                typeof(string),
                async context =>
                {
                    await context.CallActivityAsync<string>("Ask", context.GetInput<string>());
                    await context.CreateTimer(context.CurrentUtcDateTime.AddDays(2), CancellationToken.None);
                    return null;
                }
            )
        );
    }

    [Fact]
    public async Task Another_output_is_told()
    {
        string? told = Replay.Difference(await RunStoryAsync(), typeof(string), async context => (string?)await Story(context) + "!");

        Assert.Matches("the end was .*nw.*, and now would be .*nw!", told);
    }

    [Fact]
    public async Task An_end_that_comes_not_at_all_is_told()
    {
        string? told = Replay.Difference(
            await RunStoryAsync(),
            typeof(string),
            async context => (string?)await Story(context) + await context.WaitForExternalEvent<string>("more")
        );

        Assert.Matches("the end was .*nw", told);
    }

    [Fact]
    public async Task Where_histories_are_kept_each_way_of_walking_is_kept_once_as_it_ends()
    {
        string folder = Directory.CreateTempSubdirectory("histories-").FullName;
        Options.Record = new HistoryFolder(folder);
        Func<TaskOrchestrationContext, Task<object?>> round = async context =>
        {
            int left = context.GetInput<int>();
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(1), CancellationToken.None);
            if (left > 0)
            {
                context.ContinueAsNew(left - 1);
            }

            return null;
        };
        Orchestrator("Round", round);

        await BeginAsync("Round", 3);
        await PassAsync(TimeSpan.FromDays(5));

        RecordedExecution[] recorded =
        [
            .. Directory.GetFiles(Path.Combine(folder, "Round", "none")).Select(file => RecordedExecution.Parse(File.ReadAllText(file))),
        ];
        Assert.Equal(2, recorded.Length); // the first three went on alike; the last one ended
        Assert.All(recorded, one => Assert.Null(Replay.Difference(one, typeof(int), round)));
        Assert.Contains(
            recorded,
            one =>
                Replay
                    .Difference(
                        one,
                        typeof(int),
                        async context =>
                        {
                            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(1), CancellationToken.None);
                            context.ContinueAsNew(1);
                            return null;
                        }
                    )
                    ?.Contains("the end was", StringComparison.Ordinal) == true
        );
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Nobody_has_no_history() => Assert.Null(await HistoryRecording.RecordAsync(Tables, Blobs, Options.HubName, "nobody"));

    private async Task<RecordedExecution> RunStoryAsync()
    {
        Orchestrator("Story", Story);
        Activity("Ask", (string name) => name);
        string id = await BeginAsync("Story", "n");
        await RaiseAsync(id, "word", "w");
        await PassAsync(TimeSpan.FromDays(1));
        Assert.Equal("nw", await ResultAsync<string>(id));
        return await RecordAsync(id);
    }

    private async Task<RecordedExecution> RecordAsync(string id) =>
        (await HistoryRecording.RecordAsync(Tables, Blobs, Options.HubName, id))!;
}
