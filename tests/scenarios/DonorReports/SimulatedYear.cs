using ACip.Local.Cli;

namespace ACip.Tests.Scenarios.DonorReports;

/// <summary>The same simulated year, played twice in this process with the same seed.</summary>
public sealed class SimulatedYear : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("acip-simulated-");

    public string First => Path.Combine(folder.FullName, "first");

    public string Second => Path.Combine(folder.FullName, "second");

    public int FirstExit { get; private set; }

    public async Task InitializeAsync()
    {
        FirstExit = await PlayAsync(First);
        await PlayAsync(Second);
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private static Task<int> PlayAsync(string output) =>
        Simulate.RunAsync(["--years", "1", "--administrations", "2", "--seed", "7", "--out", output]);
}
