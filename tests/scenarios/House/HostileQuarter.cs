using System.Globalization;
using ACip.Local.Azurite;
using ACip.Local.Cli.Platform;
using ACip.Local.Cli.Simulation;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Scenarios.House;

/// <summary>A plan drafted, approved and reported upon for one quarter, while storage fails and the engine delivers twice, late and out of
/// order.</summary>
internal static class HostileQuarter
{
    /// <summary>The first quarter's report is accepted and locked by then, the second's is open.</summary>
    private static readonly DateTimeOffset End = new(2026, 7, 20, 6, 0, 0, TimeSpan.Zero);

    /// <param name="seed">Null: nothing happens.</param>
    /// <exception cref="InvalidOperationException">The cast met something that it could not do.</exception>
    public static async Task<HouseState> PlayAsync(int? seed)
    {
        await using AzuriteProcess storage = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        var run = new SimulationPlan(1, 1, "7", "");
        string number = seed?.ToString(CultureInfo.InvariantCulture) ?? "";
        await using LocalPlatform platform = await LocalPlatform.StartAsync(
            [
                "--Local:Port=0",
                "--Local:Azurite=Memory",
                "--Local:Quiet=true",
                $"--AzureWebJobsStorage={storage.ConnectionString}",
                "--Local:Clock:StandsStill=true",
                $"--Local:Clock:Start={run.Begins.ToString("O", CultureInfo.InvariantCulture)}",
                $"--Local:Seed={run.Seed}",
                "--Mail:PublicUrl=https://acip.example",
                .. seed is null
                    ? Array.Empty<string>()
                    : [$"--Local:Faults:Seed={number}", "--Local:Faults:OneIn=25", $"--Local:Durable:HostileSeed={number}"],
            ],
            Hurry
        );
        using var years = new SimulatedYears(platform, run);
        await years.BeginAsync();
        await AtOnce.SetAsync(platform.Services); // a fault costs minutes, and what waits for a summary may then come with the next one
        await years.PlayUntilAsync(End);
        HouseState state = await HouseState.ReadAsync(storage.ConnectionString, SeenMail.Of(platform.Mail));
        return years.Problems.Count == 0 ? state : throw new InvalidOperationException(string.Join('\n', years.Problems));
    }

    /// <summary>The same clients, but they wait milliseconds where they would wait a second before they try again.</summary>
    private static void Hurry(IServiceCollection services)
    {
        services.AddSingleton(all =>
        {
            var options = new TableClientOptions();
            options.Retry.Delay = TimeSpan.FromMilliseconds(5);
            return new TableServiceClient(all.GetRequiredService<IConfiguration>()["AzureWebJobsStorage"], options);
        });
        services.AddSingleton(all =>
        {
            var options = new BlobClientOptions();
            options.Retry.Delay = TimeSpan.FromMilliseconds(5);
            return new BlobServiceClient(all.GetRequiredService<IConfiguration>()["AzureWebJobsStorage"], options);
        });
    }
}
