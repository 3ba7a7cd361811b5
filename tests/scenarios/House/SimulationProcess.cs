using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ACip.Tests.Scenarios.House;

/// <summary>`simulate` as a process of its own, so that it can be killed.</summary>
internal sealed partial class SimulationProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> printed;

    public SimulationProcess(string data, string output)
    {
        string cli = Path.Combine(AppContext.BaseDirectory, "acip.dll");
        var start = new ProcessStartInfo("dotnet", [cli, "simulate", "--years", "1", "--administrations", "1", "--seed", "7", "--data", data, "--out", output])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        printed = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
    }

    public string Printed => printed.GetAwaiter().GetResult();

    /// <returns>False if it was still running then.</returns>
    public async Task<bool> EndsWithinAsync(TimeSpan time)
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public int ExitCode => process.ExitCode;

    /// <summary>SIGKILL: nothing of the process runs afterwards.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose() => process.Dispose();

    /// <summary>What people found in their inboxes: the mails' delivery ids. A mail that was sent twice counts once, as it does for them.</summary>
    public static IReadOnlySet<string> Mails(string data) =>
        Delivery().Matches(File.ReadAllText(Path.Combine(data, "mail", "mail.jsonl"))).Select(match => match.Groups[1].Value).ToHashSet();

    [GeneratedRegex("\"delivery\":\"([^\"]+)\"")]
    private static partial Regex Delivery();
}
