using ACip.Local.Cli.Platform;
using ACip.Local.Mail;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using static ACip.Tests.Scenarios.Cycle.ApprovedPlan;
using Decision = ACip.Workflows.HumanTasks.Decision;

namespace ACip.Tests.Scenarios.Cycle;

/// <summary>What officers and reviewers do at their desks, and what the workflows make of it. Afghanistan's plan of 2026, one report after
/// the other.</summary>
[Collection("Cycle")]
public sealed class OfficerTests : IAsyncLifetime
{
    private static readonly PersonId Officer = new("officer-one");
    private static readonly ReportRef First = new(Plan, new PeriodKey("20260101-20260331")),
        Second = new(Plan, new PeriodKey("20260401-20260630")),
        Third = new(Plan, new PeriodKey("20260701-20260930"));

    private LocalPlatform? platform;

    private LocalPlatform Platform => platform!;

    public async Task InitializeAsync()
    {
        platform = await StartAsync("officer", "--Mail:PublicUrl=https://acip.example");
    }

    public async Task DisposeAsync()
    {
        await Platform.DisposeAsync();
    }

    [Fact]
    public async Task A_year_at_the_desks()
    {
        await Platform.AdvanceToAsync(Day("2026-04-20"));
        await MoreTimeIsKeptWithItsReasonAndReminded();
        await SomeItemsAreAcceptedAndTheRestComesBack();
        await Platform.AdvanceToAsync(Day("2026-07-10"));
        await AReportIsWaivedAndNobodyIsAskedAnyMore();
        await Platform.AdvanceToAsync(Day("2026-10-10"));
        await APolicyChangesForNewTasksOnly();
        await Platform.AdvanceToAsync(Day("2027-04-10"));
        await ARestatementKeepsBothValuesAndSupersedesTheDonorReport();
    }

    [Fact]
    public async Task A_report_accepted_after_its_lock_is_locked_at_once_and_its_author_is_told_and_nothing_starts_it_again()
    {
        await Platform.AdvanceToAsync(Day("2026-04-20"));
        await AnswerAsync(First, 1);
        await Platform.AdvanceToAsync(Day("2026-08-20"));
        Assert.True((await ReportAsync(First)).Period.Locks < Platform.Clock.GetUtcNow());
        Assert.Equal(ReportState.Submitted, (await ReportAsync(First)).State);

        await Platform.WakeAsync(await Of<ReportService>().DecideAsync(First, new Decision(true), Approver, CancellationToken.None));
        Assert.Equal(ReportState.Locked, (await ReportAsync(First)).State);
        Assert.Single(Sent(), key => key == $"{Plan}-{First.Period}-accepted-s1");

        await Platform.AdvanceToAsync(Day("2027-01-20"));
        Assert.Null(await Platform.Workflows.GetInstanceAsync(First.InstanceId, CancellationToken.None)); // purged, and not started again
        Assert.Single(Sent(), key => key == $"{Plan}-{First.Period}-accepted-s1");
    }

    private async Task MoreTimeIsKeptWithItsReasonAndReminded()
    {
        Assert.IsType<CommandResult.Refused>(
            await Of<ReportOfficerService>().ExtendAsync(First, new DateOnly(2026, 5, 20), " ", Officer, CancellationToken.None)
        );
        await Platform.WakeAsync(
            await Of<ReportOfficerService>()
                .ExtendAsync(First, new DateOnly(2026, 5, 20), "new coordinator", Officer, CancellationToken.None)
        );

        ReportRecord report = await ReportAsync(First);
        Assert.Equal(new DateOnly(2026, 5, 20), DateOnly.FromDateTime(report.Due.DateTime));
        Assert.Equal("new coordinator", Assert.Single(report.Extensions).Reason);
        await Platform.AdvanceToAsync(Day("2026-05-18"));
        Assert.Contains(Sent(), key => key == $"{Plan}-report-{First.Period}-r1-due-in-3-x1-{Coordinator}");
    }

    private async Task SomeItemsAreAcceptedAndTheRestComesBack()
    {
        await AnswerAsync(First, 1);
        string[] codes = [.. (await ReportAsync(First)).Entries.Keys.Order(StringComparer.Ordinal)];
        Assert.IsType<CommandResult.Refused>(
            await Of<ReportService>().DecideAsync(First, new Decision(false, "some", AcceptOthers: true), Approver, CancellationToken.None)
        );
        await Platform.WakeAsync(
            await Of<ReportService>()
                .DecideAsync(
                    First,
                    new Decision(false, null, new Dictionary<string, string> { [codes[0]] = "looks low" }, AcceptOthers: true),
                    Approver,
                    CancellationToken.None
                )
        );
        Assert.Equal(codes.Length - 1, (await ReportAsync(First)).AcceptedItems.Count);

        await AnswerAsync(First, 2);
        await Platform.WakeAsync(await Of<ReportService>().DecideAsync(First, new Decision(true), Approver, CancellationToken.None));
        IReadOnlyList<Observation> accepted = await ReportRows.AcceptedAsync(Of<ProgrammeTable>(), Plan, CancellationToken.None);
        Assert.Equal(codes, accepted.Select(one => one.Item).Order(StringComparer.Ordinal)); // each once, over the two rounds
        Assert.Equal(2m, accepted.Single(one => one.Item == codes[0]).Value);

        Assert.IsType<CommandResult.Recorded>(
            await Of<CommentService>()
                .AddAsync(First, codes[0], "Thank you.", Approver, new EntrySource("api:test"), CancellationToken.None)
        );
        Assert.Equal("Thank you.", Assert.Single(await Of<CommentService>().ListAsync(First, CancellationToken.None)).Text);
    }

    private async Task AReportIsWaivedAndNobodyIsAskedAnyMore()
    {
        await Platform.WakeAsync(
            await Of<ReportOfficerService>().WaiveAsync(Second, "change of government", Officer, CancellationToken.None)
        );
        LocalMessage told = Assert.Single(Platform.Mail.List(), mail => Delivery(mail) == $"{Plan}-{Second.Period}-ended-{Coordinator}");
        Assert.Matches(@"has\s+waived\s+your\s+report\s+for\s+1\s+April\s+to\s+30\s+June\s+2026", told.Text);
        Assert.Contains("Reason: change of government", told.Text, StringComparison.Ordinal);
        int before = Sent().Count(key => key.Contains(Second.Period.Value, StringComparison.Ordinal));
        await Platform.AdvanceToAsync(Day("2026-09-15")); // before the retention of finished instances is over

        Assert.Equal(ReportState.Waived, (await ReportAsync(Second)).State);
        Assert.Equal(before, Sent().Count(key => key.Contains(Second.Period.Value, StringComparison.Ordinal)));
        Assert.Equal(
            OrchestrationRuntimeStatus.Completed,
            (await Platform.Workflows.GetInstanceAsync(Second.InstanceId, CancellationToken.None))!.RuntimeStatus
        );
        Assert.Equal(
            "report-has-ended",
            Assert
                .IsType<CommandResult.Refused>(
                    await Of<ReportOfficerService>().DeclareNilAsync(Second, "nothing", Officer, CancellationToken.None)
                )
                .Rule
        );
    }

    private async Task APolicyChangesForNewTasksOnly()
    {
        ReminderPolicy daily = ReminderPolicy.Standard with
        {
            Steps = [.. ReminderPolicy.Standard.Steps, new("asked-2", ReminderAnchor.Opens, 2, [Audience.Coordinator])],
        };
        Assert.IsType<CommandResult.Recorded>(await Of<CycleSettingsService>().SavePolicyAsync(daily, Officer, CancellationToken.None));
        await Platform.AdvanceToAsync(Day("2026-10-20"));
        Assert.DoesNotContain(Sent(), key => key.Contains("asked-2", StringComparison.Ordinal));
        await Platform.WakeAsync(
            await Of<ReportOfficerService>().DeclareNilAsync(Third, "nothing happened", Officer, CancellationToken.None)
        );
        Assert.Equal(ReportState.NilReturn, (await ReportAsync(Third)).State);
        LocalMessage told = Assert.Single(Platform.Mail.List(), mail => Delivery(mail) == $"{Plan}-{Third.Period}-ended-{Coordinator}");
        Assert.Matches(@"nothing\s+to\s+report", told.Text);
        Assert.Contains("nothing happened", told.Text, StringComparison.Ordinal);

        await Platform.AdvanceToAsync(Day("2027-01-20"));
        Assert.Contains(Sent(), key => key == $"{Plan}-report-20261001-20261231-r1-asked-2-{Coordinator}");
    }

    private async Task ARestatementKeepsBothValuesAndSupersedesTheDonorReport()
    {
        var agreement = new AgreementId("norad-acip-2026");
        await SignAsync(agreement);
        Observation old = (await ReportRows.AcceptedAsync(Of<ProgrammeTable>(), Plan, CancellationToken.None)).First(one =>
            one.Period == First.Period && one.Value is not null
        );
        RestatementProposed proposed = await Of<RestatementService>()
            .ProposeAsync(First, [Number(old.Item, 7)], "counted twice", Officer, new EntrySource("api:test"), CancellationToken.None);
        RestatementRef restatement = proposed.Start!;
        await Platform.Workflows.ScheduleNewOrchestrationInstanceAsync(
            nameof(RestatementReview),
            restatement,
            new StartOrchestrationOptions(restatement.InstanceId)
        );
        await Platform.AdvanceAsync(TimeSpan.FromDays(4));

        Assert.Equal(
            "author-may-not-approve",
            Assert
                .IsType<CommandResult.Refused>(
                    await Of<RestatementService>().DecideAsync(restatement, new Decision(true), Officer, CancellationToken.None)
                )
                .Rule
        );
        await Platform.WakeAsync(
            await Of<RestatementService>().DecideAsync(restatement, new Decision(true), Approver, CancellationToken.None)
        );
        foreach (PersonId person in new[] { Officer, Coordinator })
        {
            LocalMessage decided = Assert.Single(
                Platform.Mail.List(),
                mail => Delivery(mail) == $"{Plan}-{First.Period}-restated-1-{person}"
            );
            string told = string.Join(' ', decided.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains($"has approved the restatement of {old.Item}", told, StringComparison.Ordinal);
            Assert.Contains("Reason: counted twice", told, StringComparison.Ordinal);
        }

        await Platform.AdvanceAsync(TimeSpan.FromDays(1));

        Observation[] both =
        [
            .. (await ReportRows.AcceptedAsync(Of<ProgrammeTable>(), Plan, CancellationToken.None)).Where(one =>
                one.Period == First.Period && one.Item == old.Item
            ),
        ];
        Assert.Equal([old.Value, 7m], both.Select(one => one.Value));
        Assert.Equal(old.Id, both[1].Restates);
        await SignAsync(agreement);
        DonorReportRecord report = (
            await DonorReportRows.FindAsync(Of<ProgrammeTable>(), agreement, new PeriodKey("20260101-20261231"), CancellationToken.None)
        )!.Value;
        Assert.Equal((DonorReportState.Issued, 2), (report.State, report.Versions.Count));
    }

    private async Task SignAsync(AgreementId agreement)
    {
        await Platform.WakeAsync(
            await Of<DonorReportSigningService>()
                .DecideAsync(agreement, new PeriodKey("20260101-20261231"), new Decision(true), OtherApprover, CancellationToken.None)
        );
        await Platform.AdvanceAsync(TimeSpan.FromDays(1));
    }

    private async Task AnswerAsync(ReportRef report, decimal value)
    {
        ReportRecord file = await ReportAsync(report);
        var plan = await Of<Workflows.ActionPlans.Lifecycle.PlanVersions>().ReadAsync(Plan, file.PlanVersion, CancellationToken.None);
        ReplyFigure[] figures = [.. ReportItems.Asked(plan, file).Where(ReportItems.IsFigure).Select(item => Number(item.Code, value))];
        ReportAnswerResult? result = await Of<ReportService>()
            .AnswerAsync(
                new GivenAnswer(report, new ParsedReply(new Command.Submit(), figures, []), Coordinator, new EntrySource("api:test")),
                null,
                CancellationToken.None
            );
        Assert.Equal(ReportAnswerKind.Submitted, result!.Kind);
        await Platform.WakeAsync(new CommandResult.Recorded($"task:plan-{Plan}:{Plan}-report-{report.Period}-r{file.Round}"));
    }

    private async Task<ReportRecord> ReportAsync(ReportRef report) =>
        (await ReportRows.FindAsync(Of<ProgrammeTable>(), report, CancellationToken.None))!.Value;

    private IEnumerable<string> Sent() => Platform.Mail.List().Select(Delivery);

    private static string Delivery(LocalMessage mail) => mail.CustomArgs.GetValueOrDefault("delivery", "");

    private T Of<T>()
        where T : notnull => Platform.Get<T>();

    private static ReplyFigure Number(string code, decimal value) =>
        new(code, value, null, null, null, null, new Dictionary<string, decimal>(), $"{code}: {value}");
}
