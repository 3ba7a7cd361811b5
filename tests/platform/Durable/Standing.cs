using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Platform.Durable;

/// <summary>What a client can learn of an instance: status, tags, versions, queries.</summary>
public abstract class Standing(IEngineSource engines, bool wholeHistories) : EngineSpec(engines, wholeHistories)
{
    [Fact]
    public async Task The_custom_status_is_that_of_the_last_turn()
    {
        Orchestrator(
            "Tell",
            async context =>
            {
                context.SetCustomStatus(new { Step = 1 });
                await context.WaitForExternalEvent<string>("go");
                context.SetCustomStatus("finished");
            }
        );
        string id = await BeginAsync("Tell");
        Assert.Equal("{\"Step\":1}", (await StandingAsync(id)).SerializedCustomStatus);

        await RaiseAsync(id, "go");
        await RestartEngineAsync();

        Assert.Equal("finished", (await EndAsync(id)).ReadCustomStatusAs<string>());
    }

    [Fact]
    public async Task Tags_stay_with_the_instance()
    {
        Orchestrator("Quick", context => Task.CompletedTask);
        var options = new StartOrchestrationOptions
        {
            Tags = new Dictionary<string, string> { ["plan"] = "jo", ["year"] = "2026" },
        };
        string id = await Client.ScheduleNewOrchestrationInstanceAsync("Quick", null, options);
        await EndAsync(id);

        await RestartEngineAsync();

        Assert.Equal(options.Tags, (await StandingAsync(id)).Tags);
    }

    [Fact]
    public async Task The_default_version_is_given_to_whatever_is_started_without_one()
    {
        Options.DefaultVersion = "3.1";
        Orchestrator("Child", context => Task.FromResult<object?>(context.Version));
        Orchestrator("Parent", async context => context.Version + " " + await context.CallSubOrchestratorAsync<string>("Child"));

        Assert.Equal("3.1 3.1", await RunAsync<string>("Parent"));
    }

    [Fact]
    public async Task A_version_that_is_asked_for_goes_first()
    {
        Options.DefaultVersion = "3.1";
        Orchestrator("Child", context => Task.FromResult<object?>(context.Version));
        Orchestrator(
            "Parent",
            async context =>
                context.Version
                + " "
                + await context.CallSubOrchestratorAsync<string>("Child", new SubOrchestrationOptions { Version = "1.0" })
        );

        string id = await Client.ScheduleNewOrchestrationInstanceAsync("Parent", null, new StartOrchestrationOptions { Version = "2.0" });

        Assert.Equal("2.0 1.0", await ResultAsync<string>(id));
    }

    [Theory]
    [InlineData("2.0", "10.0", -1)]
    [InlineData("1.2.1", "1.2", 1)]
    [InlineData("1.0", "1.0", 0)]
    [InlineData("", "1.0", -1)]
    public async Task Versions_are_compared_as_numbers(string mine, string other, int expected)
    {
        Orchestrator("Compare", context => Task.FromResult<object?>(Math.Sign(context.CompareVersionTo(other))));

        string id = await Client.ScheduleNewOrchestrationInstanceAsync("Compare", null, new StartOrchestrationOptions { Version = mine });

        Assert.Equal(expected, await ResultAsync<int>(id));
    }

    [Fact]
    public async Task Inputs_and_outputs_are_told_only_if_asked_for()
    {
        Orchestrator("Echo", context => Task.FromResult<object?>(context.GetInput<string>()));
        string id = await BeginAsync("Echo", "secret");
        await EndAsync(id);

        OrchestrationMetadata bare = (await Client.GetInstanceAsync(id))!;

        Assert.Null(bare.SerializedInput);
        Assert.Null(bare.SerializedOutput);
        Assert.Throws<InvalidOperationException>(() => bare.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Queries_filter_by_status_time_and_prefix_and_come_in_pages()
    {
        Orchestrator("Quick", context => Task.CompletedTask);
        Orchestrator("Listen", context => context.WaitForExternalEvent<string>("word"));
        for (int i = 0; i < 7; i++)
        {
            await BeginAsync("Quick", id: $"report:{i}");
            await BeginAsync("Listen", id: $"plan:{i}");
            await PassAsync(TimeSpan.FromDays(1));
        }

        var pages = new List<Page<OrchestrationMetadata>>();
        await foreach (
            Page<OrchestrationMetadata> page in Client
                .GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: "plan:", PageSize: 3))
                .AsPages()
        )
        {
            pages.Add(page);
        }

        Assert.Equal([3, 3, 1], pages.Select(p => p.Values.Count));
        Assert.Equal(
            7,
            (await AllAsync(Client.GetAllInstancesAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed])))).Count
        );
        Assert.Equal(
            4,
            (
                await AllAsync(
                    Client.GetAllInstancesAsync(new OrchestrationQuery(CreatedFrom: Start.AddDays(2), CreatedTo: Start.AddDays(3)))
                )
            ).Count
        );
        Page<OrchestrationMetadata> second = await Client
            .GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: "plan:"))
            .AsPages(pages[0].ContinuationToken, 2)
            .FirstAsync();
        Assert.Equal(["plan:3", "plan:4"], second.Values.Select(i => i.InstanceId));
    }

    [Fact]
    public async Task One_can_wait_for_the_start_and_for_the_end()
    {
        Orchestrator("Listen", async context => await context.WaitForExternalEvent<string>("word"));
        await Client.ScheduleNewOrchestrationInstanceAsync("Listen", null, new StartOrchestrationOptions("awaited", Start.AddHours(1)));
        Task<OrchestrationMetadata> begun = Client.WaitForInstanceStartAsync("awaited", CancellationToken.None);
        Task<OrchestrationMetadata> ended = Client.WaitForInstanceCompletionAsync("awaited", CancellationToken.None);
        Assert.False(begun.IsCompleted);

        await PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await begun).RuntimeStatus);
        Assert.False(ended.IsCompleted);
        await RaiseAsync("awaited", "word");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await ended).RuntimeStatus);
    }

    [Fact]
    public async Task Guids_and_time_are_the_same_in_every_replay()
    {
        var seen = new List<string>();
        Activity("Step", (int n) => n);
        Orchestrator(
            "Draw",
            async context =>
            {
                string first = $"{context.NewGuid()} {context.NewGuid()} {context.CurrentUtcDateTime:O}";
                seen.Add(first);
                await context.CallActivityAsync<int>("Step", 1);
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return first.Split(' ').Distinct().Count();
            }
        );
        string id = await BeginAsync("Draw");

        await PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(3, await ResultAsync<int>(id));
        Assert.Equal(Options.WholeHistories ? 3 : 1, seen.Count);
        Assert.Single(seen.Distinct());
    }

    [Collection(WithAzurite.Name)]
    public sealed class In_sessions(AzuriteFixture azurite) : Standing(azurite, wholeHistories: false);

    [Trait("Category", "Campaign")]
    [Collection(WithAzurite.Name)]
    public sealed class With_whole_histories(AzuriteFixture azurite) : Standing(azurite, wholeHistories: true);
}
