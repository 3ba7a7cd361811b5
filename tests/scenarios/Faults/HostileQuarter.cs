using System.Globalization;
using ACip.Local.Azurite;
using ACip.Local.Cli.Platform;
using ACip.Local.Cli.Simulation;
using ACip.Tests.Scenarios.Harness;

namespace ACip.Tests.Scenarios.Faults;

/// <summary>A plan drafted, approved and reported upon for one quarter, or for a year with its donor report, while things go
/// wrong.</summary>
internal static class HostileQuarter
{
    /// <summary>The first quarter's report is accepted and locked by then, the second's is open.</summary>
    private static readonly DateTimeOffset End = new(2026, 7, 20, 6, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<StoredState>> AloneQuarter = new(() => PlayAsync(Disturbance.None));

    private static readonly Lazy<Task<StoredState>> AloneYear = new(() => PlayAsync(Disturbance.None, wholeYear: true));

    /// <summary>An undisturbed one; played once, as the reference for all others.</summary>
    public static Task<StoredState> LeftAloneAsync(bool wholeYear = false) => (wholeYear ? AloneYear : AloneQuarter).Value;

    /// <param name="wholeYear">True: until the year's donor report is issued.</param>
    /// <exception cref="InvalidOperationException">The cast met something that it could not do.</exception>
    public static async Task<StoredState> PlayAsync(Disturbance disturbance, bool wholeYear = false)
    {
        await using StorageOnDisk? ending = disturbance.StorageEnds ? await StorageOnDisk.StartAsync(disturbance.SmallDisk) : null;
        await using AzuriteProcess? steady = ending is null
            ? await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true })
            : null;
        string storage = ending?.ConnectionString ?? steady!.ConnectionString;
        var run = new SimulationPlan(1, 1, "7", "");
        await using LocalPlatform platform = await LocalPlatform.StartAsync(
            [
                "--Local:Port=0",
                "--Local:Azurite=Memory",
                "--Local:Quiet=true",
                $"--AzureWebJobsStorage={storage}",
                "--Local:Clock:StandsStill=true",
                $"--Local:Clock:Start={run.Begins.ToString("O", CultureInfo.InvariantCulture)}",
                $"--Local:Seed={run.Seed}",
                "--Mail:PublicUrl=https://acip.example",
                .. disturbance.Settings,
            ],
            disturbance.Services
        );
        using var years = new SimulatedYears(platform, run);
        await years.BeginAsync();
        await AtOnce.SetAsync(platform.Services); // a fault costs minutes, and what waits for a summary may then come with the next one
        await (disturbance.Begun?.Invoke(years, platform, ending) ?? Task.CompletedTask);
        await years.PlayUntilAsync(wholeYear ? run.Ends : End);
        platform.Faults!.Watch = null;
        if (ending is not null)
        {
            ending.Disk?.Free();
            Console.WriteLine(
                $"{DateTime.UtcNow:HH:mm:ss} storage ended {ending.Outages} times and came back, its disk was full {ending.TimesFull} times"
            );
            Assert.True(ending.Disk is null ? ending.Outages > 0 : ending.TimesFull > 0);
            await ending.EndAndComeBackAsync(); // also: after the last outage that is still under way
        }

        StoredState state = await StoredState.ReadAsync(storage, SeenMail.Of(platform.Mail));
        return years.Problems.Count == 0 ? state : throw new InvalidOperationException(string.Join('\n', years.Problems));
    }
}
