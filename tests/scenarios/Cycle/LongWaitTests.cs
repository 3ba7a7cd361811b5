using ACip.Tests.Scenarios.Harness;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Scenarios.Cycle;

/// <summary>Who waits for months sleeps without a timer; the daily reconciliation wakes it in time.</summary>
public sealed class LongWaitTests
{
    private const string Plan = "plan:af:af-2026";

    [Fact]
    public async Task A_plan_sleeps_until_its_next_quarter_is_near_and_opens_it_to_the_minute()
    {
        await using RunningProgramme programme = await ActiveAsync();
        OrchestrationMetadata asleep = await StandingAsync(programme);
        DateTimeOffset opens = asleep.ReadCustomStatusAs<InstanceStatus>()!.SleepsUntil!.Value;

        // nothing happens to it for a month
        await programme.Platform.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Equal(asleep.LastUpdatedAt, (await StandingAsync(programme)).LastUpdatedAt);

        await programme.Platform.AdvanceToAsync(opens - TimeSpan.FromDays(4));
        Assert.Null((await StandingAsync(programme)).ReadCustomStatusAs<InstanceStatus>()!.SleepsUntil);

        await programme.Platform.AdvanceToAsync(opens - TimeSpan.FromMinutes(1));
        Assert.Null(await programme.Platform.Workflows.GetInstanceAsync("report:af-2026:20260101-20260331"));
        await programme.Platform.AdvanceToAsync(opens + TimeSpan.FromMinutes(1));
        Assert.NotNull(await programme.Platform.Workflows.GetInstanceAsync("report:af-2026:20260101-20260331"));
    }

    [Fact]
    public async Task What_changes_meanwhile_wakes_a_sleeper_at_once()
    {
        await using RunningProgramme programme = await ActiveAsync();

        await programme.Platform.Workflows.RaiseEventAsync(Plan, ActionPlanLifecycle.Changed, "changed");
        await programme.Platform.Workflows.RaiseEventAsync(Plan, LongWait.Near, "too early");
        await programme.Platform.Busy.QuietAsync();

        // it has looked, and waits on; an event that came too early costs some pieces of a timer, and nothing else
        await programme.Platform.AdvanceToAsync(new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero));
        Assert.NotNull(await programme.Platform.Workflows.GetInstanceAsync("report:af-2026:20260101-20260331"));
    }

    private static async Task<RunningProgramme> ActiveAsync()
    {
        RunningProgramme programme = await RunningProgramme.StartAsync(administrations: 1);
        await programme.ReplyAsync(programme.Newest("DraftingTask"), "SUBMIT");
        Assert.IsType<CommandResult.Recorded>(
            await programme
                .Get<PlanApprovalService>()
                .DecideAsync(new PlanId("af-2026"), new Decision(true), new PersonId("approver-one"), CancellationToken.None)
        );
        await programme.Platform.Workflows.RaiseEventAsync("task:plan-af-2026:af-2026-approve-s1", "answered", "changed");
        await programme.Platform.Busy.QuietAsync();
        await programme.Platform.AdvanceToAsync(new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero));
        return programme;
    }

    private static async Task<OrchestrationMetadata> StandingAsync(RunningProgramme programme) =>
        (await programme.Platform.Workflows.GetInstanceAsync(Plan, getInputsAndOutputs: true))!;
}
