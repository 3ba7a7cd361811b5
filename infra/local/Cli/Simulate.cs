using System.Globalization;
using ACip.Functions;
using ACip.Local.Cli.Simulation;
using ACip.Local.Host;
using Microsoft.Extensions.Hosting;

namespace ACip.Local.Cli;

/// <summary>Years of the programme in minutes: a scripted cast answers the mails, approvers decide over HTTP, nobody else presses anything.</summary>
internal static class Simulate
{
    public static async Task<int> RunAsync(string[] args)
    {
        var given = new Arguments(args, new HashSet<string> { "--years", "--administrations", "--out", "--seed", "--data" }, new HashSet<string>());
        var run = new SimulationPlan(
            given.Number("--years", 1, 1, 5),
            given.NumberOrAll("--administrations", 3, 25),
            given.Text("--seed", "1"),
            Path.GetFullPath(given.Text("--out", "out")));
        using IHost host = App.Build(
        [
            "--Local:Port=0", "--Local:Quiet=true",
            .. given.Has("--data") ? new[] { $"--Local:DataFolder={given.Text("--data", "")}" } : ["--Local:Azurite=Memory"],
            "--Local:Clock:StandsStill=true", $"--Local:Clock:Start={run.Begins.ToString("O", CultureInfo.InvariantCulture)}",
            $"--Local:Seed={run.Seed}", "--Mail:PublicUrl=https://acip.example",
            .. given.ForThePlatform,
        ]);
        await host.StartAsync();
        using var year = new SimulatedYears(host, run);
        await year.PlayAsync();
        await SimulationOutput.WriteAsync(host, run, year);
        await host.StopAsync();
        return year.Problems.Count == 0 ? 0 : 1;
    }
}
