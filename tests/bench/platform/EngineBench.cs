using System.Diagnostics;
using ACip.Local.Clock;
using ACip.Tests.Platform.Durable;
using FunctionsSimulator.Durable;

namespace ACip.Tests.Bench.Platform;

/// <summary>An engine with a few orchestrators to measure, run by the genuine worker and asked by the genuine client.</summary>
internal sealed class EngineBench : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private readonly Busy busy = new();
    private readonly VirtualClock clock;
    private readonly EngineAtWork engine;

    private EngineBench(string hub)
    {
        clock = new VirtualClock(busy, Start, standsStill: true);
        engine = EngineAtWork.Create(new DurableOptions { HubName = hub }, clock, busy);
        engine.Functions.Activity("Echo", input => Task.FromResult<object?>(input));
        engine.Functions.Orchestrator("One", async context => await context.CallActivityAsync<int>("Echo", 1));
        engine.Functions.Orchestrator("Wait", async context => await context.WaitForExternalEvent<string>("never"));
        engine.Functions.Orchestrator(
            "Weekly",
            async context =>
            {
                await context.CreateTimer(context.CurrentUtcDateTime.AddDays(7), CancellationToken.None);
                context.ContinueAsNew();
                return null;
            }
        );
    }

    public static async Task<EngineBench> StartAsync(string connection)
    {
        var bench = new EngineBench("B" + Guid.NewGuid().ToString("N"));
        await bench.engine.StartAsync(connection);
        return bench;
    }

    /// <summary>From the start to the answer.</summary>
    public async Task RunOneAsync()
    {
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("One");
        await engine.Client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
    }

    /// <returns>Milliseconds.</returns>
    public async Task<double> IdleYearAsync()
    {
        for (int i = 0; i < 100; i++)
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        }

        await busy.QuietAsync();
        return await YearAsync();
    }

    /// <returns>Milliseconds for each of 52 weeks; the SDK makes three timers of a week.</returns>
    public async Task<double> WeeklyYearAsync()
    {
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Weekly");
        await busy.QuietAsync();
        double took = await YearAsync();
        await engine.Client.TerminateInstanceAsync(id, CancellationToken.None);
        return took / 52;
    }

    public async ValueTask DisposeAsync()
    {
        await engine.StopAsync();
        await engine.DisposeAsync();
        clock.Dispose();
    }

    private async Task<double> YearAsync()
    {
        long began = Stopwatch.GetTimestamp();
        await clock.AdvanceAsync(TimeSpan.FromDays(365));
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
