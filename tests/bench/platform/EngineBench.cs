using System.Diagnostics;
using ACip.Local.Clock;
using ACip.Local.Durable;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;

namespace ACip.Tests.Bench.Platform;

/// <summary>An engine with a few orchestrators to measure.</summary>
internal sealed class EngineBench : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private readonly Busy busy = new();
    private readonly VirtualClock clock;
    private readonly DurableEngine engine;

    private EngineBench(string connection)
    {
        clock = new VirtualClock(busy, Start, standsStill: true);
        var functions = new DurableFunctions();
        functions.Activities["Echo"] = (input, _, _) => Task.FromResult<object?>(input);
        functions.Orchestrators["One"] = async context => await context.CallActivityAsync<string>("Echo", 1);
        functions.Orchestrators["Wait"] = async context => await context.WaitForExternalEvent<string>("never");
        functions.Orchestrators["Weekly"] = async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(7), CancellationToken.None);
            context.ContinueAsNew();
            return null;
        };
        var options = new DurableOptions { HubName = "B" + Guid.NewGuid().ToString("N") };
        engine = new DurableEngine(options, functions, new TableServiceClient(connection), new BlobServiceClient(connection), clock, busy, NullLoggerFactory.Instance);
    }

    public static async Task<EngineBench> StartAsync(string connection)
    {
        var bench = new EngineBench(connection);
        await bench.engine.StartAsync(CancellationToken.None);
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

    /// <returns>Milliseconds for each of 52 alarms, two turns each.</returns>
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
