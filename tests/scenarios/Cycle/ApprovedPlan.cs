using System.Globalization;
using ACip.Local.Cli;
using ACip.Local.Cli.Platform;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using Decision = ACip.Workflows.HumanTasks.Decision;

namespace ACip.Tests.Scenarios.Cycle;

/// <summary>A platform on which Afghanistan's plan of 2026 is approved, and the clock stands in November 2025.</summary>
internal static class ApprovedPlan
{
    public static readonly PlanId Plan = new("af-2026");

    public static readonly PersonId Coordinator = new("coordinator-af"),
        Approver = new("approver-one"),
        OtherApprover = new("approver-two");

    /// <param name="seed">Of what is random on it.</param>
    public static async Task<LocalPlatform> StartAsync(string seed, params IReadOnlyList<string> settings)
    {
        LocalPlatform platform = await LocalPlatform.StartAsync([
            "--Local:Port=0",
            "--Local:Azurite=Memory",
            "--Local:Quiet=true",
            "--Local:Clock:StandsStill=true",
            "--Local:Clock:Start=2025-11-03T08:00:00Z",
            $"--Local:Seed={seed}",
            .. settings,
        ]);
        await SampleLoading.LoadAsync(platform, 1, new DateOnly(2026, 1, 1));
        await platform.AdvanceToAsync(Day("2025-11-04"));
        var plans = platform.Get<PlanApprovalService>();
        await platform.WakeAsync(await plans.SubmitAsync(Plan, Coordinator, new EntrySource("api:test"), null, CancellationToken.None));
        await platform.WakeAsync(await plans.DecideAsync(Plan, new Decision(true), Approver, CancellationToken.None));
        return platform;
    }

    /// <summary>What follows this decision, which must have been recorded; returns when nothing runs.</summary>
    public static async Task WakeAsync(this LocalPlatform platform, CommandResult result)
    {
        await platform.Workflows.FollowAsync(Assert.IsType<CommandResult.Recorded>(result), CancellationToken.None);
        await platform.Busy.QuietAsync();
    }

    /// <summary>Eight o'clock of it.</summary>
    public static DateTimeOffset Day(string day) => DateTimeOffset.Parse(day + "T08:00:00Z", CultureInfo.InvariantCulture);
}
