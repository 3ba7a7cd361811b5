using ACip.Tests.Browser.Matrix;
using ACip.Tests.Scenarios.Malformed;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace ACip.Tests.Browser.Keyboard;

/// <summary>Tasks of the programme by keyboard alone: Tab, Shift+Tab, Enter, Space, arrows and typing, and nothing that a mouse
/// does.</summary>
[Collection(EverythingSite.Name)]
public sealed class KeyboardTests(MalformedWorld world, ITestOutputHelper output) : IAsyncLifetime
{
    private const string Decide = "form[action*='/decision']",
        Open = "/plans/af-2026/reports/20261001-20261231",
        DonorReport = "/donor-reports/norad-acip-2026/20260101-20261231";

    private readonly List<string> faults = [];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private IPage page = null!;
    private Keys keys = null!;
    private int stops;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    [Fact]
    public async Task A_plan_is_sent_back_mended_handed_in_and_approved()
    {
        await AsAsync("approver-one", "/plans/lb-2026");
        await keys.PressAsync($"{Decide} button[value='return']");
        await keys.AtTheFaultAsync();
        await keys.FillAsync($"{Decide} #reason", "Please say where A1 comes from.");
        await keys.BackAsync();
        await DoneAsync($"{Decide} button[value='return']");

        await AsAsync("coordinator-lb", "/plans/lb-2026/draft/indicators/A1");
        await keys.FillAsync("main form textarea[name='method']", "From the register of complaints.");
        await keys.PressAsync("main form button[value='save']");
        Assert.Equal(0, await page.Locator("main .note.stop").CountAsync());
        await AsAsync("coordinator-lb", "/plans/lb-2026/draft");
        await DoneAsync("main form[action*='/draft'] button");

        await AsAsync("approver-one", "/plans/lb-2026");
        await DoneAsync($"{Decide} button[value='approve']");
        Ends();
    }

    [Fact]
    public async Task A_report_is_filled_in_handed_in_taken_back_accepted_and_opened_again()
    {
        await AsAsync("coordinator-af", Open);
        await keys.FillAsync("form[action*='/entries'] textarea", "A1: 12");
        await keys.FillAsync("form[action*='/entries'] [name='submit']", "1");
        await DoneAsync("form[action*='/entries'] button");
        await AsAsync("coordinator-af", Open);
        await keys.FillAsync("form[action*='/recall'] textarea", "A figure is mistyped.");
        await DoneAsync("form[action*='/recall'] button");

        await AsAsync("coordinator-af", Open);
        await keys.FillAsync("form[action*='/entries'] textarea", "A1: 13");
        await keys.FillAsync("form[action*='/entries'] [name='submit']", "1");
        await DoneAsync("form[action*='/entries'] button");
        await AsAsync("approver-two", Open);
        await DoneAsync($"#decide {Decide} button[value='approve']");
        await AsAsync("approver-two", Open);
        await keys.FillAsync("form[action*='/reopening'] textarea", "The register was corrected.");
        await DoneAsync("form[action*='/reopening'] button");
        Ends();
    }

    [Fact]
    public async Task A_list_is_searched_filtered_and_ordered_and_a_row_opened()
    {
        await AsAsync("officer-two", "/lists/reports");
        await keys.FillAsync("#q", "2026");
        await keys.FillAsync("#administration", "AF");
        await keys.FillAsync("#sort", "-due");
        await keys.PressAsync("form[role='search'] button", "Space");
        Assert.Contains("administration=AF", page.Url, StringComparison.Ordinal);
        await keys.PressAsync("tbody th a");
        Assert.Contains("/plans/af-2026/reports/", page.Url, StringComparison.Ordinal);
        Ends();
    }

    [Fact]
    public async Task Settings_are_changed()
    {
        await AsAsync("officer-two", "/settings/approval");
        await keys.FillAsync("main form input:not([type='hidden'])", "7");
        await DoneAsync("main form button[value='save']");
        Ends();
    }

    [Fact]
    [Trait("Category", "Campaign")]
    public async Task A_report_is_filled_in_behind_its_link()
    {
        await AsAsync(null, $"/{world.LinkPages.ElementAt(1)}");
        await keys.ToAsync("button[value='save']");
        await keys.PressAsync("button[value='save']");
        Assert.Equal(0, await page.Locator("main .note.stop").CountAsync());
        Ends();
    }

    [Fact]
    [Trait("Category", "Campaign")]
    public async Task Much_is_done_at_once()
    {
        await AsAsync("officer-two", "/many-at-once");
        await keys.FillAsync("input[name='task']", "1");
        await keys.FillAsync("input[name='what'][value='Remind']", "1");
        await keys.FillAsync("form[method='post'] textarea", "The deadline is near.");
        await keys.PressAsync("button[value='look']");
        await keys.PressAsync("button[value='do']");
        Assert.Equal(0, await page.Locator("main .note.stop").CountAsync());
        Ends();
    }

    [Fact]
    [Trait("Category", "Campaign")]
    public async Task A_comment_is_written()
    {
        await AsAsync("officer-two", "/plans/af-2026/reports/20260401-20260630");
        await keys.FillAsync("form[action*='/comments'] textarea", "Is this counted twice?");
        await DoneAsync("form[action*='/comments'] button");
        Ends();
    }

    [Fact]
    [Trait("Category", "Campaign")]
    public async Task A_donor_report_is_signed_and_published()
    {
        await AsAsync("approver-two", DonorReport);
        await keys.FillAsync($"#decide {Decide} #reason", "Read and found right.");
        await DoneAsync($"#decide {Decide} button[value='approve']");
        await AsAsync("approver-two", "/agreements/norad-acip-2026/publication");
        await keys.PressAsync("form button[value='Publish']");
        Assert.Equal(0, await page.Locator("main .note.stop").CountAsync());
        Ends();
    }

    [Fact]
    [Trait("Category", "Campaign")]
    public async Task Somebody_leaves()
    {
        await AsAsync("officer-two", "/people/coordinator-gh");
        await keys.FillAsync("form[action*='/departure'] input[type='date']", "2027-06-30");
        await DoneAsync("form[action*='/departure'] button");
        Ends();
    }

    [Fact]
    [Trait("Category", "Campaign")]
    public async Task An_officer_hands_over_to_another()
    {
        await AsAsync("officer-two", "/people");
        await keys.PressAsync("main a.button[href$='/people/new']");
        await keys.FillAsync("#id", "officer-three");
        await keys.FillAsync("#name", "Nia Sample-Officer");
        await keys.FillAsync("#email", "officer.three@wco.example");
        await keys.FillAsync("#role-0", "ProgrammeOfficer");
        await keys.FillAsync("#reason", "Takes over.");
        await keys.PressAsync("main form.decide button:not([name])");
        await DoneOrAskedAsync();

        await AsAsync("officer-two", "/people/officer-one");
        await keys.FillAsync("form[action*='/departure'] input[type='date']", "2027-12-31");
        await keys.FillAsync("form[action*='/departure'] [name='reason']", "Goes home.");
        await DoneAsync("form[action*='/departure'] button");
        Ends();
    }

    private async Task DoneOrAskedAsync()
    {
        await world.World.Platform.Busy.QuietAsync();
        Assert.True(await page.Locator("main .note.stop").CountAsync() == 0, $"{page.Url}: {await page.Locator("main").InnerTextAsync()}");
    }

    private async Task AsAsync(string? person, string path)
    {
        if (page is not null)
        {
            Keep();
            await page.Context.CloseAsync();
        }

        IBrowserContext context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = world.World.Platform.BaseUrl,
                Locale = "en-US",
                ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
                ExtraHTTPHeaders = person is null
                    ? new Dictionary<string, string> { ["Cookie"] = world.Cookie }
                    : new Dictionary<string, string> { ["X-Local-Sign-In"] = person },
            }
        );
        page = await context.NewPageAsync();
        keys = new Keys(page);
        await keys.OpenAsync(path);
    }

    /// <summary>Pressed, and the page says that it is recorded.</summary>
    private async Task DoneAsync(string button)
    {
        await keys.PressAsync(button);
        await world.World.Platform.Busy.QuietAsync();
        Assert.True(
            await page.Locator("main .note.done, main [role='status']").CountAsync() > 0
                && await page.Locator("main .note.stop").CountAsync() == 0,
            $"{page.Url} does not say that it is done: {(await page.Locator("main").InnerTextAsync())[..300]}"
        );
    }

    private void Keep()
    {
        faults.AddRange(keys.Faults);
        stops += keys.Stops;
    }

    private void Ends()
    {
        Keep();
        output.WriteLine($"{stops} stops");
        Assert.Empty(faults.Distinct());
    }
}
