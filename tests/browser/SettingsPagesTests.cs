using ACip.Tests.Scenarios.Life;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>What the API can create and change, officers do on pages: agreements with their framework, plans, policies, administrations and
/// donors.</summary>
public sealed class SettingsPagesTests(LifeSite site) : IClassFixture<LifeSite>
{
    private const string Officer = "officer-one";

    private LifeWorld World => site.World;

    [Fact]
    public async Task An_agreement_is_entered_with_its_results_indicators_and_schedule()
    {
        IPage page = await site.PageAsync(Officer);
        await page.GotoAsync("/settings");
        await LifeSite.LookAsync(page, "settings");
        await page.GetByRole(AriaRole.Link, new() { Name = "A new agreement" }).ClickAsync();
        await FillAsync(
            page,
            ("id", "Norad 2030"),
            ("officialNumber", "QZA-30/0001"),
            ("title", "Integrity in customs, second phase"),
            ("donor", "NORAD"),
            ("start", "2030-01-01"),
            ("end", "2032-12-31"),
            ("administrations", "AF"),
            ("schedule/firstPeriodStart", "2030-01-01"),
            ("schedule/monthsPerPeriod", "12"),
            ("schedule/daysToDeliver", "90"),
            ("schedule/languages", "En")
        );
        await page.Locator("button[value='save']").ClickAsync();
        await Assertions.Expect(page.Locator(".note.stop")).ToContainTextAsync("small letters");
        Assert.Equal("QZA-30/0001", await page.Locator("[name='officialNumber']").InputValueAsync()); // nothing typed is lost
        await LifeSite.LookAsync(page, "agreement-refused");
        await site.SubmitAsync(page, "save", ("id", "norad-2030"));

        Assert.EndsWith("/agreements/norad-2030/framework?done=1", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a result" }).ClickAsync();
        await site.SubmitAsync(page, "save", ("code", "1"), ("level", "Ultimate"), ("statement", "Trade is less exposed to corruption."));
        await page.GetByRole(AriaRole.Link, new() { Name = "Add an indicator" }).ClickAsync();
        await LifeSite.LookAsync(page, "indicator-form");
        await site.SubmitAsync(
            page,
            "save",
            ("code", "1.a"),
            ("statement", "Share of traders who were asked for an undue payment"),
            ("measure", "Percentage"),
            ("unit", "%"),
            ("ascending", "false"),
            ("aggregation", "Mean"),
            ("baselineCounts", "31/100"),
            ("baselineYear", "2029"),
            ("targets", "2030-12-31: 28\n2031-12-31: 25/100"),
            ("dataSource", "Survey"),
            ("frequency", "annual"),
            ("responsible", "Secretariat"),
            ("minimumCell", "0")
        );
        await LifeSite.LookAsync(page, "framework");
        FrameworkIndicator entered = Assert.Single((await AgreementAsync("norad-2030")).Framework.Indicators);
        Assert.Equal((31m, 28m, 25m), (entered.Baseline, entered.Targets[0].Value, entered.Targets[1].Value));

        await page.GotoAsync("/agreements/norad-2030/terms");
        await site.SubmitAsync(page, "save", ("title", "Integrity in customs, phase two"), ("framework/approvedOn", "2029-11-30"));
        Assert.Equal(
            ("Integrity in customs, phase two", 2),
            ((await AgreementAsync("norad-2030")).Title, (await AgreementAsync("norad-2030")).Framework.Edition)
        );
        await page.GotoAsync("/agreements/norad-2030/framework/results/1");
        await page.Locator("button[value='remove']").ClickAsync();
        await Assertions.Expect(page.Locator(".note.stop")).ToContainTextAsync("1.a"); // an indicator measures it
    }

    [Fact]
    public async Task Of_two_officers_who_change_an_entry_the_second_sees_both_versions()
    {
        IPage first = await site.PageAsync(Officer),
            second = await site.PageAsync("officer-two");
        await first.GotoAsync("/administrations/ET");
        await second.GotoAsync("/administrations/ET");
        await site.SubmitAsync(first, "save", ("fiscalYearStart", "07-01"));
        await second.Locator("[name='fiscalYearStart']").FillAsync("08-01");
        await second.Locator("button[value='save']").ClickAsync();
        await Assertions.Expect(second.Locator(".note.warn")).ToHaveCountAsync(1);
        Assert.Contains("07-01", await second.Locator("table").InnerTextAsync(), StringComparison.Ordinal);
        await LifeSite.LookAsync(second, "both-versions");
        await site.SubmitAsync(second, "save");
        Assert.Equal("08-01", (await RegisterAsync()).Administrations[new AdministrationId("ET")].FiscalYearStart);
    }

    [Fact]
    public async Task Policies_a_donor_and_a_plan_are_set_on_pages()
    {
        IPage page = await site.PageAsync(Officer);
        await page.GotoAsync("/settings/approval");
        await site.SubmitAsync(page, "save", ("secondApproverFrom", "25"));
        Assert.Equal(25, (await World.Inner.Platform.Get<ApprovalPolicyService>().ReadAsync(CancellationToken.None)).SecondApproverFrom);

        await page.GotoAsync("/settings/reminders");
        string steps = await page.Locator("[name='steps']").InputValueAsync();
        await page.Locator("[name='steps']").FillAsync(steps + "\nlast-call: Sometime 3: Coordinator");
        await page.Locator("button[value='save']").ClickAsync();
        await Assertions.Expect(page.Locator(".note.stop")).ToContainTextAsync("last-call");
        await LifeSite.LookAsync(page, "reminders-refused");
        await site.SubmitAsync(page, "save", ("steps", steps + "\nlast-call: Due +12: Coordinator, HeadOfCustoms"));
        Assert.Equal(
            "last-call",
            (await World.Inner.Platform.Get<CycleSettingsService>().ReadAsync(CancellationToken.None)).Policy(null).Steps[^1].Code
        );

        await page.GotoAsync("/donors/GAC");
        await site.SubmitAsync(page, "save", ("name", "Global Affairs Canada, Anti-Corruption"));
        await site.ReadsAsync(page, "/settings", "Global Affairs Canada, Anti-Corruption");

        await site.SubmitAsync(page, "plan", ("administration", "AF"), ("start", "2030-01-01"), ("from", "library"), ("factors", "1, 6"));
        Assert.Contains((await RegisterAsync()).Plans.Keys, id => id.Value == "af-2030");
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        await page.Locator("[name='administration']").SelectOptionAsync("AF");
        await page.Locator("[name='start']").FillAsync("2030-01-01");
        await page.Locator("button[value='plan']").ClickAsync();
        await Assertions.Expect(page.Locator(".problem")).ToHaveCountAsync(1); // there is one already
    }

    private static async Task FillAsync(IPage page, params (string Field, string Value)[] fields)
    {
        foreach ((string field, string value) in fields)
        {
            ILocator at = page.Locator($"[name='{field}']");
            if (await at.First.GetAttributeAsync("type") == "checkbox")
            {
                await page.Locator($"[name='{field}'][value='{value}']").CheckAsync();
            }
            else if (await at.EvaluateAsync<string>("field => field.tagName") == "SELECT")
            {
                await at.SelectOptionAsync(value);
            }
            else
            {
                await at.FillAsync(value);
            }
        }
    }

    private Task<ProgrammeRegister> RegisterAsync() => World.Inner.Platform.Get<ProgrammeDirectory>().ReadAsync(CancellationToken.None);

    private async Task<GrantAgreement> AgreementAsync(string id) => (await RegisterAsync()).Agreements[new AgreementId(id)];
}
