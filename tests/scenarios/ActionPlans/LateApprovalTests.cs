using System.Net;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;

namespace ACip.Tests.Scenarios.ActionPlans;

/// <summary>Plans of 2026 that are approved in October, and what the Secretariat hears of it.</summary>
public sealed class LateApprovalTests
{
    private static readonly DateTimeOffset Approval = new(2026, 10, 12, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Past_periods_are_opened_one_after_the_other_or_waived_as_the_approver_chooses()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(3);
        await world.Platform.AdvanceToAsync(Approval);
        foreach (string plan in new[] { "af", "gh" })
        {
            (await world.SendAsync($"coordinator-{plan}", HttpMethod.Post, $"api/plans/{plan}-2026/submission", new { })).Is(
                HttpStatusCode.OK
            );
        }

        // the page offers what the API takes
        var page = new Mail.Browser(world.Http, "/plans/gh-2026", "approver-one");
        await page.OpenAsync();
        Assert.Contains("name=\"waive\" value=\"20260101-20260331\"", page.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"20261001-20261231\"", page.Page, StringComparison.Ordinal);
        Assert.Equal(
            "period-not-past",
            Problem(
                await world.SendAsync(
                    "approver-one",
                    HttpMethod.Post,
                    "api/plans/gh-2026/decision",
                    new
                    {
                        approved = true,
                        reason = "x",
                        waivePast = new[] { "20261001-20261231" },
                    }
                )
            )
        );
        Assert.Equal(
            "reason-needed",
            Problem(
                await world.SendAsync(
                    "approver-one",
                    HttpMethod.Post,
                    "api/plans/gh-2026/decision",
                    new { approved = true, waivePast = new[] { "20260101-20260331" } }
                )
            )
        );
        await page.OpenAsync();
        using (var decision = new HttpRequestMessage(HttpMethod.Post, "/plans/gh-2026/decision"))
        {
            string token = WebUtility.HtmlDecode(
                Regex
                    .Match(page.Page, "action=\"/plans/gh-2026/decision\".*?name=\"csrf\" value=\"([^\"]*)\"", RegexOptions.Singleline)
                    .Groups[1]
                    .Value
            );
            string seen = WebUtility.HtmlDecode(
                Regex
                    .Match(page.Page, "action=\"/plans/gh-2026/decision\".*?name=\"seen\" value=\"([^\"]*)\"", RegexOptions.Singleline)
                    .Groups[1]
                    .Value
            );
            decision.Headers.Add("X-Local-Sign-In", "approver-one");
            decision.Content = new FormUrlEncodedContent([
                new("csrf", token),
                new("seen", seen),
                new("decision", "approve"),
                new("reason", "The year began with the plan."),
                new("waive", "20260101-20260331"),
                new("waive", "20260401-20260630"),
            ]);
            using HttpResponseMessage answer = await world.Http.SendAsync(decision);
            Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        }

        (await world.SendAsync("approver-one", HttpMethod.Post, "api/plans/af-2026/decision", new { approved = true })).Is(
            HttpStatusCode.OK
        );
        await world.Platform.Busy.QuietAsync();

        Assert.Equal([ReportState.Waived, ReportState.Waived, ReportState.Open], await StatesAsync(world, "gh-2026"));
        Assert.Equal([ReportState.Open], await StatesAsync(world, "af-2026")); // the others wait for their turn
        await world.Platform.AdvanceAsync(TimeSpan.FromDays(75));
        ReportRecord[] reports = await ReportsAsync(world, "af-2026");
        Assert.Equal(3, reports.Length);
        Assert.Equal(3, reports.Select(report => report.Due.Date).Distinct().Count());
        Assert.All(reports.Zip(reports.Skip(1)), pair => Assert.True(pair.Second.Period.Opens > pair.First.Due));

        LocalMessage told = Assert.Single(
            world.Platform.Mail.List(),
            mail => mail.CustomArgs.GetValueOrDefault("delivery") == "gh-2026-approved-s1"
        );
        Assert.Contains("The year began with the plan.", told.Text, StringComparison.Ordinal);
        Assert.Contains(
            "No report is wanted for: 1 January to 31 March 2026; 1 April to 30 June 2026.",
            told.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_can_wait_comes_to_an_approver_in_one_mail_a_day_or_week_and_what_is_urgent_apart()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(3);
        await world.Service<NoticePaceService>().ChooseAsync(new PersonId("approver-two"), NoticePace.Weekly, CancellationToken.None);
        await world.Platform.AdvanceToAsync(new DateTimeOffset(2025, 11, 4, 11, 0, 0, TimeSpan.Zero)); // a Tuesday
        foreach (string plan in new[] { "af", "et", "gh" })
        {
            (await world.SendAsync($"coordinator-{plan}", HttpMethod.Post, $"api/plans/{plan}-2026/submission", new { })).Is(
                HttpStatusCode.OK
            );
        }

        await world.Platform.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Empty(To(world, "approver.one"));
        await world.Platform.AdvanceToAsync(new DateTimeOffset(2025, 11, 5, 15, 0, 0, TimeSpan.Zero));
        LocalMessage digest = Assert.Single(To(world, "approver.one"));
        Assert.Equal(("Digest", 3), (digest.CustomArgs["kind"], digest.CustomArgs["covers"].Split(' ').Length));
        foreach (string link in Regex.Matches(digest.Text, "/tasks/[a-z2-7]{26}").Select(match => match.Value))
        {
            var browser = new Mail.Browser(world.Http, link);
            await browser.OpenAsync();
            Assert.Equal(HttpStatusCode.OK, browser.Status);
        }

        Assert.Empty(To(world, "approver.two"));
        // one is decided meanwhile: it is not told of any more
        (await world.SendAsync("approver-one", HttpMethod.Post, "api/plans/af-2026/decision", new { approved = true })).Is(
            HttpStatusCode.OK
        );
        await world.Platform.AdvanceToAsync(new DateTimeOffset(2025, 11, 10, 15, 0, 0, TimeSpan.Zero));
        LocalMessage weekly = To(world, "approver.two").MinBy(mail => mail.Number)!;
        Assert.DoesNotContain("af-2026", weekly.CustomArgs["covers"], StringComparison.Ordinal);

        // near its deadline a reminder does not wait for the week's digest
        await world.Platform.AdvanceToAsync(new DateTimeOffset(2025, 11, 19, 8, 0, 0, TimeSpan.Zero));
        Assert.Contains(To(world, "approver.two"), mail => mail.CustomArgs["kind"] == "Reminder");
    }

    private static IReadOnlyList<LocalMessage> To(PlanWorld world, string who) =>
        [.. world.Platform.Mail.List().Where(mail => mail.Recipient.Email.StartsWith(who, StringComparison.Ordinal))];

    private static async Task<ReportRecord[]> ReportsAsync(PlanWorld world, string plan) =>
        [
            .. (await world.Table.ListAsync<ReportRecord>(StreamId.Of(new PlanId(plan)), ReportRows.Prefix, CancellationToken.None))
                .Select(row => row.Value)
                .OrderBy(report => report.Period.Start),
        ];

    private static async Task<ReportState[]> StatesAsync(PlanWorld world, string plan) =>
        [.. (await ReportsAsync(world, plan)).Select(report => report.State)];

    private static string Problem(Answer answer) =>
        answer.Is(HttpStatusCode.Conflict).Json["type"]!.GetValue<string>()["/problems/".Length..];
}
