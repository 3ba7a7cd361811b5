using ACip.Local.Cli.Platform;
using ACip.Tests.Faults.Auditor;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using static ACip.Tests.Scenarios.Cycle.ApprovedPlan;
using Decision = ACip.Workflows.HumanTasks.Decision;

namespace ACip.Tests.Scenarios.Cycle;

/// <summary>A coordinator takes back what nobody has decided on; the Secretariat opens what was accepted and is not locked.</summary>
[Collection("Cycle")]
public sealed class TakingBackTests : IAsyncLifetime
{
    private static readonly ReportRef First = new(Plan, new PeriodKey("20260101-20260331"));

    private LocalPlatform? platform;

    private LocalPlatform Platform => platform!;

    public async Task InitializeAsync()
    {
        platform = await StartAsync("taken-back", "--Mail:PublicUrl=https://acip.example");
        await Platform.AdvanceToAsync(Day("2026-04-10"));
        await AnswerAsync(1);
    }

    public async Task DisposeAsync() => await Platform.DisposeAsync();

    [Fact]
    public async Task What_was_handed_in_is_taken_back_while_nobody_has_decided_and_counts_once_it_is_handed_in_again()
    {
        await Platform.WakeAsync(await Taking().RecallAsync(First, "a wrong column", Coordinator, CancellationToken.None));

        ReportRecord back = await ReportAsync();
        Assert.Equal((ReportState.Returned, 2), (back.State, back.Round));
        await Platform.AdvanceToAsync(Day("2026-04-13")); // mails wait for a working day
        Assert.StartsWith("[A-CIP] Taken back: Afghanistan", LastMailTo("coordinator-af").Subject, StringComparison.Ordinal);
        Assert.Contains("before anybody had decided", LastMailTo("coordinator-af").Text, StringComparison.Ordinal);
        Assert.IsType<CommandResult.Refused>(
            await Of<ReportService>().DecideAsync(First, new Decision(true), Approver, CancellationToken.None)
        );

        await AnswerAsync(2);
        await Platform.WakeAsync(await Of<ReportService>().DecideAsync(First, new Decision(true), Approver, CancellationToken.None));
        Assert.All((await AcceptedAsync()).Where(one => one.Value is not null), one => Assert.Equal(2m, one.Value));
        Assert.Equal(
            "report-state",
            Assert.IsType<CommandResult.Refused>(await Taking().RecallAsync(First, "again", Coordinator, CancellationToken.None)).Rule
        );
        Assert.Equal([], await StorageAudit.RunAsync(Platform.Storage!));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_accepted_is_opened_again_with_a_reason_and_what_is_not_changed_stands(bool told)
    {
        await Platform.WakeAsync(await Of<ReportService>().DecideAsync(First, new Decision(true), Approver, CancellationToken.None));
        IReadOnlyList<Observation> before = await AcceptedAsync();
        Assert.IsType<CommandResult.Refused>(await Taking().ReopenAsync(First, " ", OtherApprover, CancellationToken.None));
        CommandResult opened = await Taking().ReopenAsync(First, "A1 is of last year", OtherApprover, CancellationToken.None);
        if (told)
        {
            await Platform.WakeAsync(opened);
        }

        await Platform.AdvanceToAsync(Day("2026-04-13")); // where the wake-up was lost, the next look finds it

        ReportRecord open = await ReportAsync();
        Assert.Equal((ReportState.Returned, 2), (open.State, open.Round));
        LocalMailText mail = LastMailTo("coordinator-af");
        Assert.StartsWith("[A-CIP] Opened again: ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("A1 is of last year", mail.Text, StringComparison.Ordinal);
        Assert.Equal(before.Select(one => one.Id), (await AcceptedAsync()).Select(one => one.Id)); // it stands meanwhile

        await AnswerAsync(3, only: "A1");
        await Platform.WakeAsync(await Of<ReportService>().DecideAsync(First, new Decision(true), Approver, CancellationToken.None));
        Observation added = Assert.Single((await AcceptedAsync()).Skip(before.Count));
        Assert.Equal(("A1", 3m, before.Single(one => one.Item == "A1").Id), (added.Item, added.Value, added.Restates));
        await Platform.AdvanceToAsync(Day("2026-08-20"));
        Assert.Equal(ReportState.Locked, (await ReportAsync()).State);
        Assert.Equal(
            "report-state",
            Assert.IsType<CommandResult.Refused>(await Taking().ReopenAsync(First, "late", Approver, CancellationToken.None)).Rule
        );
        Assert.Equal([], await StorageAudit.RunAsync(Platform.Storage!));
    }

    private TakingBackService Taking() => Of<TakingBackService>();

    private async Task AnswerAsync(decimal value, string? only = null)
    {
        ReportRecord file = await ReportAsync();
        var plan = await Of<Workflows.ActionPlans.Lifecycle.PlanVersions>().ReadAsync(Plan, file.PlanVersion, CancellationToken.None);
        ReplyFigure[] figures =
        [
            .. ReportItems
                .Asked(plan, file)
                .Where(item => ReportItems.IsFigure(item) && (only is null || item.Code == only))
                .Select(item => Number(item.Code, value)),
        ];
        Assert.Equal(
            ReportAnswerKind.Submitted,
            (
                await Of<ReportService>()
                    .AnswerAsync(
                        new GivenAnswer(
                            First,
                            new ParsedReply(new Command.Submit(), figures, []),
                            Coordinator,
                            new EntrySource("api:test")
                        ),
                        null,
                        CancellationToken.None
                    )
            )!.Kind
        );
        await Platform.Workflows.RaiseEventAsync(
            $"task:plan-{Plan}:{Plan}-report-{First.Period}-r{file.Round}",
            HumanTask.Answered,
            "test"
        );
        await Platform.Busy.QuietAsync();
    }

    private async Task<ReportRecord> ReportAsync() =>
        (await ReportRows.FindAsync(Of<ProgrammeTable>(), First, CancellationToken.None))!.Value;

    private Task<IReadOnlyList<Observation>> AcceptedAsync() =>
        ReportRows.AcceptedAsync(Of<ProgrammeTable>(), Plan, CancellationToken.None);

    private LocalMailText LastMailTo(string person)
    {
        var mail = Platform
            .Mail.List()
            .Last(mail => mail.CustomArgs.GetValueOrDefault("delivery", "").EndsWith(person, StringComparison.Ordinal));
        return new LocalMailText(mail.Subject, mail.Text);
    }

    private T Of<T>()
        where T : notnull => Platform.Get<T>();

    private static ReplyFigure Number(string code, decimal value) =>
        new(code, value, null, null, null, null, new Dictionary<string, decimal>(), $"{code}: {value}");

    private sealed record LocalMailText(string Subject, string Text);
}
