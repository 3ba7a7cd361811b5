using ACip.Local.Azurite;
using ACip.Local.Cli;
using ACip.Tests.Faults.Auditor;

namespace ACip.Tests.Scenarios.DonorReports;

/// <summary>One simulated year of all administrations.</summary>
public sealed class WholeYear : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("acip-whole-year-");

    public string Output => folder.FullName;

    public string Reports => Path.Combine(Output, "donor-reports");

    public int Exit { get; private set; }

    /// <summary>What the independent auditor finds in all that is stored at the end.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await using AzuriteProcess storage = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        Exit = await Simulate.RunAsync(
            ["--years", "1", "--administrations", "all", "--seed", "3", "--out", Output],
            $"--AzureWebJobsStorage={storage.ConnectionString}"
        );
        Findings = await StorageAudit.RunAsync(storage.ConnectionString);
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
