using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ACip.Local.Mail;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>What officers and coordinators do on the pages, in a browser that runs no script.</summary>
[Collection(OneSite.Name)]
public sealed class OfficerTests(Site site)
{
    private static readonly ReportRef Locked = new(new PlanId("af-2026"), new PeriodKey("20260401-20260630"));

    private static readonly ReportRef Accepted = new(new PlanId("af-2026"), new PeriodKey("20260701-20260930"));

    [Fact]
    public async Task A_comment_is_mailed_and_the_answer_by_mail_stands_in_the_talk()
    {
        IPage officer = await site.PageAsync("officer-one", script: false);
        await officer.GotoAsync(PathOf(Accepted));
        await officer.Locator("#item").SelectOptionAsync("B2");
        await officer.Locator("#text").FillAsync("Which register is this from?");
        await officer.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add the comment" }).ClickAsync();
        await site.Platform.Busy.QuietAsync();

        LocalMessage mail = Assert.Single(
            site.Platform.Mail.List(),
            one =>
                one.CustomArgs.GetValueOrDefault("kind") == "Commented"
                && one.Text.Contains("Which register is this from?", StringComparison.Ordinal)
        );
        Assert.StartsWith(
            "coordinator",
            mail.CustomArgs["delivery"][(mail.CustomArgs["delivery"].LastIndexOf("_to_", StringComparison.Ordinal) + 4)..],
            StringComparison.Ordinal
        );
        await site.Platform.Mail.ReplyAsync(mail.Id, new InboundReply { Text = "From that of the academy.\nIt is kept by hand." });
        await site.Platform.Busy.QuietAsync();

        await officer.GotoAsync(PathOf(Accepted));
        ILocator answer = officer.Locator("#comments ~ ol li", new PageLocatorOptions { HasText = "From that of the academy." });
        Assert.Contains("B2", await answer.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("by mail", await answer.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(
            site.Platform.Mail.List(),
            one =>
                one.CustomArgs.GetValueOrDefault("kind") == "Commented"
                && one.Recipient.Email.StartsWith("officer", StringComparison.Ordinal)
                && one.Text.Contains("It is kept by hand.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_restatement_is_proposed_by_an_officer_decided_by_an_approver_and_shows_both_values()
    {
        IPage officer = await site.PageAsync("officer-one", script: false);
        await officer.GotoAsync(PathOf(Locked));
        string code = (await Report(Locked)).Entries.Values.First(entry => entry.Value is not null).Item;
        decimal was = (await Report(Locked)).Entries[code].Value!.Value;
        await officer.GetByText("Propose a restatement").ClickAsync();
        await officer.Locator("#s-lines").FillAsync($"{code}: perhaps");
        await officer.Locator("#s-why").FillAsync("counted twice");
        await officer.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Propose it" }).ClickAsync();
        Assert.True(await officer.Locator("#s-lines-problem").IsVisibleAsync());

        await officer.GotoAsync(PathOf(Locked));
        await officer.GetByText("Propose a restatement").ClickAsync();
        await officer.Locator("#s-lines").FillAsync($"{code}: {was + 1}");
        await officer.Locator("#s-why").FillAsync("counted twice");
        await officer.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Propose it" }).ClickAsync();
        Assert.True(await officer.GetByText("It is recorded.").IsVisibleAsync());
        await site.Platform.Busy.QuietAsync();

        IPage approver = await site.PageAsync("approver-one", script: false, language: "es");
        await approver.GotoAsync(PathOf(Locked));
        await approver.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Poner en vigor" }).ClickAsync();
        await site.Platform.Busy.QuietAsync();
        IReadOnlyList<Observation> both =
        [
            .. (await ReportRows.AcceptedAsync(site.Table, Locked.Plan, CancellationToken.None)).Where(one =>
                one.Item == code && one.Period == Locked.Period
            ),
        ];
        Assert.Equal([was, was + 1], both.Select(one => one.Value));
        string shown = await approver.Locator("#restatements ~ ol").First.InnerTextAsync();
        Assert.Contains($"{was:0}", shown, StringComparison.Ordinal);
        Assert.Contains($"{was + 1:0}", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_note_something_at_the_same_instant_neither_loses_it()
    {
        var reviewed = new ReportRef(Locked.Plan, new PeriodKey("20261001-20261231"));
        IPage[] officers =
        [
            await site.PageAsync("officer-one", script: false),
            await site.PageAsync("officer-two", script: false, language: "en"),
        ];
        foreach ((int number, IPage officer) in officers.Index())
        {
            await officer.GotoAsync(PathOf(reviewed) + "?lang=en");
            await officer.GetByText("Note a risk").ClickAsync();
            await officer.Locator("#r-item").FillAsync($"R{80 + number}");
            await officer.Locator("#r-what").FillAsync($"Key staff leave ({number})");
        }

        await Task.WhenAll(officers.Select(officer => officer.Locator("form:has(#r-what)").GetByRole(AriaRole.Button).ClickAsync()));

        Assert.All(officers, officer => Assert.Contains("done=1", officer.Url, StringComparison.Ordinal));
        Assert.Superset(new HashSet<string> { "R80", "R81" }, (await Report(reviewed)).Notes.Risks.Select(risk => risk.Code).ToHashSet());
    }

    [Fact]
    public async Task Notes_written_over_what_has_changed_since_are_refused_and_nothing_is_lost()
    {
        var reviewed = new ReportRef(Locked.Plan, new PeriodKey("20261001-20261231"));
        using HttpClient client = site.Client("officer-one");
        string notes = $"/api/plans/{reviewed.Plan}/reports/{reviewed.Period}/notes";
        var before = (await Report(reviewed)).Notes;
        using var stale = new HttpRequestMessage(HttpMethod.Put, notes)
        {
            Content = JsonContent.Create(
                new
                {
                    risks = Array.Empty<object>(),
                    deviations = Array.Empty<object>(),
                    events = Array.Empty<object>(),
                }
            ),
        };
        stale.Headers.TryAddWithoutValidation("If-Match", "\"of-yesterday\"");

        using HttpResponseMessage refused = await client.SendAsync(stale);

        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        Assert.Equal(before.Risks.Select(risk => risk.Code), (await Report(reviewed)).Notes.Risks.Select(risk => risk.Code));
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nno headers, no end")]
    [InlineData("multipart/form-data", "without a boundary")]
    [InlineData("application/json", "{}")]
    public async Task A_form_that_cannot_be_read_is_answered_with_what_to_do_and_not_with_an_error(string type, string body)
    {
        using HttpClient client = site.Client("officer-one");
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using HttpResponseMessage answer = await client.PostAsync(PathOf(Locked) + "/notes", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<main", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_in_the_persons_language_and_names_its_rule()
    {
        using HttpClient client = site.Client("officer-one");
        using HttpResponseMessage answer = await client.PostAsJsonAsync(
            $"/api/plans/{Locked.Plan}/reports/{Locked.Period}/extension",
            new { day = "2027-05-01", reason = "late" }
        );
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("/problems/report-not-open", JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["type"]!.GetValue<string>());

        IPage page = await site.PageAsync("officer-one", script: false, language: "fr");
        await page.GotoAsync("/people/new");
        await page.Locator("#id").FillAsync("somebody-else");
        await page.Locator("#name").FillAsync("Somebody Else");
        await page.Locator("#email").FillAsync("somebody@customs.example");
        await page.Locator("#role-0").SelectOptionAsync("Coordinator");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Enregistrer" }).ClickAsync();
        Assert.True(await page.GetByText("relèvent d'une administration").IsVisibleAsync());
        Assert.Equal("Somebody Else", await page.Locator("#name").InputValueAsync());
    }

    [Fact]
    public async Task Holidays_and_periods_are_typed_a_line_each_and_what_cannot_be_read_is_named()
    {
        IPage page = await site.PageAsync("officer-one", script: false);
        await page.GotoAsync("/calendars/GH");
        await page.Locator("#holidays").FillAsync("2027-03-06\nMay Day");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        Assert.True(await page.GetByText("“May Day” is no day").IsVisibleAsync());
        await page.Locator("#holidays").FillAsync("2027-03-06\n2027-05-01");
        await page.Locator("input[name='own']").CheckAsync();
        await page.Locator("#periods").FillAsync("2027-01-01 2027-03-31 2027-04-20\n2027-04-01 2027-06-30");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        Assert.True(await page.GetByText("It is recorded.").IsVisibleAsync());

        using HttpClient client = site.Client("officer-one");
        JsonNode calendar = JsonNode.Parse(await client.GetStringAsync("/api/calendars/GH"))!;
        Assert.Equal(["2027-03-06", "2027-05-01"], calendar["holidaysByYear"]!["2027"]!.AsArray().Select(day => day!.GetValue<string>()));
        Assert.Equal("2027-04-20", calendar["periods"]!["own"]![0]!["dueOn"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_allocation_is_entered_within_its_agreement_and_never_written_over_unseen()
    {
        IPage page = await site.PageAsync("officer-one", script: false);
        await page.GotoAsync("/agreements/norad-acip-2026");
        await page.GetByText("Add an allocation").ClickAsync();
        await page.Locator("#anew-id").FillAsync("gh-2027");
        await page.Locator("#anew-amount").FillAsync("250000");
        await page.Locator("#anew-cur").FillAsync("NOK");
        await page.Locator("#anew-why").FillAsync("Training of examiners");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).Last.ClickAsync();
        Assert.True(await page.GetByText("Training of examiners").First.IsVisibleAsync());

        using HttpClient client = site.Client("officer-one");
        using var again = new HttpRequestMessage(HttpMethod.Put, "/api/agreements/norad-acip-2026/allocations/gh-2027")
        {
            Content = JsonContent.Create(
                new
                {
                    id = "gh-2027",
                    agreement = "norad-acip-2026",
                    amount = 1,
                    currency = "NOK",
                    from = "2027-01-01",
                    until = "2027-12-31",
                    purpose = "another",
                }
            ),
        };
        again.Headers.TryAddWithoutValidation("If-Match", "\"old\"");
        using HttpResponseMessage refused = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
    }

    [Fact]
    public async Task Of_two_people_writing_the_same_item_of_a_draft_the_second_sees_both_versions_and_loses_nothing()
    {
        IPage officer = await site.PageAsync("officer-one", script: false);
        await officer.GotoAsync("/plans/af-2026");
        if (await officer.GetByText("Open a revision").CountAsync() > 0)
        {
            await officer.GetByText("Open a revision").ClickAsync();
            await officer.Locator("#rv-why").FillAsync("A risk was forgotten.");
            await officer.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Open the revision" }).ClickAsync();
            await site.Platform.Busy.QuietAsync();
        }

        ActionPlan draft = (await PlanRows.DraftAsync(site.Table, new PlanId("af-2026"), CancellationToken.None))!.Value;
        string risk = $"/plans/af-2026/draft/risks/{draft.Risks[0].Code}";
        IPage coordinator = await site.PageAsync("coordinator-af", width: 360, script: false);
        await coordinator.GotoAsync("/plans/af-2026");
        await coordinator.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Write on the draft" }).ClickAsync();
        await PagesTests.LookAsync(coordinator, "/draft", "coordinator-af", "phone");
        await coordinator.GotoAsync("/plans/af-2026/draft/indicators/" + draft.Indicators[0].Code);
        await PagesTests.LookAsync(coordinator, "/draft-indicator", "coordinator-af", "phone");
        await coordinator.GotoAsync("/plans/af-2026/draft/indicators");
        await PagesTests.LookAsync(coordinator, "/draft-indicators", "coordinator-af", "phone");
        await coordinator.GotoAsync(risk);
        await officer.GotoAsync(risk);
        await coordinator.Locator("#f-mitigation").FillAsync("Weekly talks with every office.");
        await coordinator.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        Assert.True(await coordinator.GetByText("Saved.").IsVisibleAsync());
        await officer.Locator("#f-mitigation").FillAsync("Monthly talks with brokers.");
        await officer.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();

        await PagesTests.LookAsync(officer, "/draft-conflict", "officer-one", "desk");
        Assert.Contains(
            "Weekly talks with every office.",
            await officer.Locator("td[data-label='As it stands']").Last.InnerTextAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal("Monthly talks with brokers.", await officer.Locator("#f-mitigation").InputValueAsync());
        Assert.Equal(
            "Weekly talks with every office.",
            (await PlanRows.DraftAsync(site.Table, new PlanId("af-2026"), CancellationToken.None))!.Value.Risks[0].Mitigation
        );
        await officer.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        Assert.Equal(
            "Monthly talks with brokers.",
            (await PlanRows.DraftAsync(site.Table, new PlanId("af-2026"), CancellationToken.None))!.Value.Risks[0].Mitigation
        );
    }

    private static string PathOf(ReportRef report) => $"/plans/{report.Plan}/reports/{report.Period}";

    private async Task<ReportRecord> Report(ReportRef id) => (await ReportRows.FindAsync(site.Table, id, CancellationToken.None))!.Value;
}
