using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Platform.Durable;

public abstract class Timers(IEngineSource engines, bool wholeHistories) : EngineSpec(engines, wholeHistories)
{
    [Fact]
    public async Task One_may_take_months()
    {
        Orchestrator(
            "Plan",
            async context =>
            {
                await context.CreateTimer(new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), CancellationToken.None);
                return context.CurrentUtcDateTime;
            }
        );
        string id = await BeginAsync("Plan");

        await PassAsync(TimeSpan.FromDays(60));

        Assert.Equal(new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), await ResultAsync<DateTime>(id));
    }

    [Fact]
    public async Task They_go_off_in_the_order_of_their_times()
    {
        var seen = new List<string>();
        Activity(
            "Note",
            (string what) =>
            {
                seen.Add(what);
                return what;
            }
        );
        Orchestrator(
            "Three",
            async context =>
            {
                async Task After(int hours)
                {
                    await context.CreateTimer(TimeSpan.FromHours(hours), CancellationToken.None);
                    await context.CallActivityAsync<string>("Note", hours + "h");
                }

                await Task.WhenAll(After(3), After(1), After(2));
            }
        );
        string id = await BeginAsync("Three");

        await PassAsync(TimeSpan.FromDays(1));

        await ResultAsync<object>(id);
        Assert.Equal(["1h", "2h", "3h"], seen);
    }

    [Fact]
    public async Task A_cancelled_one_throws_and_leaves_no_alarm()
    {
        Orchestrator(
            "Cancel",
            async context =>
            {
                using var stop = new CancellationTokenSource();
                Task timer = context.CreateTimer(TimeSpan.FromDays(1), stop.Token);
                await context.WaitForExternalEvent<string>("enough");
                stop.Cancel();
                try
                {
                    await timer;
                    return "fired";
                }
                catch (TaskCanceledException)
                {
                    return "cancelled";
                }
            }
        );
        string id = await BeginAsync("Cancel");

        await RaiseAsync(id, "enough");

        Assert.Equal("cancelled", await ResultAsync<string>(id));
        await NothingIsAlarmedAsync();
    }

    [Fact]
    public async Task A_cancelled_one_goes_off_for_nobody_also_after_a_restart()
    {
        Orchestrator(
            "Cancel",
            async context =>
            {
                using var stop = new CancellationTokenSource();
                _ = context.CreateTimer(TimeSpan.FromDays(1), stop.Token);
                await context.WaitForExternalEvent<string>("enough");
                stop.Cancel();
                await context.WaitForExternalEvent<string>("end");
            }
        );
        string id = await BeginAsync("Cancel");
        await RaiseAsync(id, "enough");

        await RestartEngineAsync();
        await PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await StandingAsync(id)).RuntimeStatus);
        await RaiseAsync(id, "end");
        await EndAsync(id);
    }

    [Fact]
    public async Task One_that_was_due_while_the_engine_was_down_goes_off_at_its_start()
    {
        Orchestrator(
            "Sleep",
            async context =>
            {
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return "woken";
            }
        );
        string id = await BeginAsync("Sleep");

        await StopEngineAsync();
        await Clock.AdvanceAsync(TimeSpan.FromDays(2));
        await StartEngineAsync();

        Assert.Equal("woken", await ResultAsync<string>(id));
    }

    [Fact]
    public async Task One_in_the_past_goes_off_at_once()
    {
        Orchestrator(
            "Late",
            async context =>
            {
                await context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
                return "at once";
            }
        );

        Assert.Equal("at once", await RunAsync<string>("Late"));
    }

    [Fact]
    public async Task An_answer_beats_its_alarm_again_and_again_with_one_waiter()
    {
        Orchestrator(
            "Remind",
            async context =>
            {
                Task<string> answered = context.WaitForExternalEvent<string>("answered");
                for (int reminders = 0; ; reminders++)
                {
                    using var stop = new CancellationTokenSource();
                    Task alarm = context.CreateTimer(TimeSpan.FromDays(7), stop.Token);
                    if (await Task.WhenAny(answered, alarm) == answered)
                    {
                        stop.Cancel();
                        return $"{await answered} after {reminders}";
                    }
                }
            }
        );
        string id = await BeginAsync("Remind");

        await PassAsync(TimeSpan.FromDays(22));
        await RaiseAsync(id, "answered", "done");

        Assert.Equal("done after 3", await ResultAsync<string>(id));
        await NothingIsAlarmedAsync();
    }

    [Fact]
    public async Task A_start_at_a_later_time_waits_for_it_and_what_comes_before_is_lost()
    {
        Orchestrator("Opens", async context => $"{context.CurrentUtcDateTime:HH} {await context.WaitForExternalEvent<string>("bird")}");
        await Client.ScheduleNewOrchestrationInstanceAsync("Opens", null, new StartOrchestrationOptions("opens", Start.AddHours(5)));

        await RaiseAsync("opens", "bird", "early");
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await StandingAsync("opens")).RuntimeStatus);
        await RestartEngineAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await StandingAsync("opens")).RuntimeStatus);
        await PassAsync(TimeSpan.FromHours(5));
        await RaiseAsync("opens", "bird", "in time");

        Assert.Equal("13 in time", await ResultAsync<string>("opens"));
    }

    [Collection(WithAzurite.Name)]
    public sealed class In_sessions(AzuriteFixture azurite) : Timers(azurite, wholeHistories: false);

    [Trait("Category", "Campaign")]
    [Collection(WithAzurite.Name)]
    public sealed class With_whole_histories(AzuriteFixture azurite) : Timers(azurite, wholeHistories: true);
}
