using System.Diagnostics;

namespace ACip.Tests.Scenarios.Harness;

/// <summary>`simulate` as a process of its own, so that it can be killed.</summary>
internal static class SimulationProcess
{
    /// <summary>What a process that was ended by SIGKILL exits with.</summary>
    public const int Killed = 128 + 9;

    /// <summary>Plays one administration's year, from where an earlier process was killed.</summary>
    /// <param name="storage">Lives on when the process is killed, as storage does.</param>
    /// <param name="platform">Settings of the platform, such as --Local:Faults:KillAt=100.</param>
    /// <returns>The exit code, and what it said.</returns>
    /// <exception cref="TimeoutException">It ran for more than ten minutes.</exception>
    public static async Task<(int Exit, string Said)> RunAsync(string storage, string folder, params IEnumerable<string> platform)
    {
        string cli = Path.Combine(AppContext.BaseDirectory, "acip.dll");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                cli,
                "simulate",
                "--years",
                "1",
                "--administrations",
                "1",
                "--seed",
                "7",
                "--data",
                folder,
                "--out",
                Path.Combine(folder, "out"),
                .. platform,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AzureWebJobsStorage"] = storage;
        start.Environment["DOTNET_TieredPGO"] = "0"; // most lives are short
        using Process process = Process.Start(start)!;
        Task<string> printed = process.StandardOutput.ReadToEndAsync(),
            complained = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(10));
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw;
        }

        return (process.ExitCode, await printed + await complained);
    }
}
