using ACip.Local.Faults;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Platform.Durable;

/// <summary>One small story, killed before and after each of its storage calls and taken up by another engine: it always ends
/// alike.</summary>
[Collection(WithAzurite.Name)]
public sealed class Crashes(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(CallMoment.Before)]
    [InlineData(CallMoment.After)]
    public async Task Killed_at_any_storage_call_nothing_is_lost_and_nothing_decided_twice(CallMoment moment)
    {
        (string undisturbed, int calls) = await TellAsync(null, moment);
        Assert.Equal("ab child:x word:hello round:2; loose left-alone:child:y", undisturbed);

        for (int number = 1; number <= calls; number++)
        {
            (string result, _) = await TellAsync(number, moment);
            Assert.True(undisturbed == result, $"Killed {moment} call {number} of {calls}: {result}");
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Storage_that_fails_on_every_fourth_call_delays_and_changes_nothing(int seed)
    {
        await using StorageProxy proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        proxy.Plan = new FaultPlan(seed, 4, TimeSpan.FromMilliseconds(5));
        await using var fixture = new EngineFixture("F" + Guid.NewGuid().ToString("N"));
        await PatientlyAsync(() => fixture.OpenAsync(proxy.ConnectionString));

        await PatientlyAsync(fixture.BeginAsync);
        await PatientlyAsync(fixture.SayAsync);
        await fixture.Clock.AdvanceAsync(TimeSpan.FromDays(2)).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal("ab child:x word:hello round:2; loose left-alone:child:y", await fixture.EndAsync());
    }

    [Theory]
    [InlineData(1, CallMoment.After)] // the event "go" itself
    [InlineData(2, CallMoment.Before)] // the first of those written ahead
    [InlineData(2, CallMoment.After)]
    [InlineData(20, CallMoment.Before)]
    [InlineData(33, CallMoment.After)]
    [InlineData(34, CallMoment.Before)] // about the transaction
    [InlineData(34, CallMoment.After)]
    [InlineData(35, CallMoment.Before)]
    [InlineData(35, CallMoment.After)]
    [InlineData(36, CallMoment.Before)] // in the next generation
    [InlineData(36, CallMoment.After)]
    public async Task Killed_while_more_events_than_a_transaction_holds_are_handed_on_each_is_heard_once(int afterGo, CallMoment moment)
    {
        const int Many = 130;
        await using StorageProxy proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        await using var fixture = new EngineFixture("G" + Guid.NewGuid().ToString("N"));
        await fixture.OpenAsync(proxy.ConnectionString);
        await fixture.Client.ScheduleNewOrchestrationInstanceAsync("Gather", Many, new StartOrchestrationOptions("gather"));
        await Task.WhenAll(Enumerable.Range(1, Many).Select(n => fixture.Client.RaiseEventAsync("gather", "n", n)));
        await fixture.Busy.QuietAsync();
        int before = proxy.Calls;
        proxy.Watch = (call, now) =>
        {
            if (call.Number == before + afterGo && now == moment)
            {
                proxy.Sever();
            }

            return Task.CompletedTask;
        };

        try
        {
            await fixture.Client.RaiseEventAsync("gather", "go", 1);
        }
        catch (Grpc.Core.RpcException)
        {
            // stored, and only the answer was lost
        }

        await Task.WhenAny(fixture.Busy.QuietAsync(), proxy.Severed).WaitAsync(TimeSpan.FromSeconds(60));
        await fixture.AbandonAsync();
        await fixture.OpenAsync(azurite.ConnectionString);

        OrchestrationMetadata end = await fixture
            .Client.WaitForInstanceCompletionAsync("gather", getInputsAndOutputs: true)
            .WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(string.Join(',', Enumerable.Range(1, Many)), end.ReadOutputAs<string>());
    }

    private static async Task PatientlyAsync(Func<Task> step)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await step();
                return;
            }
            catch (Exception) when (attempt < 30)
            {
                // what a caller of the application does: once more
            }
        }
    }

    private async Task<(string Result, int Calls)> TellAsync(int? killAt, CallMoment moment)
    {
        await using StorageProxy proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        proxy.Watch = (call, now) =>
        {
            if (call.Number == killAt && now == moment)
            {
                proxy.Sever();
            }

            return Task.CompletedTask;
        };
        await using var fixture = new EngineFixture("K" + Guid.NewGuid().ToString("N"));
        Func<Task>[] steps =
        [
            () => fixture.OpenAsync(proxy.ConnectionString),
            fixture.BeginAsync,
            fixture.SayAsync,
            () => fixture.Clock.AdvanceAsync(TimeSpan.FromDays(2)),
        ];
        foreach (Func<Task> step in steps)
        {
            Task done = DoneAsync(step, fixture);
            if (await Task.WhenAny(done, proxy.Severed).WaitAsync(TimeSpan.FromSeconds(60)) == done && done.IsCompletedSuccessfully)
            {
                continue;
            }

            Assert.NotNull(killAt);
            await fixture.AbandonAsync();
            await fixture.OpenAsync(azurite.ConnectionString);
            await DoneAsync(fixture.BeginAsync, fixture);
            await DoneAsync(fixture.SayAsync, fixture);
            await fixture.Clock.AdvanceAsync(TimeSpan.FromDays(4)).WaitAsync(TimeSpan.FromSeconds(60));
            break;
        }

        return (await fixture.EndAsync().WaitAsync(TimeSpan.FromSeconds(60)), proxy.Calls);
    }

    private static async Task DoneAsync(Func<Task> step, EngineFixture fixture)
    {
        await step();
        await fixture.Busy.QuietAsync();
    }
}
