namespace ACip.Tests.Platform.Durable;

[Collection(WithAzurite.Name)]
public sealed class HostileDeliveries(AzuriteFixture azurite) : EngineSpec(azurite, wholeHistories: false)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Whatever_comes_twice_late_or_out_of_order_changes_nothing(int seed)
    {
        Options.HostileSeed = seed;
        await RestartEngineAsync();
        int calls = 0;
        Activity(
            "Step",
            (int n) =>
            {
                Interlocked.Increment(ref calls);
                return n;
            }
        );
        Orchestrator("Child", async context => await context.CallActivityAsync<int>("Step", context.GetInput<int>()));
        Orchestrator(
            "Parent",
            async context =>
            {
                int sum = (await Task.WhenAll(Enumerable.Range(1, 10).Select(n => context.CallActivityAsync<int>("Step", n)))).Sum();
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                sum += (await Task.WhenAll(Enumerable.Range(1, 5).Select(n => context.CallSubOrchestratorAsync<int>("Child", n)))).Sum();
                return sum + await context.WaitForExternalEvent<int>("more");
            }
        );
        string[] ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Client.ScheduleNewOrchestrationInstanceAsync("Parent")));
        await Task.WhenAll(ids.Select(id => Client.RaiseEventAsync(id, "more", 100)));

        await PassAsync(TimeSpan.FromDays(2));

        // quiet means quiet: everything has ended when the clock has stopped
        foreach (string id in ids)
        {
            Assert.Equal(170, (await Client.GetInstanceAsync(id, getInputsAndOutputs: true))!.ReadOutputAs<int>());
        }

        Assert.True(calls > 150, "nothing was done twice");
        Assert.Equal(0, Busy.UnderWay);
    }
}
