using System.Diagnostics;
using ACip.Local.Clock;
using ACip.Local.Faults;
using ACip.Tests.Platform.Durable;
using FunctionsSimulator.Durable;
using Microsoft.DurableTask;

namespace ACip.Tests.Parity.Costs;

/// <summary>What one engine asks of storage in a few small stories, counted at the proxy that both stand behind.</summary>
/// <remarks>Looking into queues for messages is left out, whether or not something is found: it goes on day and night, and says nothing of
/// a story.</remarks>
internal sealed class StorageCalls : IAsyncDisposable
{
    /// <summary>Of a timer; the SDK's default, which the suite's worker has.</summary>
    private static readonly TimeSpan Piece = TimeSpan.FromDays(3);

    private readonly Busy busy = new();
    private readonly VirtualClock clock;
    private readonly StorageProxy proxy;
    private readonly IEngineUnderTest engine;

    private StorageCalls(StorageProxy proxy, bool wholeHistories, Func<DurableOptions, VirtualClock, Busy, string, IEngineUnderTest> create)
    {
        this.proxy = proxy;
        clock = new VirtualClock(busy, new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero), standsStill: true);
        engine = create(
            new DurableOptions { HubName = "P" + Guid.NewGuid().ToString("N"), WholeHistories = wholeHistories },
            clock,
            busy,
            proxy.ConnectionString
        );
    }

    /// <param name="wholeHistories">Whether the worker is sent the history with each turn: the default of the Durable extension, not of
    /// ours.</param>
    public static async Task<StorageCalls> StartAsync(
        string storage,
        bool wholeHistories,
        Func<DurableOptions, VirtualClock, Busy, string, IEngineUnderTest> create
    )
    {
        var calls = new StorageCalls(await StorageProxy.StartAsync(storage), wholeHistories, create);
        await calls.engine.StartAsync();
        calls.engine.Activity("Echo", input => Task.FromResult<object?>(input));
        calls.engine.Orchestrator("One", async context => await context.CallActivityAsync<int>("Echo", 1));
        calls.engine.Orchestrator("Ask", AskAsync);
        await calls.RunAsync("One"); // what is done once in an engine's life is not counted
        return calls;
    }

    /// <returns>Milliseconds from the start to the result, the median.</returns>
    public async Task<double> RoundTripAsync(int times)
    {
        var took = new List<double>();
        for (int time = 0; time < times; time++)
        {
            long began = Stopwatch.GetTimestamp();
            string id = await RunAsync("One");
            await engine.Client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return took.Order().ElementAt(times / 2);
    }

    /// <summary>One start, one activity, its result.</summary>
    public Task<int> OrchestrationAsync() => CountAsync(() => RunAsync("One"));

    /// <summary>A question to somebody is begun: the mail goes out (one activity), and an alarm is set.</summary>
    public async Task<int> AskingAsync()
    {
        string id = "";
        int calls = await CountAsync(async () => id = await BeginAsync());
        await RaiseAsync(id, "accept");
        return calls;
    }

    /// <summary>An event that does not end the wait: a reply that is read (one activity), and waited on.</summary>
    public async Task<int> ReplyAsync()
    {
        string id = await BeginAsync();
        int calls = await CountAsync(() => RaiseAsync(id, "reply"));
        await RaiseAsync(id, "accept");
        return calls;
    }

    /// <summary>The event that ends the wait: it is recorded (one activity), and the instance ends.</summary>
    public async Task<int> AcceptAsync()
    {
        string id = await BeginAsync();
        return await CountAsync(() => RaiseAsync(id, "accept"));
    }

    /// <summary>An instance that waits is woken because a piece of its timer has passed, and waits on: a mean of five.</summary>
    public async Task<double> WakeAsync()
    {
        const int Wakes = 5;
        await CountAsync(BeginAsync);
        return await CountAsync(() => clock.AdvanceAsync(Wakes * Piece)) / (double)Wakes;
    }

    public async ValueTask DisposeAsync()
    {
        await engine.StopAsync();
        await engine.DisposeAsync();
        await proxy.DisposeAsync();
        clock.Dispose();
    }

    /// <summary>As the programme's tasks: one waiter, an alarm that begins again, answers that may not be the last.</summary>
    private static async Task<object?> AskAsync(TaskOrchestrationContext context)
    {
        await context.CallActivityAsync("Echo", "the question");
        Task<string> answer = context.WaitForExternalEvent<string>("answer");
        using var stop = new CancellationTokenSource();
        Task alarm = context.CreateTimer(context.CurrentUtcDateTime.AddDays(90), stop.Token);
        while (await Task.WhenAny(answer, alarm) == answer)
        {
            await context.CallActivityAsync("Echo", "the answer");
            if (await answer == "accept")
            {
                stop.Cancel();
                return "accepted";
            }

            answer = context.WaitForExternalEvent<string>("answer");
        }

        return "nobody answered";
    }

    private async Task<int> CountAsync(Func<Task> story)
    {
        await busy.QuietAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(300)); // what the last story still cleans up
        int before = Counted();
        await story();
        await busy.QuietAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        return Counted() - before;
    }

    private int Counted() => proxy.CallsByOperation.Where(one => !IsLook(one.Key)).Sum(one => one.Value);

    private static bool IsLook(string operation) => operation.StartsWith("Queue GET", StringComparison.Ordinal);

    private async Task<string> BeginAsync()
    {
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Ask");
        await busy.QuietAsync();
        return id;
    }

    private Task<string> RunAsync(string orchestrator) => engine.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator);

    private Task RaiseAsync(string id, string word) => engine.Client.RaiseEventAsync(id, "answer", word);
}
