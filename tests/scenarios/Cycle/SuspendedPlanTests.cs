using ACip.Local.Cli.Platform;
using ACip.Local.Mail;
using ACip.Tests.Faults.Auditor;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using static ACip.Tests.Scenarios.Cycle.ApprovedPlan;

namespace ACip.Tests.Scenarios.Cycle;

/// <summary>A plan is suspended while a review is open, and while officers are asked about its open report.</summary>
[Collection("Cycle")]
public sealed class SuspendedPlanTests : IAsyncLifetime
{
    private static readonly PersonId Officer = new("officer-one");
    private static readonly ReportRef First = new(Plan, new PeriodKey("20260101-20260331"));

    private LocalPlatform? platform;

    private LocalPlatform Platform => platform!;

    public async Task InitializeAsync()
    {
        platform = await StartAsync("suspended", "--Mail:PublicUrl=https://acip.example");
        await Platform.AdvanceToAsync(Day("2026-04-13"));
    }

    public async Task DisposeAsync() => await Platform.DisposeAsync();

    [Fact]
    public async Task Its_open_review_rests_and_is_asked_again_when_it_is_resumed()
    {
        (_, PlanReviewRef? begun) = await Platform
            .Get<PlanEvaluationService>()
            .OpenAsync(Plan, PlanReviewKind.MidTerm, new DateOnly(2026, 5, 20), Officer, CancellationToken.None);
        await Platform.Workflows.BeginAsync(begun, CancellationToken.None);
        await Platform.AdvanceToAsync(Day("2026-04-15"));
        Assert.Equal([TaskState.Open], await AskedAsync());

        await Platform.WakeAsync(await Status().SuspendAsync(Plan, "The port is closed.", Officer, CancellationToken.None));
        await Platform.AdvanceToAsync(Day("2026-04-22")); // and the platform gets quiet
        Assert.Equal([TaskState.Expired], await AskedAsync());
        Assert.False(await RunsAsync(begun!.InstanceId));
        Assert.Contains("Suspended:", Told(Coordinator, 1).Subject, StringComparison.Ordinal);
        Assert.Contains("Reason: The port is closed.", Told(Coordinator, 1).Text, StringComparison.Ordinal);
        Assert.Single(Asked());

        await Platform.WakeAsync(await Status().ResumeAsync(Plan, "It is open again.", Officer, CancellationToken.None));
        Assert.True(await RunsAsync(begun.InstanceId)); // at once: nobody waits for the reconciliation
        Assert.Contains("Resumed:", Told(Coordinator, 2).Subject, StringComparison.Ordinal);
        Assert.Contains("The next report covers 1 April to 30 June 2026", Told(Coordinator, 2).Text, StringComparison.Ordinal);
        await Platform.AdvanceToAsync(Day("2026-04-28"));
        Assert.Equal([TaskState.Expired, TaskState.Open], await AskedAsync());
        Assert.Equal(2, Asked().Count());
        Assert.True(await RunsAsync(begun.InstanceId));

        await Platform.WakeAsync(
            await Platform
                .Get<PlanEvaluationService>()
                .FindAsync(begun, "All on course.", Coordinator, new EntrySource("api:test"), null, CancellationToken.None)
        );
        Assert.False(await RunsAsync(begun.InstanceId));
        Assert.Equal([], await StorageAudit.RunAsync(Platform.Storage!));
    }

    [Fact]
    public async Task What_officers_are_asked_about_its_report_is_taken_back_and_a_proposed_address_goes()
    {
        TaskAsked time = (
            await Platform
                .Get<MoreTimeService>()
                .AskAsync(
                    new AskedTime(First, new DateOnly(2026, 5, 20), "the census", Coordinator, new EntrySource("api:test"), "k"),
                    CancellationToken.None
                )
        ).Begin!;
        string code = await ItemAsync();
        TaskRef part = (
            await Platform
                .Get<ContributionService>()
                .AskAsync(
                    new AskedPart(First, [code], "new.colleague@customs-af.example", Coordinator, new EntrySource("api:test")),
                    CancellationToken.None
                )
        ).Begin!;
        foreach (TaskRef task in new[] { time.Ref, part })
        {
            var asked = new TaskAsked(task.Stream, task.Task);
            await Platform.Workflows.ScheduleNewOrchestrationInstanceAsync(
                nameof(HumanTask),
                asked,
                new Microsoft.DurableTask.StartOrchestrationOptions(asked.InstanceId)
            );
        }

        await Platform.AdvanceToAsync(Day("2026-04-15"));
        await Platform.WakeAsync(await Status().SuspendAsync(Plan, "The port is closed.", Officer, CancellationToken.None));
        Assert.Equal((TaskState.Cancelled, TaskState.Cancelled), (await StateAsync(time.Ref), await StateAsync(part)));
        ReportRecord report = (await ReportRows.FindAsync(Platform.Get<ProgrammeTable>(), First, CancellationToken.None))!.Value;
        Assert.Equal(ReportState.Waived, report.State);
        Assert.Null(Assert.Single(report.ContributorRequests!).Address);
        Assert.False(await RunsAsync(time.InstanceId) || await RunsAsync(part.InstanceId));
        Assert.Equal([], await StorageAudit.RunAsync(Platform.Storage!));
    }

    /// <summary>What the person was told of the plan's Nth change.</summary>
    private LocalMessage Told(PersonId person, int number) =>
        Assert.Single(Platform.Mail.List(), mail => mail.CustomArgs.GetValueOrDefault("delivery") == $"{Plan}-status{number}-{person}");

    private PlanStatusService Status() => Platform.Get<PlanStatusService>();

    private async Task<string> ItemAsync()
    {
        ReportRecord report = (await ReportRows.FindAsync(Platform.Get<ProgrammeTable>(), First, CancellationToken.None))!.Value;
        var plan = await Platform.Get<PlanVersions>().ReadAsync(Plan, report.PlanVersion, CancellationToken.None);
        return ReportItems.Asked(plan, report)[0].Code;
    }

    private async Task<TaskState> StateAsync(TaskRef task) =>
        (await TaskRows.FindAsync(Platform.Get<ProgrammeTable>(), task, CancellationToken.None))!.Value.State;

    /// <summary>What was asked about the review, in order.</summary>
    private async Task<TaskState[]> AskedAsync() =>
        [
            .. (await Platform.Get<ProgrammeTable>().ListAsync<HumanTaskRecord>(StreamId.Of(Plan), TaskRows.Prefix, CancellationToken.None))
                .Where(row => row.Value.Kind == PlanTaskKinds.EvaluatePlan)
                .OrderBy(row => row.Value.AskedAt)
                .Select(row => row.Value.State),
        ];

    private IEnumerable<string> Asked() =>
        Platform
            .Mail.List()
            .Select(mail => mail.CustomArgs.GetValueOrDefault("delivery", ""))
            .Where(key =>
                key.Contains("-plan-review1", StringComparison.Ordinal) && key.EndsWith($"-ask-{Coordinator}", StringComparison.Ordinal)
            );

    private async Task<bool> RunsAsync(string instance) =>
        await Platform.Workflows.GetInstanceAsync(instance, CancellationToken.None) is { IsCompleted: false };
}
