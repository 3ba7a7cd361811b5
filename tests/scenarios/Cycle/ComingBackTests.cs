using System.Text.RegularExpressions;
using ACip.Local.Cli.Platform;
using ACip.Local.Mail;
using ACip.Tests.Faults.Auditor;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Onboarding.StandingIn;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.DurableTask.Client;
using static ACip.Tests.Scenarios.Cycle.ApprovedPlan;

namespace ACip.Tests.Scenarios.Cycle;

/// <summary>A report is under review while people come and go.</summary>
[Collection("Cycle")]
public sealed class ComingBackTests : IAsyncLifetime
{
    private static readonly ReportRef First = new(Plan, new PeriodKey("20260101-20260331"));

    private LocalPlatform? platform;

    private LocalPlatform Platform => platform!;

    public async Task InitializeAsync()
    {
        platform = await StartAsync("coming-back", "--Mail:PublicUrl=https://acip.example");
        await Platform.AdvanceToAsync(Day("2026-05-04"));
        await AnswerAsync();
    }

    public async Task DisposeAsync() => await Platform.DisposeAsync();

    [Fact]
    public async Task An_approver_who_was_away_for_a_week_is_asked_again_and_the_review_goes_on()
    {
        var absence = new NewAbsence(OtherApprover, new DateOnly(2026, 5, 6), new DateOnly(2026, 5, 13));
        await Platform.WakeAsync(await Platform.Get<AbsenceService>().NameAsync(Approver, absence, CancellationToken.None));
        await Platform.AdvanceToAsync(Day("2026-05-11"));
        TaskRef review = ReportTasks.Review(await ReportAsync());
        Assert.Equal([OtherApprover], (await TaskAsync(review)).People); // reminded alone

        await Platform.AdvanceToAsync(Day("2026-05-18"));
        HumanTaskRecord goesOn = await TaskAsync(review);
        Assert.Equal([Approver, OtherApprover], goesOn.People);
        Assert.Equal(
            [$"{review.Task}-ask-{Approver}", $"{review.Task}-ask-s2-{Approver}"],
            goesOn.Steps.SelectMany(step => step.Mails).Where(key => Asks(key) && key.EndsWith($"-{Approver}", StringComparison.Ordinal))
        );
        Assert.Equal(
            OrchestrationRuntimeStatus.Running,
            (await Platform.Workflows.GetInstanceAsync(review.InstanceId, CancellationToken.None))!.RuntimeStatus
        );
    }

    [Fact]
    public async Task What_a_coordinator_writes_after_leaving_changes_nothing_and_waits_for_the_secretariat()
    {
        ReportRecord before = await ReportAsync();
        string code = before.Entries.First(entry => entry.Value.Value is not null).Key;
        LocalMessage ask = Platform
            .Mail.List()
            .First(mail => mail.CustomArgs.GetValueOrDefault("delivery") == $"{Plan}-report-{First.Period}-r1-ask-{Coordinator}");
        await Platform.WakeAsync(
            await Platform
                .Get<DepartureService>()
                .DepartAsync(Coordinator, new Departure(new DateOnly(2026, 5, 4)), new PersonId("officer-one"), CancellationToken.None)
        );
        await Platform.Mail.ReplyAsync(ask.Id, new InboundReply { Text = $"{code}: 98" });
        await Platform.Busy.QuietAsync();
        Assert.Equal(98m, (await ReportAsync()).Entries[code].Value); // it is her last day

        await Platform.AdvanceToAsync(Day("2026-05-05"));
        await Platform.Mail.ReplyAsync(ask.Id, new InboundReply { Text = $"{code}: 99" });
        await Platform.Busy.QuietAsync();
        Assert.Equal(98m, (await ReportAsync()).Entries[code].Value);
        ReceivedMail aside = Assert.Single(
            (
                await Platform.Get<ProgrammeTable>().ListAsync<ReceivedMail>(StreamId.Inbox, ReceivedMail.Prefix, CancellationToken.None)
            ).Select(row => row.Value),
            mail => mail.Task == ReportTasks.Answer(before).Task
        );
        Assert.Equal((nameof(Verdict.Quarantine), QuarantineState.Waiting), (aside.Verdict, aside.State));
    }

    [Fact]
    public async Task Whom_nobody_registered_stays_in_no_report_that_is_over_and_its_end_is_told()
    {
        var second = new ReportRef(Plan, new PeriodKey("20260401-20260630"));
        await Platform.AdvanceToAsync(Day("2026-07-06"));
        LocalMessage ask = Platform
            .Mail.List()
            .First(mail => mail.CustomArgs.GetValueOrDefault("delivery") == $"{Plan}-report-{second.Period}-r1-ask-{Coordinator}");
        string code = Regex.Match(ask.Text, @"\(([A-Z]\d+)\)").Groups[1].Value;
        await Platform.Mail.ReplyAsync(ask.Id, new InboundReply { Text = $"ASSIGN {code}: kofi@elsewhere.example" });
        await Platform.Busy.QuietAsync();
        Assert.Equal("kofi@elsewhere.example", Assert.Single(ContributionRules.Wanted(await ReportAsync(second))).Address);

        await Platform.AdvanceToAsync(Day("2026-10-05"));
        ReportRecord over = await ReportAsync(second);
        ContributorRequest wanted = Assert.Single(ContributionRules.Wanted(over));
        Assert.Equal((ReportState.Missed, null, null), (over.State, wanted.Address, wanted.Decision!.By));
        string key = $"{Plan}-{second.Period}-missed-";
        LocalMessage told = Assert.Single(Platform.Mail.List(), mail => mail.CustomArgs.GetValueOrDefault("delivery") == key + Coordinator);
        string words = string.Join(' ', told.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("without a report.", words, StringComparison.Ordinal);
        Assert.Contains("It had not been decided by then", words, StringComparison.Ordinal);
        Assert.Contains("an officer can still add it", words, StringComparison.Ordinal);
        Assert.Equal([], await StorageAudit.RunAsync(Platform.Storage!));
        Row<OutgoingMail>? officers = await Platform
            .Get<ProgrammeTable>()
            .FindAsync<OutgoingMail>(second.Stream, OutgoingMail.RowKey($"{key}officer-one"), CancellationToken.None);
        Assert.Contains("by a restatement", officers?.Value.Text ?? "", StringComparison.Ordinal);
    }

    private async Task AnswerAsync()
    {
        ReportRecord file = await ReportAsync();
        var plan = await Platform
            .Get<Workflows.ActionPlans.Lifecycle.PlanVersions>()
            .ReadAsync(Plan, file.PlanVersion, CancellationToken.None);
        ReplyFigure[] figures =
        [
            .. ReportItems
                .Asked(plan, file)
                .Where(ReportItems.IsFigure)
                .Select(item => new ReplyFigure(
                    item.Code,
                    1,
                    null,
                    null,
                    null,
                    null,
                    new Dictionary<string, decimal>(),
                    $"{item.Code}: 1"
                )),
        ];
        ReportAnswerResult? result = await Platform
            .Get<ReportService>()
            .AnswerAsync(
                new GivenAnswer(First, new ParsedReply(new Command.Submit(), figures, []), Coordinator, new EntrySource("api:test")),
                null,
                CancellationToken.None
            );
        Assert.Equal(ReportAnswerKind.Submitted, result!.Kind);
        await Platform.WakeAsync(new CommandResult.Recorded(ReportTasks.Answer(file).InstanceId));
    }

    private async Task<ReportRecord> ReportAsync(ReportRef? report = null) =>
        (await ReportRows.FindAsync(Platform.Get<ProgrammeTable>(), report ?? First, CancellationToken.None))!.Value;

    private async Task<HumanTaskRecord> TaskAsync(TaskRef task) =>
        (await TaskRows.FindAsync(Platform.Get<ProgrammeTable>(), task, CancellationToken.None))!.Value;

    private static bool Asks(string key) => key.Contains("-ask-", StringComparison.Ordinal);
}
