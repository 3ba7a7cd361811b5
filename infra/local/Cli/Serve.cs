using System.Globalization;
using ACip.Local.Cli.Platform;

namespace ACip.Local.Cli;

/// <summary>The platform with the application on it, until Ctrl+C.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(string[] args)
    {
        var given = new Arguments(args, new HashSet<string> { "--port", "--administrations", "--data" }, new HashSet<string> { "--empty" });
        int port = given.Number("--port", 7071, 1, 65535);
        await using LocalPlatform platform = await LocalPlatform.StartAsync([
            $"--Local:Port={port.ToString(CultureInfo.InvariantCulture)}",
            "--Local:Quiet=true",
            $"--Local:DataFolder={given.Text("--data", ".local")}",
            .. given.ForThePlatform,
        ]);
        if (!given.Has("--empty"))
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
            Ctrl+C stops it; what was done is kept in {Path.GetFullPath(given.Text("--data", ".local"))}.
            """
        );
        await Shutdown.AskedForAsync();
        return 0;
    }
}
