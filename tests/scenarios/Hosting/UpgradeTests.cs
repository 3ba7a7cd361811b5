using ACip.Local.Azurite;
using ACip.Local.Cli;
using ACip.Local.Cli.Platform;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;

namespace ACip.Tests.Scenarios.Hosting;

/// <summary>A plan that runs for years takes up what is deployed meanwhile.</summary>
public sealed class UpgradeTests
{
    private static readonly PlanId Plan = new("af-2026");

    [Fact]
    public async Task A_running_plan_takes_up_the_deployed_version_when_it_begins_its_next_stage()
    {
        string folder = Directory.CreateTempSubdirectory("acip-upgraded-").FullName;
        await using AzuriteProcess storage = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        await using (LocalPlatform platform = await StartAsync(storage, folder, "1.0"))
        {
            await SampleLoading.LoadAsync(platform, 1, new DateOnly(2026, 1, 1));
            await platform.Busy.QuietAsync();
            Assert.Equal("1.0", await VersionAsync(platform));
        }

        await using (LocalPlatform platform = await StartAsync(storage, folder, "1.1"))
        {
            // in the middle of its stage, with a history of the old code
            Assert.Equal("1.0", await VersionAsync(platform));

            CommandResult handedIn = await platform
                .Get<PlanApprovalService>()
                .SubmitAsync(Plan, new PersonId("coordinator-af"), new EntrySource("api:test"), null, CancellationToken.None);
            await platform.Workflows.FollowAsync(handedIn, CancellationToken.None);
            await platform.Busy.QuietAsync();

            Assert.Equal("1.1", await VersionAsync(platform));
            Assert.False(
                await platform.Workflows.GetInstanceAsync("task:plan-af-2026:af-2026-approve-s1") is null or { IsCompleted: true }
            );
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string?> VersionAsync(LocalPlatform platform) =>
        (await platform.Workflows.GetInstanceAsync("plan:af:af-2026", getInputsAndOutputs: true))
            ?.ReadCustomStatusAs<InstanceStatus>()
            ?.Version;

    /// <summary>A deployment of that version: a setting goes before what host.json says.</summary>
    private static Task<LocalPlatform> StartAsync(AzuriteProcess storage, string folder, string version) =>
        LocalPlatform.StartAsync([
            "--Local:Port=0",
            $"--AzureWebJobsStorage={storage.ConnectionString}",
            $"--Local:DataFolder={folder}",
            "--Local:Quiet=true",
            "--Local:Clock:StandsStill=true",
            "--Local:Clock:Start=2025-11-03T08:00:00Z",
            "--Local:Seed=upgraded",
            "--Mail:PublicUrl=https://acip.example",
            $"--AzureFunctionsJobHost:extensions:durableTask:defaultVersion={version}",
        ]);
}
