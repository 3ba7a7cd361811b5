using ACip.Local.Cli;

namespace ACip.Tests.Scenarios.DonorReports;

/// <summary>One simulated year of all administrations.</summary>
public sealed class WholeYear : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("acip-whole-year-");

    public string Output => folder.FullName;

    public string Reports => Path.Combine(Output, "donor-reports");

    public int Exit { get; private set; }

    public async Task InitializeAsync() =>
        Exit = await Simulate.RunAsync(["--years", "1", "--administrations", "all", "--seed", "3", "--out", Output]);

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
