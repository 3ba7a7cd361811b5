using System.Diagnostics;
using System.Globalization;
using ACip.Local.Cli.Platform;
using ACip.Local.Cli.Simulation;
using Azure.Data.Tables;

namespace ACip.Tests.Bench.Cycle;

/// <summary>How long a simulated year takes, and how long its storage calls alone: as many reads and transactions, one after the other, of
/// nothing much.</summary>
internal static class YearBench
{
    /// <param name="administrations">Null: all of the sample.</param>
    /// <param name="count">Of years.</param>
    public static async Task<int> RunAsync(int? administrations, int count)
    {
        var run = new SimulationPlan(count, administrations, "bench", "");
        await using LocalPlatform platform = await LocalPlatform.StartAsync([
            "--Local:Port=0",
            "--Local:Azurite=Memory",
            "--Local:Quiet=true",
            "--Local:Clock:StandsStill=true",
            $"--Local:Clock:Start={run.Begins.ToString("O", CultureInfo.InvariantCulture)}",
            $"--Local:Seed={run.Seed}",
            "--Mail:PublicUrl=https://acip.example",
        ]);
        string storage = platform.Storage!;
        using var calls = new StorageCalls(storage);
        using var years = new SimulatedYears(platform, run);
        long began = Stopwatch.GetTimestamp();
        await years.PlayAsync();
        double year = Stopwatch.GetElapsedTime(began).TotalSeconds;

        int reads = calls.Reads,
            writes = calls.Total - reads;
        double plans = count * (administrations ?? 25);
        Figure.Say("programme-year-calls", calls.Total / plans, await Changes.CountAsync(platform) / plans);
        double floor = await FloorAsync(storage, reads, writes);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} years of {(administrations?.ToString(CultureInfo.InvariantCulture) ?? "all")} administrations, drafting to donor reports: {year:0.0} s, {years.Mails.Count} mails; floor (its {reads} reads and {writes} writes, bare): {floor:0.0} s"
            )
        );
        Figure.Say("simulated-years", year, floor);
        foreach (
            (string what, int number) in calls
                .ByCaller.GroupBy(one => $"{one.By}  {one.What}")
                .Select(one => (one.Key, one.Sum(call => call.Number)))
                .OrderByDescending(one => one.Item2)
                .Take(60)
        )
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number, 8}  {what}"));
        }

        return years.Problems.Count == 0 ? 0 : 1;
    }

    /// <returns>Seconds.</returns>
    public static async Task<double> FloorAsync(string storage, int reads, int writes)
    {
        var table = new TableClient(storage, "Floor");
        await table.CreateAsync();
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["Json"] = new string('x', 2000) });
        long began = Stopwatch.GetTimestamp();
        for (int i = 0; i < reads; i++)
        {
            await table.GetEntityAsync<TableEntity>("p", "r");
        }

        for (int i = 0; i < writes; i++)
        {
            await table.SubmitTransactionAsync([
                new(TableTransactionActionType.UpsertReplace, new TableEntity("p", $"w{i}") { ["Json"] = new string('x', 2000) }),
                new(TableTransactionActionType.UpsertReplace, new TableEntity("p", $"h{i}") { ["Json"] = "{}" }),
            ]);
        }

        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
