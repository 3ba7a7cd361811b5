using ACip.Local.Durable;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.DurableTask;

namespace ACip.Tests.Platform.Durable;

[Collection(WithAzurite.Name)]
public sealed class RecordedHistories(AzuriteFixture azurite) : EngineSpec(azurite, replayFromScratch: false)
{
    private static readonly OrchestratorFunction Story = async context =>
    {
        string name = await context.CallActivityAsync<string>("Ask", context.GetInput<string>());
        await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
        return name + await context.WaitForExternalEvent<string>("word");
    };

    [Fact]
    public async Task The_same_code_walks_the_same_way()
    {
        string id = await RunStoryAsync();

        Assert.Null(HistoryRecording.Replay(await RecordAsync(id), Story));
    }

    [Fact]
    public async Task An_instance_under_way_can_be_recorded_too()
    {
        Functions.Orchestrators["Story"] = Story;
        Activity("Ask", (string name) => name);
        string id = await BeginAsync("Story", "n");

        Assert.Null(HistoryRecording.Replay(await RecordAsync(id), Story));
    }

    [Fact]
    public async Task Another_step_is_told()
    {
        string recorded = await RecordAsync(await RunStoryAsync());

        string? told = HistoryRecording.Replay(recorded, async context =>
        {
            string name = await context.CallActivityAsync<string>("Ask", context.GetInput<string>());
            await context.CallActivityAsync<string>("Remind", name);
            return name + await context.WaitForExternalEvent<string>("word");
        });

        Assert.Contains("turn 2: step #1 is timer in the history, the code asks for activity 'Remind'", told!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_output_is_told()
    {
        string recorded = await RecordAsync(await RunStoryAsync());

        string? told = HistoryRecording.Replay(recorded, async context => (string?)await Story(context) + "!");

        Assert.Equal("The output was \"nw\", and now is \"nw!\".", told);
    }

    [Fact]
    public async Task An_end_that_comes_too_early_or_not_at_all_is_told()
    {
        string recorded = await RecordAsync(await RunStoryAsync());

        string? later = HistoryRecording.Replay(recorded, async context => (string?)await Story(context) + await context.WaitForExternalEvent<string>("more"));

        Assert.Equal("The instance was Completed; the code now leaves it Waiting.", later);
    }

    [Fact]
    public async Task Where_histories_are_kept_each_way_of_walking_is_kept_once_as_it_ends()
    {
        string folder = Directory.CreateTempSubdirectory("acip-histories-").FullName;
        Options.Record = new HistoryFolder(folder);
        OrchestratorFunction round = async context =>
        {
            int left = context.GetInput<int>();
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            if (left > 0)
            {
                context.ContinueAsNew(left - 1);
            }

            return null;
        };
        Functions.Orchestrators["Round"] = round;

        await BeginAsync("Round", 3);
        await PassAsync(TimeSpan.FromDays(5));

        string[] files = Directory.GetFiles(Path.Combine(folder, "Round", "none"));
        Assert.Equal(2, files.Length); // the first three went on alike; the last one ended
        Assert.All(files, file => Assert.Null(HistoryRecording.Replay(File.ReadAllText(file), round)));
        Assert.Equal("It went on with 2, and now would with 1.", files.Select(file => HistoryRecording.Replay(File.ReadAllText(file), async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            context.ContinueAsNew(1);
            return null;
        })).Single(told => told?.StartsWith("It went on", StringComparison.Ordinal) == true));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Nobody_has_no_history() =>
        Assert.Null(await HistoryRecording.RecordAsync(Tables, Blobs, Options.HubName, "nobody"));

    private async Task<string> RunStoryAsync()
    {
        Functions.Orchestrators["Story"] = Story;
        Activity("Ask", (string name) => name);
        string id = await BeginAsync("Story", "n");
        await RaiseAsync(id, "word", "w");
        await PassAsync(TimeSpan.FromDays(1));
        Assert.Equal("nw", await ResultAsync<string>(id));
        return id;
    }

    private async Task<string> RecordAsync(string id) => (await HistoryRecording.RecordAsync(Tables, Blobs, Options.HubName, id))!;
}
