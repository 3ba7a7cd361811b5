// What the storage proxy and the durable engine cost. Each figure of the engine stands beside the floor: the same number and kind of bare
// Azurite calls in the same run, directly. "-- proxy" measures the proxy alone, "-- engine TIMES" the engine alone.
using System.Globalization;
using ACip.Local.Azurite;
using ACip.Local.Faults;
using ACip.Tests.Bench;
using ACip.Tests.Bench.Platform;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int times = args is ["engine", var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 200;
await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });

// as the platform has it: storage through the proxy, which counts
await using StorageProxy proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
if (args is not ["engine", ..])
{
    await new ProxyBench(azurite.ConnectionString, proxy.ConnectionString).RunAsync();
}

if (args is ["proxy"])
{
    return;
}

await using EngineBench engine = await EngineBench.StartAsync(proxy.ConnectionString);
await engine.RunOneAsync();
proxy.ResetCounts();
await engine.RunOneAsync();
var calls = new Dictionary<string, int>(proxy.CallsByOperation);
Console.WriteLine();
Console.WriteLine($"Storage calls of one orchestration with one activity: {calls.Values.Sum()} (goal: at most 3)");
foreach ((string operation, int count) in calls.OrderBy(c => c.Key, StringComparer.Ordinal))
{
    Console.WriteLine($"  {count} x {operation}");
}

var floor = new BareCalls(azurite.ConnectionString);
await floor.CreateAsync();
Console.WriteLine();
Console.WriteLine($"{"", -44}{"engine", 12}{"bare calls", 12}{"ratio", 8}");
await CompareAsync(
    "round-trip",
    $"round trip, median of {times}, ms",
    async () => await Median.OfAsync(times, engine.RunOneAsync),
    async () => await Median.OfAsync(times, floor.AsOneOrchestrationAsync)
);
await CompareAsync(
    "at-once-100",
    "100 started at once, per second, best of 5",
    async () => await Throughput.BestOfAsync(5, 100, engine.RunOneAsync),
    async () => await Throughput.BestOfAsync(5, 100, floor.AsOneOrchestrationAsync)
);
if (times >= 100)
{
    await CompareAsync(
        "at-once-1000",
        "1000 started at once, per second",
        async () => await Throughput.BestOfAsync(1, 1000, engine.RunOneAsync),
        async () => await Throughput.BestOfAsync(1, 1000, floor.AsOneOrchestrationAsync)
    );
}

await CompareAsync("idle-year", "a year with nothing to do, ms, 100 waiting", engine.IdleYearAsync, () => Task.FromResult(0.0));
await CompareAsync(
    "week",
    "a year of weekly alarms, ms a week (3 turns)",
    engine.WeeklyYearAsync,
    async () => await Median.OfAsync(52, floor.AsOneWeekAsync)
);

static async Task CompareAsync(string id, string what, Func<Task<double>> ours, Func<Task<double>> bare)
{
    double floor = await bare();
    double engine = await ours();
    Console.WriteLine($"{what, -44}{engine, 12:0.0}{floor, 12:0.0}{(floor > 0 ? $"{engine / floor, 8:0.00}" : "")}");
    Figure.Say(id, engine, floor > 0 ? floor : null);
}
