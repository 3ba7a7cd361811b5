using ACip.Functions;
using ACip.Local.Azurite;
using ACip.Local.Cli;
using ACip.Local.Host;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using ACip.Workflows.Tasks;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ACip.Tests.Scenarios.House;

/// <summary>A plan that runs for years takes up what is deployed meanwhile.</summary>
public sealed class UpgradeTests
{
    private static readonly PlanId Plan = new("af-2026");

    [Fact]
    public async Task A_running_plan_takes_up_the_deployed_version_when_it_begins_its_next_stage()
    {
        string folder = Directory.CreateTempSubdirectory("acip-upgraded-").FullName;
        await using AzuriteProcess storage = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        using (IHost host = await StartAsync(storage, folder, "1.0"))
        {
            await SampleLoading.LoadAsync(LocalPlatform.Of(host), 1, new DateOnly(2026, 1, 1));
            await LocalPlatform.Of(host).Busy.QuietAsync();
            Assert.Equal("1.0", await VersionAsync(host));
            await host.StopAsync();
        }

        using (IHost host = await StartAsync(storage, folder, "1.1"))
        {
            // in the middle of its stage, with a history of the old code
            Assert.Equal("1.0", await VersionAsync(host));

            DeskResult handedIn = await host.Services.GetRequiredService<PlanDesk>().SubmitAsync(Plan, new PersonId("coordinator-af"), "api:test", null, CancellationToken.None);
            await LocalPlatform.Of(host).Workflows.FollowAsync(handedIn, CancellationToken.None);
            await LocalPlatform.Of(host).Busy.QuietAsync();

            Assert.Equal("1.1", await VersionAsync(host));
            Assert.False(await LocalPlatform.Of(host).Workflows.GetInstanceAsync("task:af-2026-approve-s1") is null or { IsCompleted: true });
            await host.StopAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string?> VersionAsync(IHost host) =>
        (await LocalPlatform.Of(host).Workflows.GetInstanceAsync("plan:af:af-2026", getInputsAndOutputs: true))?.ReadCustomStatusAs<string>();

    /// <summary>A deployment of that version: the host reads host.json, or the setting that goes before it.</summary>
    private static async Task<IHost> StartAsync(AzuriteProcess storage, string folder, string version)
    {
        string deployed = Path.Combine(folder, $"host-{version}.json");
        await File.WriteAllTextAsync(deployed, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")).Replace("\"defaultVersion\": \"1.0\"", $"\"defaultVersion\": \"{version}\"", StringComparison.Ordinal));
        IHost host = App.Build(
        [
            "--Local:Port=0", $"--AzureWebJobsStorage={storage.ConnectionString}", $"--Local:DataFolder={folder}", "--Local:Quiet=true", "--Local:Clock:StandsStill=true", "--Local:Clock:Start=2025-11-03T08:00:00Z",
            "--Local:Seed=upgraded", "--Mail:PublicUrl=https://acip.example", $"--Local:HostJson={deployed}", $"--AzureFunctionsJobHost:extensions:durableTask:defaultVersion={version}",
        ]);
        await host.StartAsync();
        return host;
    }
}
