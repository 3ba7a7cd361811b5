using System.Net.Http.Json;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace ACip.Tests.Browser.Keyboard;

/// <summary>By keyboard alone, what people do who come by a link or a code: a survey is answered, a self-assessment handed in, a plan
/// drafted in all its sections.</summary>
public sealed class KeyboardOfLinksTests(SurveySite site, ITestOutputHelper output) : IClassFixture<SurveySite>
{
    private const string Coordinator = "coordinator.et@customs-et.example";

    /// <summary>One more item of each section, whose rules hold.</summary>
    private static readonly (string Section, (string Field, string Value)[] Fields)[] Anew =
    [
        ("results", [("code", "R90"), ("level", "Output"), ("parent", "R1"), ("statement", "Brokers know the rules.")]),
        (
            "indicators",
            [
                ("code", "A90"),
                ("result", "R90"),
                ("statement", "Brokers trained"),
                ("measure", "Unit"),
                ("unit", "brokers"),
                ("aggregation", "Sum"),
                ("dataSource", "register"),
                ("method", "Counted once a quarter."),
                ("frequency", "quarterly"),
                ("responsible", "Training unit"),
                ("baseline/value", "0"),
                ("baseline/on", "2025-12-31"),
                ("baseline/source", "register"),
                ("targets", "2026-12-31: 40"),
                ("keyFactors", "8"),
            ]
        ),
        (
            "benchmarks",
            [
                ("code", "B90"),
                ("result", "R90"),
                ("statement", "The course stands."),
                ("due", "2026-09-30"),
                ("meansOfVerification", "The course's papers"),
                ("keyFactors", "8"),
            ]
        ),
        ("activities", [("code", "C90"), ("result", "R90"), ("title", "Two courses"), ("from", "2026-05-01"), ("until", "2026-10-31")]),
        (
            "risks",
            [
                ("code", "K90"),
                ("statement", "Nobody comes."),
                ("likelihood", "2"),
                ("impact", "3"),
                ("mitigation", "Invitations by post"),
                ("owner", "Head of training"),
            ]
        ),
    ];

    private Keys keys = null!;
    private IPage page = null!;

    [Fact]
    [Trait("Category", "Campaign")]
    public async Task A_survey_is_answered()
    {
        string code = (await site.World.CodesAsync(site.Collecting)).First(one => one.Stratum == "traders").Code;
        await OpenAsync(null, $"/survey/{site.Collecting}");
        await keys.FillAsync("#code", code);
        await keys.PressAsync("button[value='open']");
        string[] questions = await page.Locator("fieldset.item input[value='1']")
            .EvaluateAllAsync<string[]>("all => all.map(one => one.name)");
        Assert.True(questions.Length > 5);
        foreach (string question in questions)
        {
            await keys.FillAsync($"input[name='{question}'][value='4']", "4");
        }

        await keys.FillAsync("#words", "It has become quicker.");
        await keys.PressAsync("button[value='send']");
        Assert.Equal(1, await page.Locator("main .note.done").CountAsync());
        Ends();
    }

    [Fact]
    [Trait("Category", "Campaign")]
    public async Task A_self_assessment_is_handed_in()
    {
        using (await site.World.SendAsync(HttpMethod.Post, "api/pmm/ET", "officer-one", JsonContent.Create(new { year = 2026 }))) { }

        await site.World.Platform.Busy.QuietAsync();
        LocalMessage asking = site
            .World.Platform.Mail.List(Coordinator)
            .First(mail => mail.CustomArgs["stream"].StartsWith("pmm-", StringComparison.Ordinal));
        await OpenAsync(null, Regex.Match(asking.Text, "/tasks/[a-z2-7]{26}").Value);
        string[] values = await page.Locator("main fieldset input[inputmode='decimal']")
            .EvaluateAllAsync<string[]>("all => all.map(one => one.id)");
        foreach (string value in values)
        {
            await keys.FillAsync($"#{value}", "12");
        }

        await keys.FillAsync("main fieldset select", "Donors");
        await keys.PressAsync("button[value='submit']");
        await site.World.Platform.Busy.QuietAsync();
        await keys.FillAsync("input[name='code']", Regex.Match(site.World.Newest("OneTimeCode", Coordinator).Text, @"\b[0-9]{6}\b").Value);
        await keys.PressAsync("button[value='code']");
        Assert.Equal(1, await page.Locator("main .note.done").CountAsync());
        Ends();
    }

    [Fact]
    [Trait("Category", "Campaign")]
    public async Task A_plan_is_drafted_in_all_its_sections_and_handed_in()
    {
        var plan = new PlanId("et-2026");
        await OpenAsync("coordinator-et", $"/plans/{plan}/draft");
        await keys.PressAsync("main table a[href$='/draft/plan']");
        await keys.FillAsync("main form [name='title']", "A plan that was written by keyboard");
        await SaveAsync(plan);
        foreach ((string section, (string Field, string Value)[] fields) in Anew)
        {
            await keys.OpenAsync($"/plans/{plan}/draft");
            await keys.PressAsync($"main table a[href$='/draft/{section}']");
            await keys.PressAsync("main a.button[href$='/new']");
            foreach ((string field, string value) in fields)
            {
                await keys.FillAsync($"main form [name='{field}']", value);
            }

            await SaveAsync(plan);
        }

        await keys.OpenAsync($"/plans/{plan}/draft");
        Assert.True(
            await page.Locator("main form button[value='submit']").CountAsync() == 1,
            string.Join('\n', await page.Locator("main li:has(.bad)").AllInnerTextsAsync())
        );
        await keys.PressAsync("main form[action*='/draft'] button[value='submit']");
        await site.World.Platform.Busy.QuietAsync();
        PlanRecord handedIn = (await PlanRows.FindAsync(site.World.Platform.Get<ProgrammeTable>(), plan, CancellationToken.None))!.Value;
        Assert.Equal(PlanState.Submitted, handedIn.DraftStage);
        Ends();
    }

    private async Task SaveAsync(PlanId plan)
    {
        await keys.PressAsync("main form button[value='save']");
        Assert.True(
            await page.Locator("main .note.stop").CountAsync() == 0,
            $"{plan}, {page.Url}: {await page.Locator("main").InnerTextAsync()}"
        );
    }

    private async Task OpenAsync(string? person, string path)
    {
        page = await site.PageAsync(person, 1280);
        keys = new Keys(page);
        await keys.OpenAsync(path);
    }

    private void Ends()
    {
        output.WriteLine($"{keys.Stops} stops");
        Assert.Empty(keys.Faults.Distinct());
    }
}
