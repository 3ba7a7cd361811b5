using System.Globalization;
using FunctionsSimulator;

namespace ACip.Local.Cli;

/// <summary>The platform with any isolated .NET Functions application on it, as a process of its own, until Ctrl+C.</summary>
internal static class HostCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var given = new Arguments(args, new HashSet<string> { "--app", "--port", "--data" }, new HashSet<string>());
        string folder = given.Text("--app", "") is { Length: > 0 } named
            ? named
            : throw new UsageException("--app names the folder that the application was built to.");
        int port = given.Number("--port", 7071, 0, 65535);
        string data = given.Text(
            "--data",
            Path.Combine(".local", "hosts", Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar)))
        );
        PlatformOptions options = PlatformOptions.Read([
            $"--Local:Port={port.ToString(CultureInfo.InvariantCulture)}",
            $"--Local:DataFolder={data}",
            .. given.ForThePlatform,
        ]);
        await using FunctionsPlatform platform = await FunctionsPlatform.StartAsync(folder, options);

        foreach (HostedFunction function in platform.Functions)
        {
            string unserved = function.Unserved.Count > 0 ? $" (not served here: {string.Join(", ", function.Unserved)})" : "";
            Console.WriteLine($"  {function.Name}: {function.Trigger} {function.Where}".TrimEnd() + unserved);
        }

        Console.WriteLine(
            $"""
            {platform.BaseUrl}/local shows them, and the clock; keys: host {platform.HostKey}, system {platform.SystemKey}
            Ctrl+C stops it; what was done is kept in {Path.GetFullPath(data)}.
            """
        );
        await Shutdown.AskedForAsync();
        return 0;
    }
}
