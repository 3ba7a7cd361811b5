using System.Net;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Tests.Scenarios.Mail;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Tests.Scenarios.Decisions;

/// <summary>Nobody decides on what they have not read: the tag that a decision names is the one that is committed against.</summary>
[Collection(ReportsCollection.Name)]
public sealed class ReadBeforeDecidingTests(ReportsFixture programme)
{
    private readonly PlanWorld world = programme.World;

    [Fact]
    public async Task A_correction_that_came_after_the_reading_hinders_the_decision_also_at_the_desk()
    {
        ReportRef report = programme.Take();
        string coordinator = ReportsFixture.CoordinatorOf(report.Plan),
            item = await programme.NumberAsync(report);
        (await programme.EnterAsync(coordinator, report, 10)).Is(HttpStatusCode.OK);
        string tag = await programme.TagAsync(report);
        (await programme.CorrectAsync(coordinator, report, item, 999)).Is(HttpStatusCode.OK);

        // past every check that an endpoint may make: the desk itself compares with what it replaces
        var late = Assert.IsType<CommandResult.Refused>(
            await world
                .Service<ReportService>()
                .DecideAsync(report, new Decision(true), new PersonId("approver-one"), CancellationToken.None, AsRead.Of(tag.Trim('"')))
        );
        Assert.Equal("changed-meanwhile", late.Rule);
        (await programme.DecideAsync("approver-one", report, new { approved = true }, tag)).Is(HttpStatusCode.PreconditionFailed);
        Assert.Equal(ReportState.Submitted, (await programme.ReadAsync(report)).State);

        (await programme.DecideAsync("approver-one", report, new { approved = true }, await programme.TagAsync(report))).Is(
            HttpStatusCode.OK
        );
        Assert.Equal(999, (await programme.ReadAsync(report)).Entries[item].Value);
    }

    [Fact]
    public async Task Of_25_corrections_at_the_instant_of_the_decision_none_is_decided_on_unseen()
    {
        ReportRef report = programme.Take();
        string coordinator = ReportsFixture.CoordinatorOf(report.Plan),
            item = await programme.NumberAsync(report);
        int decided = 0;
        for (int round = 1; round <= 25; round++)
        {
            (await programme.EnterAsync(coordinator, report, round)).Is(HttpStatusCode.OK);
            string tag = await programme.TagAsync(report);
            int before = (await programme.TrailAsync(report))[^1].Sequence;
            Answer[] answers = await Task.WhenAll(
                programme.CorrectAsync(coordinator, report, item, 1000 + round),
                programme.DecideAsync("approver-one", report, new { approved = false, reason = "Once more, please." }, tag)
            );

            answers[0].Is(HttpStatusCode.OK);
            Assert.Contains(answers[1].Status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.PreconditionFailed]);
            AuditKind[] since = [.. (await programme.TrailAsync(report)).Where(link => link.Sequence > before).Select(link => link.Kind)];
            if (answers[1].Status == HttpStatusCode.OK)
            {
                decided++;
                Assert.Equal(AuditKind.ReportReturned, since[0]);
            }
            else
            {
                Assert.Equal([AuditKind.ReportDrafted], since);
                (await programme.DecideAsync("approver-one", report, new { approved = false, reason = "Once more, please." })).Is(
                    HttpStatusCode.OK
                );
            }
        }

        Assert.InRange(decided, 0, 25);
    }

    [Theory]
    [InlineData("unquoted")]
    [InlineData("\"open")]
    [InlineData("\"one\" \"two\"")]
    [InlineData("W/unquoted")]
    public async Task A_tag_that_cannot_be_read_is_refused_by_everything_that_decides(string tag)
    {
        ReportRef report = new(new PlanId("af-2026"), new PeriodKey("20260101-20260331"));
        string plan = $"api/plans/{report.Plan}";
        (string Person, HttpMethod Method, string Path, object Body)[] all =
        [
            ("approver-one", HttpMethod.Post, $"{plan}/decision", new { approved = true }),
            ("approver-one", HttpMethod.Post, $"{ReportsFixture.PathOf(report)}/decision", new { approved = true }),
            ("approver-one", HttpMethod.Post, $"{ReportsFixture.PathOf(report)}/restatements/1/decision", new { approved = true }),
            ("approver-one", HttpMethod.Post, "api/donor-reports/norad-acip-2026/20260101-20261231/decision", new { approved = true }),
            ("officer-one", HttpMethod.Post, "api/donor-reports/norad-acip-2026/20260101-20261231/revision", new { changeNote = "x" }),
            ("officer-one", HttpMethod.Post, $"{ReportsFixture.PathOf(report)}/waiver", new { reason = "x" }),
            ("officer-one", HttpMethod.Post, $"{ReportsFixture.PathOf(report)}/nil", new { reason = "x" }),
            ("officer-one", HttpMethod.Post, $"{ReportsFixture.PathOf(report)}/extension", new { reason = "x", day = "2026-06-01" }),
            (
                "officer-one",
                HttpMethod.Put,
                $"{ReportsFixture.PathOf(report)}/notes",
                new
                {
                    risks = Array.Empty<object>(),
                    deviations = Array.Empty<object>(),
                    events = Array.Empty<object>(),
                }
            ),
            ("officer-one", HttpMethod.Post, $"{plan}/suspension", new { reason = "x" }),
            ("officer-one", HttpMethod.Post, $"{plan}/cancellation", new { reason = "x" }),
            ("officer-one", HttpMethod.Post, $"{plan}/closing", new { reason = "x" }),
            ("officer-one", HttpMethod.Post, $"{plan}/revision", new { reason = "x", effectiveFrom = "2026-10-01" }),
            ("officer-one", HttpMethod.Put, "api/policies/approval", new { secondApproverFrom = 3 }),
            ("officer-one", HttpMethod.Put, "api/calendars/AF", new { quietDays = Array.Empty<string>() }),
            ("officer-one", HttpMethod.Post, "api/people/coordinator-af/departure", new { lastDay = "2026-06-30" }),
        ];
        string before = await TrailsAsync(report);
        foreach ((string person, HttpMethod method, string path, object body) in all)
        {
            Answer answer = await world.SendAsync(person, method, path, body, tag, quiet: false);
            Assert.True(
                answer.Status == HttpStatusCode.BadRequest && answer.Rule == "if-match-malformed",
                $"{path}: {answer.Status} {answer.Text}"
            );
        }

        Assert.Equal(before, await TrailsAsync(report));
    }

    [Fact]
    public async Task A_policy_is_written_over_what_was_read_or_not_at_all()
    {
        const string path = "api/policies/approval";
        Answer read = (await world.GetAsync("officer-one", path)).Is(HttpStatusCode.OK);
        Assert.Equal(
            HttpStatusCode.PreconditionRequired,
            (await world.SendAsync("officer-one", HttpMethod.Put, path, new { secondApproverFrom = 70 })).Status
        );
        (await world.SendAsync("officer-one", HttpMethod.Put, path, new { secondApproverFrom = 70 }, read.Tag)).Is(HttpStatusCode.OK);
        Assert.Equal(
            "changed-meanwhile",
            (await world.SendAsync("officer-one", HttpMethod.Put, path, new { secondApproverFrom = 80 }, read.Tag))
                .Is(HttpStatusCode.PreconditionFailed)
                .Rule
        );
        Assert.Equal(70, (await world.GetAsync("officer-one", path)).Json["secondApproverFrom"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_form_decides_on_the_page_that_it_was_on()
    {
        ReportRef report = programme.Take();
        string coordinator = ReportsFixture.CoordinatorOf(report.Plan),
            item = await programme.NumberAsync(report);
        (await programme.EnterAsync(coordinator, report, 10)).Is(HttpStatusCode.OK);
        string page = $"/plans/{report.Plan}/reports/{report.Period}";
        var reading = new Browser(world.Http, page, "approver-one");
        await reading.OpenAsync();
        (await programme.CorrectAsync(coordinator, report, item, 999)).Is(HttpStatusCode.OK);

        var deciding = new Browser(world.Http, $"{page}/decision", "approver-one");
        await deciding.PostAsync([.. reading.Hidden(), new("decision", "approve")]);
        Assert.Equal(HttpStatusCode.PreconditionFailed, deciding.Status);
        // the refused page has been shown anew, with what is to be read: a browser of its own, or it would send that along
        var unread = new Browser(world.Http, $"{page}/decision", "approver-one");
        await unread.PostAsync([new("csrf", reading.Hidden().First(field => field.Key == "csrf").Value), new("decision", "approve")]);
        Assert.Equal(HttpStatusCode.BadRequest, unread.Status);
        Assert.Equal(ReportState.Submitted, (await programme.ReadAsync(report)).State);

        await reading.OpenAsync();
        await deciding.PostAsync([.. reading.Hidden(), new("decision", "approve")]);
        Assert.Equal(ReportState.Accepted, (await programme.ReadAsync(report)).State);
    }

    private async Task<string> TrailsAsync(ReportRef report) => $"{await HashAsync(report.Stream)} {await HashAsync(StreamId.Programme)}";

    private async Task<string> HashAsync(StreamId stream) =>
        (await world.Table.FindAsync<AuditHead>(stream, AuditRows.Head, CancellationToken.None))!.Value.Hash;
}
