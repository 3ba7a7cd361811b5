using System.Globalization;
using ACip.Local.Cli.Platform;
using ACip.Local.Cli.Simulation;

namespace ACip.Local.Cli;

/// <summary>The platform with the application on it, until Ctrl+C.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(string[] args)
    {
        var given = new Arguments(
            args,
            new HashSet<string> { "--port", "--administrations", "--data", "--years" },
            new HashSet<string> { "--empty" }
        );
        int port = given.Number("--port", 7071, 1, 65535);
        if (given.Has("--years"))
        {
            await PlayAsync(given, port);
        }

        await using LocalPlatform platform = await LocalPlatform.StartAsync([
            $"--Local:Port={port.ToString(CultureInfo.InvariantCulture)}",
            "--Local:Quiet=true",
            $"--Local:DataFolder={given.Text("--data", ".local")}",
            .. given.ForThePlatform,
        ]);
        if (!given.Has("--empty") && !given.Has("--years"))
        {
            await SampleLoading.LoadAsync(platform, given.NumberOrAll("--administrations", 3, 25), null);
        }

        Console.WriteLine(
            $"""
            A-CIP Serverless on {platform.BaseUrl} (FICTIONAL SAMPLE DATA)
              programme   {platform.BaseUrl}/
              inbox       {platform.BaseUrl}/local/mail
              clock       {platform.BaseUrl}/local/clock
              operators   ACIP_URL={platform.BaseUrl} ACIP_KEY={platform.Simulator.HostKey}
              sign in     {platform.BaseUrl}/.auth/login/local
            {Now(platform)}
            Ctrl+C stops it; what was done is kept in {Path.GetFullPath(given.Text("--data", ".local"))}.
            """
        );
        await Shutdown.AskedForAsync();
        return 0;
    }

    private static string Now(LocalPlatform platform) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            There it is {platform.Clock.GetUtcNow():d MMMM yyyy}. To begin with: answer a task mail in the inbox as its coordinator, sign in as an
            approver and decide on what waits, or move the clock to the next deadline and see who is reminded.
            """
        );

    /// <summary>Lives through the years before it is served: with the same address, so that the links in its mails work.</summary>
    private static async Task PlayAsync(Arguments given, int port)
    {
        int years = given.Number("--years", 1, 1, 5);
        var run = new SimulationPlan(years, given.NumberOrAll("--administrations", 3, 25), "1", "")
        {
            // the next quarter has just been asked for: some have answered, some have not, and approvers have something to decide
            Ends = new DateTimeOffset(2026 + years, 4, 19, 6, 0, 0, TimeSpan.Zero),
        };
        await using LocalPlatform platform = await LocalPlatform.StartAsync([
            $"--Local:Port={port.ToString(CultureInfo.InvariantCulture)}",
            "--Local:Quiet=true",
            $"--Local:DataFolder={given.Text("--data", ".local")}",
            "--Local:Clock:StandsStill=true",
            $"--Local:Clock:Start={run.Begins.ToString("O", CultureInfo.InvariantCulture)}",
            .. given.ForThePlatform,
        ]);
        if (platform.Clock.GetUtcNow() >= run.Ends)
        {
            return; // already played, and used since then
        }

        using var played = new SimulatedYears(platform, run);
        await played.PlayAsync();
    }
}
