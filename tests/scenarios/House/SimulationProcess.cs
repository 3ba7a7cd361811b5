using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ACip.Tests.Scenarios.House;

/// <summary>`simulate` as a process of its own, so that it can be killed.</summary>
internal sealed partial class SimulationProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> printed;

    /// <param name="platform">Settings of the platform, such as --Local:Faults:KillAt=100.</param>
    public SimulationProcess(string data, string output, params IEnumerable<string> platform)
    {
        string cli = Path.Combine(AppContext.BaseDirectory, "acip.dll");
        var start = new ProcessStartInfo("dotnet", [cli, "simulate", "--years", "1", "--administrations", "1", "--seed", "7", "--data", data, "--out", output, .. platform])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        printed = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
    }

    public string Printed => printed.GetAwaiter().GetResult();

    /// <summary>What a process that was ended by SIGKILL exits with.</summary>
    public const int Killed = 128 + 9;

    /// <returns>The exit code.</returns>
    /// <exception cref="TimeoutException">It ran for more than ten minutes.</exception>
    public async Task<int> EndAsync()
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(10));
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw;
        }

        return process.ExitCode;
    }

    public void Dispose() => process.Dispose();

    /// <summary>What people found in their inboxes: the mails' delivery ids. A mail that was sent twice counts once, as it does for them.</summary>
    public static IReadOnlySet<string> Mails(string data) =>
        Delivery().Matches(File.ReadAllText(Path.Combine(data, "mail", "mail.jsonl"))).Select(match => match.Groups[1].Value).ToHashSet();

    [GeneratedRegex("\"delivery\":\"([^\"]+)\"")]
    private static partial Regex Delivery();
}
