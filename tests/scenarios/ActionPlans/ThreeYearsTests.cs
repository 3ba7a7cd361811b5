using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using ACip.Workflows.Verification;

namespace ACip.Tests.Scenarios.ActionPlans;

/// <summary>One plan from its workbook to its end, through everything that can happen to it in three years.</summary>
// minutes to hours: run by ./campaign, not by every ./test
[Trait("Category", "Campaign")]
public sealed class ThreeYearsTests
{
    private const string Coordinator = "coordinator-af",
        Successor = "coordinator-af-new",
        Officer = "officer-one",
        First = "approver-one",
        Second = "approver-two";

    private static readonly PlanId Plan = new("af-2026");

    [Fact]
    public async Task A_plan_is_drafted_sent_back_approved_revised_handed_over_suspended_and_closed()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(1);
        string path = $"api/plans/{Plan}";
        async Task<Answer> Do(string person, string what, object body) =>
            await world.SendAsync(person, HttpMethod.Post, $"{path}/{what}", body);
        async Task AtAsync(string day) =>
            await world.Platform.AdvanceToAsync(DateTimeOffset.Parse($"{day}T06:00:00Z", CultureInfo.InvariantCulture));
        async Task<ReportRecord> Report(string period) =>
            (await ReportRows.FindAsync(world.Table, new ReportRef(Plan, new PeriodKey(period)), CancellationToken.None))!.Value;
        async Task ApproveByTwo()
        {
            (await Do(First, "decision", new { approved = true })).Is(HttpStatusCode.OK);
            (await Do(First, "decision", new { approved = true })).Is(HttpStatusCode.OK);
            Assert.Equal(PlanState.Submitted, (await world.PlanAsync(Plan)).DraftStage);
            (await Do(Second, "decision", new { approved = true })).Is(HttpStatusCode.OK);
        }

        (await world.SendAsync(Officer, HttpMethod.Put, "api/policies/approval", new { secondApproverFrom = 1 }, "*")).Is(
            HttpStatusCode.OK
        );

        // drafted by workbook
        string title = (await world.GetAsync(Coordinator, $"{path}/draft/plan")).Json["title"]!.GetValue<string>();
        byte[] workbook = (await world.GetAsync(Coordinator, $"{path}/draft.xlsx")).Is(HttpStatusCode.OK).Content;
        (await world.SendAsync(Coordinator, HttpMethod.Put, $"{path}/draft.xlsx", PlanWorld.Retype(workbook, title, "Integrity first"))).Is(
            HttpStatusCode.OK
        );
        Assert.Equal("Integrity first", (await world.GetAsync(Coordinator, $"{path}/draft/plan")).Json["title"]!.GetValue<string>());

        // sent back twice, with reasons per item
        (await Do(Coordinator, "submission", new { })).Is(HttpStatusCode.OK);
        Assert.Equal("reason-when-sent-back", (await Do(First, "decision", new { approved = false })).Is(HttpStatusCode.Conflict).Rule);
        (await Do("expert-one", "comments", new { text = "Compare with last year's survey.", item = "A1" })).Is(HttpStatusCode.OK);
        (await Do("expert-one", "decision", new { approved = true })).Is(HttpStatusCode.Forbidden);
        (
            await Do(
                First,
                "decision",
                new
                {
                    approved = false,
                    reason = "Please be more precise.",
                    items = new { A1 = "Which office?" },
                }
            )
        ).Is(HttpStatusCode.OK);
        Answer risks = await world.GetAsync(Coordinator, $"{path}/draft/risks");
        JsonArray changed = risks.Json.AsArray();
        changed[0]!["mitigation"] = "Weekly talks with every office.";
        (await world.SendAsync(Coordinator, HttpMethod.Put, $"{path}/draft/risks", changed, risks.Tag)).Is(HttpStatusCode.OK);
        (await Do(Coordinator, "submission", new { })).Is(HttpStatusCode.OK);
        JsonNode review = (await world.GetAsync(Second, $"{path}/review")).Is(HttpStatusCode.OK).Json;
        Assert.Equal("risks", Assert.Single(review["changes"]!["items"]!.AsArray())!["kind"]!.GetValue<string>());
        Assert.Single(review["comments"]!.AsArray());
        (await Do(Second, "decision", new { approved = false, reason = "One more look, please." })).Is(HttpStatusCode.OK);
        (await Do(Coordinator, "submission", new { })).Is(HttpStatusCode.OK);

        // approved by two, active on its first day, asked for its first report
        await ApproveByTwo();
        Assert.Equal(PlanState.Approved, (await world.PlanAsync(Plan)).State);
        await AtAsync("2026-01-02");
        Assert.Equal(PlanState.Active, (await world.PlanAsync(Plan)).State);
        await AtAsync("2026-04-05");
        Assert.Equal(1, (await Report("20260101-20260331")).PlanVersion);

        // the coordinator leaves: the task moves, the tokens die
        var task = new TaskRef(StreamId.Of(Plan), new TaskId($"{Plan}-report-20260101-20260331-r1"));
        var tokens = world.Service<TokenIndex>();
        string token = TaskTokens.Reply(tokens.Secret, task.Task, new PersonId(Coordinator));
        Assert.NotNull(await tokens.FindAsync(token, TokenUse.Reply, CancellationToken.None));
        (
            await world.SendAsync(
                Officer,
                HttpMethod.Put,
                $"api/people/{Successor}",
                new
                {
                    id = Successor,
                    name = "Zara Sample-AF",
                    email = "new.af@customs-af.example",
                    language = "En",
                    roles = Array.Empty<object>(),
                },
                isNew: true
            )
        ).Is(HttpStatusCode.OK);
        (
            await world.SendAsync(
                Officer,
                HttpMethod.Post,
                $"api/people/{Coordinator}/departure",
                new { lastDay = "2026-04-04", successor = Successor }
            )
        ).Is(HttpStatusCode.OK);
        await AtAsync("2026-04-08");
        Assert.Null(await tokens.FindAsync(token, TokenUse.Reply, CancellationToken.None));
        HumanTaskRecord moved = (await TaskRows.FindAsync(world.Table, task, CancellationToken.None))!.Value;
        Assert.Equal([new PersonId(Successor)], moved.People);
        Assert.Contains(
            world.Platform.Mail.List(),
            mail => mail.Recipient.Email == "new.af@customs-af.example" && mail.CustomArgs["kind"] == "QuarterlyTask"
        );
        (await world.GetAsync(Coordinator, $"{path}/draft")).Is(HttpStatusCode.Forbidden);

        // an indicator revised in year 2, while reports go on by the approved version
        await AtAsync("2027-02-01");
        (await Do(Officer, "reviews", new { kind = "MidTerm", due = "2027-02-26" })).Is(HttpStatusCode.OK);
        Assert.Equal(
            "plan-not-active",
            (await Do(Officer, "reviews", new { kind = "MidTerm", due = "2027-02-26" })).Is(HttpStatusCode.Conflict).Rule
        );
        await AtAsync("2027-02-05");
        Assert.Contains(
            world.Platform.Mail.List(),
            mail => mail.Recipient.Email == "new.af@customs-af.example" && mail.CustomArgs["kind"] == "PlanReviewTask"
        );
        (await Do(Successor, "reviews/1/findings", new { text = "The survey came late; all else is on course." })).Is(HttpStatusCode.OK);
        (await Do(Officer, "reviews/1/outcome", new { conclusion = "Revise", text = "The register counts otherwise." })).Is(
            HttpStatusCode.OK
        );
        PlanReviewStage midTerm = Assert.Single((await world.PlanAsync(Plan)).Reviews);
        Assert.Equal((new PersonId(Successor), PlanReviewConclusion.Revise), (midTerm.Findings!.By, midTerm.Outcome!.Conclusion));
        (await Do(Officer, "revision", new { reason = "The register counts otherwise.", effectiveFrom = "2027-04-01" })).Is(
            HttpStatusCode.OK
        );
        await AtAsync("2027-04-03");
        Assert.Equal(PlanState.UnderRevision, (await world.PlanAsync(Plan)).State);
        Assert.Equal(
            (ReportState.Open, 1),
            (await Report("20270101-20270331")) is var running ? (running.State, running.PlanVersion) : default
        );
        Answer indicators = await world.GetAsync(Successor, $"{path}/draft/indicators");
        JsonNode indicator = indicators
            .Json.AsArray()
            .First(one => one!["measure"]!.GetValue<string>() == "Unit" && one["baseline"]!["value"] is not null)!;
        string code = indicator["code"]!.GetValue<string>();
        decimal baseline = indicator["baseline"]!["value"]!.GetValue<decimal>();
        JsonArray tampered = indicators.Json.AsArray();
        tampered.First(one => one!["code"]!.GetValue<string>() == code)!["baseline"]!["value"] = baseline + 1;
        Answer saved = (await world.SendAsync(Successor, HttpMethod.Put, $"{path}/draft/indicators", tampered, indicators.Tag)).Is(
            HttpStatusCode.OK
        );
        Assert.Contains(
            (await Do(Successor, "submission", new { })).Is(HttpStatusCode.Conflict).Json["findings"]!.AsArray(),
            finding => finding!["rule"]!.GetValue<string>() == "baseline-frozen"
        );
        (await world.SendAsync(Successor, HttpMethod.Put, $"{path}/draft/indicators", indicators.Json, saved.Tag)).Is(HttpStatusCode.OK);
        indicator["statement"] = "Counted by the new register, both desks together";
        (
            await world.SendAsync(
                Successor,
                HttpMethod.Post,
                $"{path}/draft/indicators/{code}/revision",
                new
                {
                    indicator,
                    reason = "The register counts both desks.",
                    factor = 2,
                }
            )
        ).Is(HttpStatusCode.OK);
        (await Do(Successor, "submission", new { })).Is(HttpStatusCode.OK);
        await ApproveByTwo();
        PlanRecord revised = await world.PlanAsync(Plan);
        Assert.Equal((PlanState.Active, 2), (revised.State, revised.Version));
        await AtAsync("2027-07-03");
        Assert.Equal(2, (await Report("20270401-20270630")).PlanVersion);

        // suspended: what was asked is taken back; resumed: what passed meanwhile is waived
        (await Do(Officer, "suspension", new { reason = "The port is closed." })).Is(HttpStatusCode.OK);
        Assert.Equal(ReportState.Waived, (await Report("20270401-20270630")).State);
        Assert.DoesNotContain(
            await world.Table.ListAsync<HumanTaskRecord>(StreamId.Of(Plan), TaskRows.Prefix, CancellationToken.None),
            row => row.Value.State == TaskState.Open && row.Value.Kind == ReportTaskKinds.ReportQuarter
        );
        await AtAsync("2027-11-02");
        (await Do(Officer, "resumption", new { reason = "The port is open again." })).Is(HttpStatusCode.OK);
        Assert.Equal(ReportState.Waived, (await Report("20270701-20270930")).State);
        await AtAsync("2028-01-04");
        Assert.Equal(ReportState.Open, (await Report("20271001-20271231")).State);

        // closed when its last report has locked
        await AtAsync("2029-04-20");
        Assert.Equal(PlanState.Closed, (await world.PlanAsync(Plan)).State);
        Assert.Single(
            world.Platform.Mail.List(),
            mail => mail.CustomArgs.GetValueOrDefault("delivery") == $"{Plan}-status-over-{Successor}"
        );
        Assert.False(await world.Platform.Workflows.GetInstanceAsync(revised.InstanceId) is { IsCompleted: false });

        // every version opens, and any two compare
        foreach (int version in new[] { 1, 2 })
        {
            Assert.True(
                (await world.GetAsync(Officer, $"{path}/versions/{version}/verify")).Is(HttpStatusCode.OK).Json[
                    "isIntact"
                ]!.GetValue<bool>()
            );
        }

        JsonNode comparison = (await world.GetAsync(Officer, $"{path}/comparison?from=1&to=2")).Is(HttpStatusCode.OK).Json;
        Assert.Equal(code, Assert.Single(comparison["items"]!.AsArray())!["code"]!.GetValue<string>());
        Assert.Equal(
            2,
            comparison["series"]!.AsArray().Single(link => link!["code"]!.GetValue<string>() == code)!["factor"]!.GetValue<decimal>()
        );
        foreach (StreamId stream in new[] { StreamId.Of(Plan), StreamId.Programme })
        {
            IReadOnlyList<AuditEvent> events = await AuditRows.ReadAsync(world.Table, stream, CancellationToken.None);
            AuditHead head = (await world.Table.FindAsync<AuditHead>(stream, AuditRows.Head, CancellationToken.None))!.Value;
            Assert.Empty(StoredChain.Of(stream, events, head).Findings);
        }
    }
}
