using System.Net.Http.Json;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.House;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Scenarios.Cycle;

/// <summary>No instance waits where the daily reconciliation would do: a plan sleeps until its next step is near, and is there to the minute.</summary>
public sealed class ParkedPlanTests
{
    [Fact]
    public async Task A_plan_sleeps_through_its_quarter_and_opens_the_next_period_to_the_minute()
    {
        await using RunningProgramme programme = await RunningProgramme.StartAsync(1);
        LocalMessage drafting = programme.Newest("DraftingTask");
        var id = new PlanId(drafting.CustomArgs["stream"]["plan-".Length..]);
        await programme.ReplyAsync(drafting, "SUBMIT");
        using var http = new HttpClient { BaseAddress = new Uri(programme.Platform.BaseUrl) };
        using var decision = new HttpRequestMessage(HttpMethod.Post, $"api/plans/{id}/decision") { Content = JsonContent.Create(new { approved = true }) };
        decision.Headers.Add("X-Local-Sign-In", "approver-one");
        (await http.SendAsync(decision)).EnsureSuccessStatusCode();
        await programme.Platform.AdvanceToAsync(new DateTimeOffset(2026, 1, 3, 0, 0, 0, TimeSpan.Zero));

        PlanRecord plan = (await PlanRows.FindAsync(programme.Get<ProgrammeTable>(), id, CancellationToken.None))!.Value;
        ReportingPeriod next = plan.Periods[plan.ReportsStarted];
        var wakes = new HashSet<DateTimeOffset>();
        for (DateTimeOffset day = programme.Platform.Clock.GetUtcNow(); day < next.Opens; day = day.AddDays(1))
        {
            await programme.Platform.AdvanceToAsync(day);
            wakes.Add((await LifecycleAsync(programme, plan)).LastUpdatedAt);
        }

        Assert.True(next.Opens - new DateTimeOffset(plan.Periods[0].Start, TimeOnly.MinValue, TimeSpan.Zero) > TimeSpan.FromDays(60), $"opens {next.Opens}");
        Assert.InRange(wakes.Count, 2, 8); // its alarm's pieces alone were fifteen
        Assert.Null(await programme.Platform.Workflows.GetInstanceAsync(new ReportRef(id, next.Key).InstanceId));

        await programme.Platform.AdvanceToAsync(next.Opens.AddMinutes(1));
        Assert.NotNull(await programme.Platform.Workflows.GetInstanceAsync(new ReportRef(id, next.Key).InstanceId));
    }

    private static async Task<OrchestrationMetadata> LifecycleAsync(RunningProgramme programme, PlanRecord plan) => (await programme.Platform.Workflows.GetInstanceAsync(plan.InstanceId))!;
}
