using System.Diagnostics;
using Microsoft.DurableTask;

namespace ACip.Tests.Platform.Durable;

/// <summary>Short timers by the wall clock, which nobody moves.</summary>
public abstract class Real_time(IEngineSource engines, bool wholeHistories) : EngineSpec(engines, wholeHistories)
{
    protected override bool RealTime => true;

    private static readonly TimeSpan OnTime = TimeSpan.FromSeconds(5);

    private TimeSpan Early => TimeSpan.FromSeconds(Traits.RoundsTimersDown ? 1 : 0);

    [Fact]
    public async Task Timers_go_off_in_order_and_not_before_their_time()
    {
        var told = new List<string>();
        Orchestrator(
            "Three",
            async context =>
            {
                DateTime begun = context.CurrentUtcDateTime;
                async Task<string> After(int seconds)
                {
                    await context.CreateTimer(TimeSpan.FromSeconds(seconds), CancellationToken.None);
                    string late = context.CurrentUtcDateTime - begun >= TimeSpan.FromSeconds(seconds) - Early ? "" : " too early";
                    lock (told)
                    {
                        told.Add(seconds + late);
                    }

                    return seconds + late;
                }

                return string.Join(',', await Task.WhenAll(After(4), After(2), After(3)));
            }
        );
        long begun = Stopwatch.GetTimestamp();

        Assert.Equal("4,2,3", await ResultAsync<string>(await Client.ScheduleNewOrchestrationInstanceAsync("Three")));

        TimeSpan took = Stopwatch.GetElapsedTime(begun);
        Assert.InRange(took, TimeSpan.FromSeconds(3.9) - Early, TimeSpan.FromSeconds(50));
        Assert.Equal(["2", "3", "4"], told.Distinct().Order());
        if (took < OnTime || !Traits.RoundsTimersDown)
        {
            // on a busy machine all three may be due when Microsoft's looks, and come at once
            Assert.Equal(["2", "3", "4"], told.Distinct());
        }
    }

    [Fact]
    public async Task A_wait_ends_with_its_time_limit()
    {
        Orchestrator(
            "Impatient",
            async context =>
            {
                DateTime begun = context.CurrentUtcDateTime;
                await Assert.ThrowsAsync<TaskCanceledException>(() =>
                    context.WaitForExternalEvent<string>("word", TimeSpan.FromSeconds(2))
                );
                return context.CurrentUtcDateTime - begun >= TimeSpan.FromSeconds(2) - Early;
            }
        );

        Assert.True(await ResultAsync<bool>(await Client.ScheduleNewOrchestrationInstanceAsync("Impatient")));
    }

    [Fact]
    public async Task An_answer_comes_before_the_time_limit()
    {
        Orchestrator("Patient", async context => await context.WaitForExternalEvent<string>("word", TimeSpan.FromMinutes(5)));
        string id = await BeginAsync("Patient");

        await Client.RaiseEventAsync(id, "word", "in time");

        Assert.Equal("in time", await ResultAsync<string>(id));
    }

    [Fact]
    public async Task A_retry_waits_its_seconds()
    {
        var times = new List<long>();
        Activity(
            "Third",
            (string _) =>
            {
                times.Add(Stopwatch.GetTimestamp());
                return times.Count < 3 ? Task.FromException<string>(new FormatException()) : Task.FromResult("done");
            }
        );
        TaskOptions options = TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromSeconds(2), 1.5));
        Orchestrator("Try", async context => await context.CallActivityAsync<string>("Third", "x", options));

        Assert.Equal("done", await ResultAsync<string>(await Client.ScheduleNewOrchestrationInstanceAsync("Try")));

        Assert.True(Stopwatch.GetElapsedTime(times[0], times[1]) > TimeSpan.FromSeconds(1.9) - Early);
        Assert.True(Stopwatch.GetElapsedTime(times[1], times[2]) > TimeSpan.FromSeconds(2.9) - Early);
    }

    [Fact]
    public async Task Rounds_of_two_seconds_each_go_on_as_new()
    {
        Orchestrator(
            "Round",
            async context =>
            {
                int round = context.GetInput<int>();
                await context.CreateTimer(TimeSpan.FromSeconds(2), CancellationToken.None);
                if (round < 3)
                {
                    context.ContinueAsNew(round + 1);
                }

                return round;
            }
        );
        long begun = Stopwatch.GetTimestamp();

        Assert.Equal(3, await ResultAsync<int>(await Client.ScheduleNewOrchestrationInstanceAsync("Round", 1)));

        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.FromSeconds(5.9) - (3 * Early), TimeSpan.FromSeconds(50));
    }

    [Collection(WithAzurite.Name)]
    public sealed class In_sessions(AzuriteFixture azurite) : Real_time(azurite, wholeHistories: false);

    [Trait("Category", "Campaign")]
    [Collection(WithAzurite.Name)]
    public sealed class With_whole_histories(AzuriteFixture azurite) : Real_time(azurite, wholeHistories: true);
}
