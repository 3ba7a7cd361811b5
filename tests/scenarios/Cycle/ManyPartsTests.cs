using ACip.Local.Cli.Platform;
using ACip.Local.Mail;
using ACip.Tests.Faults.Auditor;
using ACip.Tests.Scenarios.Harness;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using static ACip.Tests.Scenarios.Cycle.ApprovedPlan;

namespace ACip.Tests.Scenarios.Cycle;

/// <summary>A report of which many colleagues are asked a part each: however many they are, its end is told to each of them once.</summary>
[Collection("Cycle")]
public sealed class ManyPartsTests : IAsyncLifetime
{
    private static readonly PersonId Officer = new("officer-one");
    private static readonly ReportRef First = new(Plan, new PeriodKey("20260101-20260331"));

    private LocalPlatform? platform;

    private LocalPlatform Platform => platform!;

    private ProgrammeTable Table => Platform.Get<ProgrammeTable>();

    public async Task InitializeAsync()
    {
        platform = await StartAsync("parts", "--Mail:PublicUrl=https://acip.example");
        await Platform.AdvanceToAsync(Day("2026-04-13"));
    }

    public async Task DisposeAsync() => await Platform.DisposeAsync();

    [Fact]
    public async Task As_many_as_a_report_may_have_open_end_with_it()
    {
        string[] asked = await AssignAsync(ContributionRules.MostOpen);
        await Platform.WakeAsync(
            await Platform.Get<ReportOfficerService>().WaiveAsync(First, "The port is closed.", Officer, CancellationToken.None)
        );
        await AssertEndedAsync(asked, "-ended-");
    }

    [Fact]
    public async Task More_than_one_commit_holds_end_with_the_plan()
    {
        string[] asked = await AssignAsync((2 * ContributionRules.MostOpen) + 5);
        await Platform.WakeAsync(
            await Platform.Get<PlanStatusService>().SuspendAsync(Plan, "The port is closed.", Officer, CancellationToken.None)
        );
        await AssertEndedAsync(asked, "-status1-");
    }

    private async Task AssertEndedAsync(string[] asked, string mark)
    {
        Assert.Equal(ReportState.Waived, (await ReportRows.FindAsync(Table, First, CancellationToken.None))!.Value.State);
        Assert.All(
            await Table.ListAsync<HumanTaskRecord>(First.Stream, TaskRows.Prefix, CancellationToken.None),
            task => Assert.NotEqual(TaskState.Open, task.Value.State)
        );
        IEnumerable<LocalMessage> told = Platform
            .Mail.List()
            .Where(mail => mail.CustomArgs.GetValueOrDefault("delivery", "").Contains(mark, StringComparison.Ordinal));
        Assert.Equal(asked.Order(), told.Select(mail => mail.Recipient.Email).Where(asked.Contains).Order());
        Assert.Equal([], await StorageAudit.RunAsync(Platform.Storage!));
    }

    /// <summary>Asks so many colleagues for an item each.</summary>
    /// <returns>Their addresses.</returns>
    private async Task<string[]> AssignAsync(int parts)
    {
        Person[] colleagues = [.. Enumerable.Range(1, parts).Select(Colleague)];
        foreach (Person[] some in colleagues.Chunk(20))
        {
            UnitOfWork unit = some.Aggregate(new UnitOfWork(StreamId.Programme), (all, one) => all.Add(ProgrammeRows.Key(one.Id), one));
            Assert.True(await Table.TryCommitAsync(unit, CancellationToken.None));
        }

        EachWorker.ForgetRegister(Platform);
        foreach (Person one in colleagues)
        {
            var unit = new UnitOfWork(First.Stream);
            Row<ReportRecord> row = (await ReportRows.FindAsync(Table, First, CancellationToken.None))!;
            AddedPart added = await Platform
                .Get<ContributionService>()
                .AddAsync(
                    unit,
                    row.Value,
                    ([$"of-{one.Id}"], one.Id, Coordinator, new EntrySource("api:test"), null),
                    CancellationToken.None
                );
            Assert.True(await Table.TryCommitAsync(unit.Replace(row, added.After), CancellationToken.None));
        }

        return [.. colleagues.Select(one => one.Email)];
    }

    private static Person Colleague(int number) =>
        new(
            new PersonId($"colleague-{number}"),
            $"Colleague {number}",
            $"colleague.{number}@customs-af.example",
            Language.En,
            [new RoleHeld(Role.Contributor, new DateOnly(2026, 1, 1), Administration: new AdministrationId("AF"))]
        );
}
