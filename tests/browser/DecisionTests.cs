using System.Net;
using System.Text;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>Deciding by clicking, in a browser that runs no script.</summary>
[Collection(OneSite.Name)]
public sealed class DecisionTests(Site site)
{
    [Fact]
    public async Task An_approver_opens_the_dashboard_follows_the_task_and_approves_the_plan()
    {
        IPage page = await site.PageAsync("approver-two", script: false);
        await page.GotoAsync("/");
        await page.Locator("#mine + .wide tr", new PageLocatorOptions { HasText = "Ghana" })
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Approve the plan" })
            .ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Approve the plan" }).ClickAsync();

        Assert.Contains("/plans/gh-2026?done=1", page.Url, StringComparison.Ordinal);
        Assert.True(await page.GetByText("It is recorded.").IsVisibleAsync());
        await site.Platform.Busy.QuietAsync();
        PlanRecord plan = (await PlanRows.FindAsync(site.Table, new PlanId("gh-2026"), CancellationToken.None))!.Value;
        Assert.Equal(1, plan.Version);
        Assert.Equal(new PersonId("approver-two"), plan.Rounds[^1].Decision?.By);
    }

    [Fact]
    public async Task Sending_a_plan_back_needs_a_reason_and_those_of_single_items_suffice()
    {
        IPage page = await site.PageAsync("approver-one", script: false, language: "fr");
        await page.GotoAsync("/plans/et-2026");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Renvoyer" }).ClickAsync();
        Assert.Equal("true", await page.Locator("#reason").GetAttributeAsync("aria-invalid"));
        Assert.Equal("Un renvoi doit être motivé.", (await page.Locator("#reason-problem").InnerTextAsync()).Trim());

        await page.Locator("#decide details summary").ClickAsync();
        await page.Locator("input[name^='item-']").First.FillAsync("D'où vient ce chiffre ?");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Renvoyer" }).ClickAsync();

        Assert.True(await page.GetByText("C'est enregistré.").IsVisibleAsync());
        PlanRecord plan = (await PlanRows.FindAsync(site.Table, new PlanId("et-2026"), CancellationToken.None))!.Value;
        Assert.Equal(PlanState.Returned, plan.State);
        Assert.Null(plan.Rounds[^1].Decision?.Reason);
        Assert.Equal("D'où vient ce chiffre ?", Assert.Single(plan.Rounds[^1].Decision!.Items).Value);
        await site.Platform.Busy.QuietAsync();
    }

    [Fact]
    public async Task A_coordinator_finds_the_form_in_parts_saved_as_they_go_and_a_reviewer_accepts_the_report_on_a_telephone()
    {
        await FillInAsync();
        IPage page = await site.PageAsync("approver-two", width: 360, script: false); // both officers note something in it, in another test
        await page.GotoAsync("/plans/af-2026/reports/20261001-20261231");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Accept the report" }).ClickAsync();

        Assert.True(await page.GetByText("It is recorded.").IsVisibleAsync());
        ReportRecord report = (
            await ReportRows.FindAsync(
                site.Table,
                new ReportRef(new PlanId("af-2026"), new PeriodKey("20261001-20261231")),
                CancellationToken.None
            )
        )!.Value;
        Assert.Equal(ReportState.Accepted, report.State);
        await site.Platform.Busy.QuietAsync();
    }

    /// <summary>The long form behind the link, on a telephone.</summary>
    private async Task FillInAsync()
    {
        byte[] secret = Encoding.UTF8.GetBytes(site.Platform.Services.GetRequiredService<IOptions<MailOptions>>().Value.TokenSecret);
        string link = TaskTokens.Link(secret, new TaskId("af-2026-report-20261001-20261231-r1"), new PersonId("coordinator-af"));
        IPage page = await site.PageAsync(null, width: 360, language: "fr");
        await page.GotoAsync($"/tasks/{link}");
        await PagesTests.LookAsync(page, "/tasks-form", "coordinator-af", "phone");
        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.True(await page.Locator("progress").IsVisibleAsync());
        Assert.True(await page.Locator("details.part").CountAsync() >= 3);
        Assert.Equal(1, await page.Locator("details.part:not([open])").CountAsync());

        ILocator words = page.Locator("textarea[name='v.N1']");
        await words.FillAsync("Le guichet unique fonctionne dans trois bureaux.");
        await words.BlurAsync();
        await page.Locator("#connection.done").WaitForAsync();
        await page.ReloadAsync();
        Assert.Equal("Le guichet unique fonctionne dans trois bureaux.", await words.InputValueAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Coordinator_and_officer_talk_about_an_item_on_the_page()
    {
        const string Path = "/plans/af-2026/reports/20260701-20260930";
        IPage officer = await site.PageAsync("officer-one", script: false);
        await officer.GotoAsync(Path);
        await officer.Locator("#item").SelectOptionAsync("B2");
        await officer.Locator("#text").FillAsync("Does this count <both> academies?");
        await officer.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add the comment" }).ClickAsync();

        IPage coordinator = await site.PageAsync("coordinator-af", script: false);
        await coordinator.GotoAsync(Path);
        Assert.True(await coordinator.GetByText("Does this count <both> academies?").IsVisibleAsync());
        Assert.Equal(0, await coordinator.Locator("form[action$='/decision']").CountAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0123456789abcdef0123456789abcdef")]
    public async Task A_form_that_we_did_not_give_decides_nothing(string? token)
    {
        using HttpClient client = site.Client("approver-one");
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["decision"] = "return",
                ["reason"] = "from elsewhere",
                ["csrf"] = token ?? "",
            }
        );
        using HttpResponseMessage answer = await client.PostAsync("/donor-reports/norad-acip-2026/20260101-20261231/decision", form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("coordinator-af", HttpStatusCode.Forbidden)]
    [InlineData("auditor", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Only_an_approver_may_post_a_plan_decision(string? person, HttpStatusCode expected)
    {
        using HttpClient client = site.Client(person);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["decision"] = "approve" });
        using HttpResponseMessage answer = await client.PostAsync("/plans/gh-2026/decision", form);
        Assert.Equal(expected, answer.StatusCode);
    }
}
