using System.Globalization;
using System.Net;
using ACip.Local.Azurite;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Tests.Scenarios.Harness;
using ACip.Tests.Scenarios.Malformed;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Verification;
using Microsoft.DurableTask.Client;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Hosting;

/// <summary>Two deployments of newer versions on one storage, under plans and reports in every state: nothing is lost, everybody goes on,
/// and each plan takes up the newest version when it begins its next stage.</summary>
public sealed class UpgradeDrillTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Category", "Campaign")]
    public async Task From_1_0_over_1_1_to_1_2_with_plans_in_every_state()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("acip-drill-");
        await using AzuriteProcess storage = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        DateTimeOffset now = PlanWorld.Begins;
        await using (PlanWorld world = await StartAsync(storage, folder, "1.0", now, 9))
        {
            await BringToAsync(world, "sl", "submission");
            await BringToAsync(world, "gh", "submission", "return");
            foreach (string approved in new[] { "lb", "lr", "ml", "mz" })
            {
                await BringToAsync(world, approved, "submission", "approve");
            }

            await DoAsync(world, "np", "cancellation");
            now = await MoveAsync(world, 2025, 12, 20);
            Assert.Equal(
                "af Drafting, sl Submitted, gh Returned, lb Approved, lr Approved, ml Approved, mz Approved, np Cancelled",
                await PlansAsync(world)
            );
        }

        await using (PlanWorld world = await GoOnAsync(storage, folder, "1.1", now))
        {
            await BringToAsync(world, "af", "submission", "approve");
            await BringToAsync(world, "sl", "approve");
            await BringToAsync(world, "gh", "submission", "approve");
            await MoveAsync(world, 2026, 2, 2);
            await DoAsync(world, "lr", "revision", new { reason = "Another law.", effectiveFrom = "2026-07-01" });
            await DoAsync(world, "ml", "suspension");
            await DoAsync(world, "mz", "closing");
            await MoveAsync(world, 2026, 4, 10);
            foreach (string plan in new[] { "sl", "gh", "lb" })
            {
                await MalformedWorld.ReportAsync(world, await FirstAsync(world, plan));
            }

            await DecideAsync(world, "gh", false);
            await DecideAsync(world, "lb", true);
            now = await MoveAsync(world, 2026, 4, 12);
            Assert.Equal(
                "af Active, sl Active, gh Active, lb Active, lr UnderRevision, ml Suspended, mz Closed, np Cancelled",
                await PlansAsync(world)
            );
            Assert.Equal("Open, Submitted, Returned, Accepted", await ReportsAsync(world, 0, "af", "sl", "gh", "lb"));
        }

        await using (PlanWorld world = await GoOnAsync(storage, folder, "1.2", now))
        {
            await MalformedWorld.ReportAsync(world, await FirstAsync(world, "af"));
            await MalformedWorld.ReportAsync(world, await FirstAsync(world, "gh"));
            foreach (string plan in new[] { "af", "sl", "gh" })
            {
                await DecideAsync(world, plan, true);
            }

            await BringToAsync(world, "lr", "submission", "approve");
            await DoAsync(world, "ml", "resumption");
            await MoveAsync(world, 2026, 7, 3);
            Assert.Equal(
                "af Active, sl Active, gh Active, lb Active, lr Active, ml Active, mz Closed, np Cancelled",
                await PlansAsync(world)
            );
            Assert.Equal("Locked, Locked, Locked, Locked", await ReportsAsync(world, 0, "af", "sl", "gh", "lb"));
            Assert.Equal("Open, Open, Open, Open, Open", await ReportsAsync(world, 1, "af", "sl", "gh", "lb", "lr"));
            foreach (string plan in new[] { "af", "sl", "gh", "lb", "lr", "ml" })
            {
                Assert.Equal((plan, "1.2"), (plan, await VersionAsync(world, plan)));
            }

            Assert.Equal([], (await world.Service<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
        }

        folder.Delete(recursive: true);
    }

    /// <summary>The next deployment: before anybody does anything, everything stands as it was left.</summary>
    private async Task<PlanWorld> GoOnAsync(AzuriteProcess storage, DirectoryInfo folder, string version, DateTimeOffset now)
    {
        StoredState left = await StoredState.ReadAsync(storage.ConnectionString, []);
        PlanWorld world = await StartAsync(storage, folder, version, now, 0);
        (await StoredState.ReadAsync(storage.ConnectionString, [])).MustBeAs(left);
        int running = left.Facts.Count(fact =>
            fact.Key.StartsWith("workflow ", StringComparison.Ordinal) && fact.Value is "Running" or "Pending"
        );
        output.WriteLine($"{version}: {running} workflows wait");
        Assert.True(running >= 6);
        return world;
    }

    private static Task<PlanWorld> StartAsync(
        AzuriteProcess storage,
        DirectoryInfo folder,
        string version,
        DateTimeOffset now,
        int administrations
    ) =>
        PlanWorld.StartAsync(
            administrations,
            $"--AzureWebJobsStorage={storage.ConnectionString}",
            $"--Local:DataFolder={folder.FullName}",
            $"--Local:Clock:Start={now.ToString("O", CultureInfo.InvariantCulture)}",
            "--Local:Seed=drill",
            $"--AzureFunctionsJobHost:extensions:durableTask:defaultVersion={version}"
        );

    private static PlanId Plan(string country) => new($"{country}-2026");

    private static async Task<DateTimeOffset> MoveAsync(PlanWorld world, int year, int month, int day)
    {
        await world.Platform.AdvanceToAsync(new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero));
        await world.Platform.Busy.QuietAsync();
        await foreach (
            OrchestrationMetadata one in world.Platform.Workflows.GetAllInstancesAsync(
                new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Failed])
            )
        )
        {
            Assert.Fail($"{one.InstanceId} failed");
        }

        return world.Platform.Clock.GetUtcNow();
    }

    private static async Task BringToAsync(PlanWorld world, string country, params string[] steps)
    {
        foreach (string step in steps)
        {
            (
                step == "submission"
                    ? await world.SendAsync($"coordinator-{country}", HttpMethod.Post, $"api/plans/{Plan(country)}/submission")
                    : await world.SendAsync(
                        "approver-two",
                        HttpMethod.Post,
                        $"api/plans/{Plan(country)}/decision",
                        new { approved = step == "approve", reason = "Looked at." }
                    )
            ).Is(HttpStatusCode.OK);
        }
    }

    private static async Task DoAsync(PlanWorld world, string country, string what, object? body = null) =>
        (
            await world.SendAsync(
                "officer-two",
                HttpMethod.Post,
                $"api/plans/{Plan(country)}/{what}",
                body ?? new { reason = "So decided." }
            )
        ).Is(HttpStatusCode.OK);

    private static async Task DecideAsync(PlanWorld world, string country, bool approved) =>
        (
            await world.SendAsync(
                "approver-two",
                HttpMethod.Post,
                $"api/plans/{Plan(country)}/reports/{(await FirstAsync(world, country)).Period}/decision",
                new { approved, reason = "Please check." }
            )
        ).Is(HttpStatusCode.OK);

    private static async Task<string> PlansAsync(PlanWorld world)
    {
        var states = new List<string>();
        foreach (string country in new[] { "af", "sl", "gh", "lb", "lr", "ml", "mz", "np" })
        {
            states.Add($"{country} {(await world.PlanAsync(Plan(country))).State}");
        }

        return string.Join(", ", states);
    }

    private static async Task<string> ReportsAsync(PlanWorld world, int number, params string[] countries)
    {
        var states = new List<string?>();
        foreach (string country in countries)
        {
            states.Add((await OfAsync(world, country)).ElementAtOrDefault(number)?.State.ToString());
        }

        return string.Join(", ", states);
    }

    /// <summary>Not all quarters begin in January.</summary>
    private static async Task<ReportRef> FirstAsync(PlanWorld world, string country) =>
        new(Plan(country), (await OfAsync(world, country))[0].Period.Key);

    private static async Task<IReadOnlyList<ReportRecord>> OfAsync(PlanWorld world, string country) =>
        [
            .. (await world.Table.ListAsync<ReportRecord>(StreamId.Of(Plan(country)), ReportRows.Prefix, CancellationToken.None)).Select(
                row => row.Value
            ),
        ];

    private static async Task<string?> VersionAsync(PlanWorld world, string country) =>
        (await world.Platform.Workflows.GetInstanceAsync($"plan:{country}:{Plan(country)}", getInputsAndOutputs: true))
            ?.ReadCustomStatusAs<InstanceStatus>()
            ?.Version;
}
