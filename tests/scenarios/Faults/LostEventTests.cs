using ACip.Tests.Scenarios.Harness;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Scenarios.Faults;

public sealed class LostEventTests
{
    [Theory]
    [InlineData("--Local:Durable:ReplayFromScratch=false")]
    [InlineData("--Local:Durable:ReplayFromScratch=true")]
    [InlineData("--Local:Durable:HostileSeed=1")]
    public async Task A_decision_whose_event_is_lost_is_found_in_the_table_at_the_next_alarm(string mode)
    {
        await using RunningProgramme programme = await RunningProgramme.StartAsync(administrations: 1, mode);
        var plan = new PlanId("af-2026");
        await programme.ReplyAsync(programme.Newest("DraftingTask"), "SUBMIT");
        string asking = programme.Newest("ReviewTask").CustomArgs["delivery"];
        Assert.StartsWith("af-2026-approve-s1-ask-", asking, StringComparison.Ordinal);

        // calls the service directly, like an endpoint that dies between its commit and its event
        CommandResult result = await programme
            .Get<PlanApprovalService>()
            .DecideAsync(plan, new Decision(true), new PersonId("approver-one"), CancellationToken.None);

        Assert.IsType<CommandResult.Recorded>(result);
        await programme.Platform.Busy.QuietAsync();
        OrchestrationMetadata? waiting = await programme.Platform.Workflows.GetInstanceAsync("task:plan-af-2026:af-2026-approve-s1");
        Assert.Equal(OrchestrationRuntimeStatus.Running, waiting?.RuntimeStatus);

        await programme.Platform.AdvanceAsync(TimeSpan.FromDays(8)); // the approver's first reminder would have gone out on the seventh day
        OrchestrationMetadata? ended = await programme.Platform.Workflows.GetInstanceAsync("task:plan-af-2026:af-2026-approve-s1");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended?.RuntimeStatus);
        Assert.Equal(asking, programme.Newest("ReviewTask").CustomArgs["delivery"]); // nobody was asked or reminded again
        Assert.DoesNotContain(programme.Platform.Mail.List(), mail => mail.CustomArgs.GetValueOrDefault("kind") == "Reminder");

        await programme.Platform.AdvanceToAsync(new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal("af-2026-report-20260101-20260331-r1-ask-coordinator-af", programme.Newest("QuarterlyTask").CustomArgs["delivery"]);
    }
}
