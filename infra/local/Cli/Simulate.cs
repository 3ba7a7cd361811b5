using System.Globalization;
using ACip.Local.Cli.Platform;
using ACip.Local.Cli.Simulation;

namespace ACip.Local.Cli;

/// <summary>Years of the programme in minutes: a scripted cast answers the mails, approvers decide over HTTP, nobody else presses
/// anything.</summary>
internal static class Simulate
{
    /// <param name="settings">Of the platform, after all others: for a caller that has a storage of its own.</param>
    public static async Task<int> RunAsync(string[] args, params IReadOnlyList<string> settings)
    {
        var given = new Arguments(
            args,
            new HashSet<string> { "--years", "--administrations", "--out", "--seed", "--data" },
            new HashSet<string> { "--together" }
        );
        var run = new SimulationPlan(
            given.Number("--years", 1, 1, 5),
            given.NumberOrAll("--administrations", 3, 25),
            given.Text("--seed", "1"),
            Path.GetFullPath(given.Text("--out", "out"))
        )
        {
            Together = given.Has("--together"),
        };
        await using LocalPlatform platform = await LocalPlatform.StartAsync([
            "--Local:Port=0",
            "--Local:Quiet=true",
            .. given.Has("--data") ? new[] { $"--Local:DataFolder={given.Text("--data", "")}" } : ["--Local:Azurite=Memory"],
            "--Local:Clock:StandsStill=true",
            $"--Local:Clock:Start={run.Begins.ToString("O", CultureInfo.InvariantCulture)}",
            $"--Local:Seed={run.Seed}",
            "--Mail:PublicUrl=https://acip.example",
            .. given.ForThePlatform,
            .. settings,
        ]);
        using var year = new SimulatedYears(platform, run);
        await year.PlayAsync();
        await SimulationOutput.WriteAsync(platform, run, year);
        return year.Problems.Count == 0 ? 0 : 1;
    }
}
