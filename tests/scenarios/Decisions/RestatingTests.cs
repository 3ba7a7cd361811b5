using System.Collections.Concurrent;
using System.Net;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Tests.Scenarios.Decisions;

/// <summary>Four reports that were accepted and are locked by now.</summary>
public sealed class LockedReports : ReportsFixture
{
    private readonly ConcurrentQueue<ReportRef> locked = new();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        for (int i = 0; i < 4; i++)
        {
            ReportRef report = Take();
            (await EnterAsync(CoordinatorOf(report.Plan), report, 10)).Is(HttpStatusCode.OK);
            (await DecideAsync("approver-one", report, new { approved = true })).Is(HttpStatusCode.OK);
            locked.Enqueue(report);
        }

        await World.Platform.AdvanceToAsync(World.Platform.Clock.GetUtcNow().AddDays(100));
    }

    internal ReportRef TakeLocked() =>
        locked.TryDequeue(out ReportRef? next) ? next : throw new InvalidOperationException("No locked report is left.");
}

/// <summary>A value is restated by one at a time: two that waited together would both count.</summary>
public sealed class RestatingTests(LockedReports programme) : IClassFixture<LockedReports>
{
    private readonly PlanWorld world = programme.World;

    [Fact]
    public async Task Of_two_restatements_of_one_item_one_waits_and_what_it_replaces_is_looked_at_again_when_it_is_decided()
    {
        ReportRef report = programme.TakeLocked();
        string item = await programme.NumberAsync(report);
        Assert.Equal(ReportState.Locked, (await programme.ReadAsync(report)).State);

        Task<Answer> Propose(string person, decimal value) =>
            world.SendAsync(
                person,
                HttpMethod.Post,
                $"{ReportsFixture.PathOf(report)}/restatements",
                new { figures = new[] { new { code = item, value } }, reason = "counted twice" },
                quiet: false
            );
        Answer[] both = await Task.WhenAll(Propose("officer-one", 20), Propose("officer-two", 30));
        await world.Platform.Busy.QuietAsync();
        Assert.Single(both, answer => answer.Status == HttpStatusCode.OK);
        Answer second = Assert.Single(both, answer => answer.Status == HttpStatusCode.Conflict);
        Assert.EndsWith("restatement-waits", second.Json["type"]!.GetValue<string>(), StringComparison.Ordinal);
        ReportRestatement waiting = Assert.Single(await world.Service<RestatementService>().ListAsync(report, CancellationToken.None));

        // one that slipped in all the same, as before this rule: the first decision makes it void
        var slipped = new RestatementRef(report.Plan, report.Period, 2);
        Row<ReportRecord> row = (await ReportRows.FindAsync(world.Table, report, CancellationToken.None))!;
        Assert.True(
            await world.Table.TryCommitAsync(
                new UnitOfWork(report.Stream)
                    .Replace(row, row.Value with { Restatements = 2 })
                    .Add(slipped.RowKey, waiting with { Number = 2, By = new PersonId("officer-two") }),
                CancellationToken.None
            )
        );
        (await DecideAsync("approver-one", report, 1, new { approved = true })).Is(HttpStatusCode.OK);
        Answer late = (await DecideAsync("approver-two", report, 2, new { approved = true })).Is(HttpStatusCode.Conflict);
        Assert.EndsWith("restated-meanwhile", late.Json["type"]!.GetValue<string>(), StringComparison.Ordinal);
        (await DecideAsync("approver-two", report, 2, new { approved = false, reason = "Restated already." })).Is(HttpStatusCode.OK);

        LocalMessage[] told = Told(report, 2);
        Assert.Equal(
            new[] { ReportsFixture.CoordinatorOf(report.Plan), "officer-two" },
            told.Select(mail => mail.CustomArgs["delivery"].Split("-restated-2-")[1]).Order(StringComparer.Ordinal)
        );
        Assert.All(told, mail => Assert.Contains("Restated already.", mail.Text, StringComparison.Ordinal));
        Assert.All(told, mail => Assert.DoesNotContain("counted twice", mail.Text, StringComparison.Ordinal)); // why it was wanted

        Observation[] values =
        [
            .. (await ReportRows.AcceptedAsync(world.Table, report.Plan, CancellationToken.None)).Where(one =>
                one.Period == report.Period && one.Item == item
            ),
        ];
        Assert.Equal(2, values.Length);
        Assert.Equal(values[0].Id, values[1].Restates);

        // once it is decided, the next may be proposed, on what then stands
        Answer third = (await Propose("officer-two", 40)).Is(HttpStatusCode.OK);
        Assert.Equal(3, third.Json["number"]!.GetValue<int>());
        Assert.Equal(
            values[1].Id,
            (await world.Service<RestatementService>().ListAsync(report, CancellationToken.None))[^1].Items[0].Restates
        );
    }

    [Fact]
    public async Task A_restatement_of_an_early_report_stands_on_the_lists_while_it_waits()
    {
        ReportRef report = programme.TakeLocked();
        string item = await programme.NumberAsync(report);
        var next = new ReportRef(report.Plan, (await world.PlanAsync(report.Plan)).Periods[1].Key);
        (await programme.EnterAsync(ReportsFixture.CoordinatorOf(report.Plan), next, 10)).Is(HttpStatusCode.OK);
        (await programme.DecideAsync("approver-one", next, new { approved = true })).Is(HttpStatusCode.OK);
        await ReadTasksAsync(); // the dashboard has seen the plan

        (
            await world.SendAsync(
                "officer-one",
                HttpMethod.Post,
                $"{ReportsFixture.PathOf(report)}/restatements",
                new { figures = new[] { new { code = item, value = 77 } }, reason = "counted twice" }
            )
        ).Is(HttpStatusCode.OK);
        string task = new RestatementRef(report.Plan, report.Period, 1).Task.Task.Value;
        Assert.Contains(task, await ReadTasksAsync(), StringComparison.Ordinal);
        (await DecideAsync("approver-one", report, 1, new { approved = true })).Is(HttpStatusCode.OK);
        Assert.DoesNotContain(task, await ReadTasksAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_confidential_figure_it_is_told_that_it_was_restated_and_not_why()
    {
        ReportRef report = programme.TakeLocked();
        string item = (await PlanRows.VersionAsync(world.Table, report.Plan, 1, CancellationToken.None))
            .Indicators.First(one => one.Sensitive)
            .Code;
        FormItem asked = ReportItems
            .Asked(await PlanRows.VersionAsync(world.Table, report.Plan, 1, CancellationToken.None), await programme.ReadAsync(report))
            .First(one => one.Code == item);
        System.Text.Json.Nodes.JsonObject figure = ReportsFixture.Figure(asked, 44);

        (await ProposeAsync("officer-one", report, new { figures = new[] { figure }, reason = "one case was counted twice" })).Is(
            HttpStatusCode.OK
        );
        (await DecideAsync("approver-one", report, 1, new { approved = true })).Is(HttpStatusCode.OK);

        LocalMessage[] told = Told(report, 1);
        Assert.Equal(2, told.Length);
        Assert.All(told, mail => Assert.DoesNotContain("counted twice", mail.Text, StringComparison.Ordinal));
        Assert.All(told, mail => Assert.Contains(item, mail.Text, StringComparison.Ordinal));
    }

    private Task<Answer> ProposeAsync(string officer, ReportRef report, object restatement) =>
        world.SendAsync(officer, HttpMethod.Post, $"{ReportsFixture.PathOf(report)}/restatements", restatement);

    private Task<Answer> DecideAsync(string approver, ReportRef report, int number, object decision) =>
        world.SendAsync(approver, HttpMethod.Post, $"{ReportsFixture.PathOf(report)}/restatements/{number}/decision", decision);

    private LocalMessage[] Told(ReportRef report, int number) =>
        [
            .. world
                .Platform.Mail.List()
                .Where(mail =>
                    mail.CustomArgs.GetValueOrDefault("delivery")
                        ?.Contains($"{report.Plan}-{report.Period}-restated-{number}-", StringComparison.Ordinal) == true
                ),
        ];

    private async Task<string> ReadTasksAsync() => (await world.GetAsync("approver-one", "api/tasks?limit=200")).Is(HttpStatusCode.OK).Text;

    [Fact]
    public async Task Two_decisions_at_once_on_two_restatements_of_one_item_let_one_through()
    {
        ReportRef report = programme.TakeLocked();
        string item = await programme.NumberAsync(report);
        var desk = world.Service<RestatementService>();
        var figure = new ReplyFigure(item, 20, null, null, null, null, new Dictionary<string, decimal>(), "");
        RestatementRef first = (
            await desk.ProposeAsync(
                report,
                [figure],
                "counted twice",
                new PersonId("officer-one"),
                new EntrySource("api:test"),
                CancellationToken.None
            )
        ).Start!;
        Row<ReportRestatement> proposed = (
            await world.Table.FindAsync<ReportRestatement>(report.Stream, first.RowKey, CancellationToken.None)
        )!;
        var twin = new RestatementRef(report.Plan, report.Period, 2);
        Assert.True(
            await world.Table.TryCommitAsync(
                new UnitOfWork(report.Stream).Add(twin.RowKey, proposed.Value with { Number = 2 }),
                CancellationToken.None
            )
        );

        CommandResult[] decided = await Task.WhenAll(
            new[] { first, twin }.Select(one =>
                desk.DecideAsync(one, new Decision(true), new PersonId("approver-one"), CancellationToken.None)
            )
        );

        Assert.Single(decided, result => result is CommandResult.Recorded);
        Assert.Single(decided, result => result is CommandResult.Refused { Rule: "restated-meanwhile" });
    }
}
