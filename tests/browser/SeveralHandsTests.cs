using System.Net.Http.Json;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>A report that was sent back: more time and parts of colleagues behind the link, what officers do to many, who holds it up, a
/// substitute, and what has changed in the second round. On a programme of its own.</summary>
public sealed partial class SeveralHandsTests(Site site) : IClassFixture<Site>
{
    private static readonly ReportRef Quarter = new(new PlanId("af-2026"), new PeriodKey("20261001-20261231"));

    private static string Path => $"/plans/{Quarter.Plan}/reports/{Quarter.Period}";

    [Fact]
    public async Task A_second_round_is_walked_by_several_hands()
    {
        await SendBackAsync();
        LocalMessage asked = Latest("ReportReturned", "coordinator");
        IPage coordinator = await KnownAsync(asked);
        await coordinator.GotoAsync(LinkOf(asked));
        await coordinator.Locator("#more-time > summary").ClickAsync();
        await coordinator.Locator("#t-day").FillAsync("2027-05-28");
        await coordinator.Locator("#t-why").FillAsync("The northern posts are late");
        await LifeSite.LookAsync(coordinator, "more-time-form");
        await coordinator.Locator("button[value='time']").ClickAsync();
        Assert.Single((await ReportAsync()).TimeRequests);

        await UploadAsync(coordinator, asked);
        ReportRecord report = await ReportAsync();
        string[] codes = [.. report.Entries.Values.Where(one => one.Value is not null).Select(one => one.Item).Take(2)];
        Person alternate = (await site.RegisterAsync()).People[new PersonId("alternate-af")];
        await AssignAsync(coordinator, asked, codes[0], alternate.Email);
        await AssignAsync(coordinator, asked, codes[1], "kofi@customs.example");
        await coordinator.GotoAsync(LinkOf(asked));
        await LifeSite.LookAsync(coordinator, "parts-of-the-coordinator");
        Assert.Equal((1, 1), (ContributionRules.Of(await ReportAsync()).Count, ContributionRules.Wanted(await ReportAsync()).Count));

        LocalMessage part = Latest("Asking", "alternate");
        IPage colleague = await KnownAsync(part);
        await colleague.GotoAsync(LinkOf(part));
        Assert.Equal(1, await colleague.Locator("fieldset.item").CountAsync());
        await colleague.Locator("fieldset.item input").First.FillAsync("41");
        await LifeSite.LookAsync(colleague, "part-of-a-colleague");
        await colleague.Locator("button[value='submit']").ClickAsync();
        if (await colleague.Locator("#questions").CountAsync() > 0)
        {
            await colleague.Locator("button[value='submit']").ClickAsync(); // what is asked about may be right as it stands
        }

        await site.Platform.Busy.QuietAsync();
        Assert.Equal((41m, alternate.Id), ((await ReportAsync()).Entries[codes[0]].Value, (await ReportAsync()).Entries[codes[0]].By));

        await OfficersAsync(codes[1]);
        await ApproversAsync();
        await SecondRoundAsync(asked, codes);
    }

    private async Task OfficersAsync(string code)
    {
        IPage officer = await site.PageAsync("officer-one");
        await officer.GotoAsync(Path + "?lang=en");
        Assert.Contains("Who it waits for", await officer.InnerTextAsync("main"), StringComparison.Ordinal);
        await LifeSite.LookAsync(officer, "report-with-parts");
        await officer.Locator("#pr1-name").FillAsync("Kofi Boateng");
        await officer.Locator("button[value='register-1']").ClickAsync();
        await site.Platform.Busy.QuietAsync();
        Assert.Equal(2, ContributionRules.Of(await ReportAsync()).Count);
        Assert.Contains($"({code})", Latest("Asking", "kofi").Text, StringComparison.Ordinal);

        await officer.GotoAsync("/many-at-once?lang=en");
        await LifeSite.LookAsync(officer, "many-at-once");
        foreach (ILocator box in await officer.Locator("input[name='task']").AllAsync())
        {
            await box.CheckAsync();
        }

        await officer.Locator("input[name='what'][value='Remind']").CheckAsync();
        await officer.Locator("#reason").FillAsync("The flood in the north");
        await officer.Locator("button[value='look']").ClickAsync();
        await LifeSite.LookAsync(officer, "many-preview");
        await officer.Locator("button[value='do']").ClickAsync();
        await site.Platform.Busy.QuietAsync();
        await LifeSite.LookAsync(officer, "many-done");
        Assert.Contains("The flood in the north", Latest("Reminder", "coordinator").Text, StringComparison.Ordinal);
    }

    private async Task ApproversAsync()
    {
        IPage approver = await site.PageAsync("approver-one");
        await approver.GotoAsync("/absence?lang=en");
        await approver.Locator("#a-until").FillAsync("2027-03-20");
        await approver.Locator("#a-who").SelectOptionAsync("approver-two");
        await LifeSite.LookAsync(approver, "absence");
        await approver.Locator("button[value='name']").ClickAsync();
        await LifeSite.LookAsync(approver, "absence-named");
        IPage officer = await site.PageAsync("officer-one");
        await officer.GotoAsync("/people?lang=en&of=-");
        Assert.Contains("decides in their place", await officer.InnerTextAsync("main"), StringComparison.Ordinal);
        await LifeSite.LookAsync(officer, "people-away");
        await officer.GotoAsync("/plans/et-2026?lang=en");
        Assert.Contains("Who it waits for", await officer.InnerTextAsync("main"), StringComparison.Ordinal);
        await LifeSite.LookAsync(officer, "plan-waits");
    }

    private async Task SecondRoundAsync(LocalMessage asked, string[] codes)
    {
        await site.Platform.Mail.ReplyAsync(asked.Id, new InboundReply { Text = $"{codes[1]}: 12\n\nSUBMIT" });
        await site.Platform.Busy.QuietAsync();
        ReportRecord report = await ReportAsync();
        Assert.Equal(ReportState.Submitted, report.State);
        Assert.All(ContributionRules.Of(report), part => Assert.NotNull(part.Ended));

        IPage approver = await site.PageAsync("approver-two");
        await approver.GotoAsync(Path + "?lang=en");
        string shown = await approver.InnerTextAsync("main");
        Assert.All(codes, code => Assert.Contains(code, shown, StringComparison.Ordinal));
        await LifeSite.LookAsync(approver, "second-round");
        string file = (await approver.Locator("a[href$='changes.csv']").GetAttributeAsync("href"))!;
        using HttpClient client = site.Client("approver-two");
        string exported = await client.GetStringAsync(file);
        Assert.Contains("41", exported, StringComparison.Ordinal);
        Assert.Contains(codes[1], exported, StringComparison.Ordinal);
    }

    private async Task SendBackAsync()
    {
        using HttpClient client = site.Client("approver-two");
        ReportRecord report = await ReportAsync();
        string[] codes = [.. report.Entries.Values.Where(one => one.Value is not null).Select(one => one.Item).Take(2)];
        using HttpResponseMessage answer = await client.PostAsJsonAsync(
            $"/api{Path}/decision",
            new
            {
                approved = false,
                reason = "Two figures need a second look.",
                items = codes.ToDictionary(code => code, _ => "Which register is this from?"),
            }
        );
        Assert.True(answer.IsSuccessStatusCode);
        await site.Platform.Busy.QuietAsync();
        await site.Platform.AdvanceAsync(TimeSpan.FromHours(68));
    }

    private async Task AssignAsync(IPage page, LocalMessage asked, string code, string address)
    {
        await page.GotoAsync(LinkOf(asked));
        if (await page.Locator("#parts[open]").CountAsync() == 0)
        {
            await page.Locator("#parts > summary").ClickAsync();
        }

        await page.Locator("#p-items").FillAsync(code);
        await page.Locator("#p-address").FillAsync(address);
        await page.Locator("button[value='assign']").ClickAsync();
        await site.Platform.Busy.QuietAsync();
    }

    /// <summary>A browser that is known as the recipient's.</summary>
    private async Task<IPage> KnownAsync(LocalMessage mail)
    {
        Person person = (await site.RegisterAsync()).ByAddress(mail.Recipient.Email)!;
        (string name, string value) = site.Platform.Services.GetRequiredService<LinkAnswers>().Remember(person);
        IPage page = await site.PageAsync(null);
        await page.Context.AddCookiesAsync([
            new Cookie
            {
                Name = name,
                Value = value,
                Url = site.Url + "/tasks",
            },
        ]);
        return page;
    }

    private LocalMessage Latest(string kind, string whose) =>
        site
            .Platform.Mail.List()
            .Where(mail => mail.CustomArgs.GetValueOrDefault("kind") == kind && mail.CustomArgs["stream"] == Quarter.Stream.Value)
            .Where(mail => mail.Recipient.Email.StartsWith(whose, StringComparison.Ordinal))
            .MaxBy(mail => mail.Number)!;

    private static string LinkOf(LocalMessage mail) => Regex.Match(mail.Text, "/tasks/[a-z2-7]{26}").Value + "?lang=en";

    private async Task<ReportRecord> ReportAsync() => (await ReportRows.FindAsync(site.Table, Quarter, CancellationToken.None))!.Value;
}
