using System.Globalization;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.Life;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>Three administrations that draft their plans: what happens besides is what the tests make happen.</summary>
public class LifeSite : IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    internal LifeWorld World { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        World = await StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
    }

    private protected virtual Task<LifeWorld> StartAsync() => LifeWorld.StartAsync(3);

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await World.DisposeAsync();
    }

    public async Task<IPage> PageAsync(string? person, int width = 1280, string language = "en")
    {
        IBrowserContext context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = World.Inner.Platform.BaseUrl,
                Locale = language,
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
            }
        );
        IPage page = await context.NewPageAsync();
        if (person is not null)
        {
            await page.GotoAsync("/.auth/login/local");
            await page.Locator($"button[value='{person}']").ClickAsync();
        }

        return page;
    }

    /// <summary>Opens one of the page's forms, fills it in as a person would, and sends it.</summary>
    public async Task SubmitAsync(IPage page, string act, params (string Field, string Value)[] fields)
    {
        ILocator form = page.Locator($"form:has(button[name='act'][value='{act}'])");
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        foreach ((string field, string value) in fields)
        {
            ILocator at = form.Locator($"[name='{field}']");
            string? type = await at.First.GetAttributeAsync("type");
            if (type is "checkbox" or "radio")
            {
                await form.Locator($"[name='{field}'][value='{value}']").CheckAsync();
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

        await SentAsync(page, form.Locator($"button[name='act'][value='{act}']"), done: true);
    }

    /// <summary>Presses a form's button and waits for what the page says then. A form with a file is sent by the page's script, of which
    /// Playwright sees no navigation: so this waits for the answer itself, and then for a page that is not the one before.</summary>
    /// <param name="done">Recorded, or refused.</param>
    public async Task SentAsync(IPage page, ILocator button, bool done)
    {
        await page.EvaluateAsync("() => { document.documentElement.dataset.before = 'yes'; }");
        await page.RunAndWaitForResponseAsync(() => button.ClickAsync(), answer => answer.Request.Method == "POST");
        await World.Inner.Platform.Busy.QuietAsync();
        await page.WaitForLoadStateAsync();
        ILocator said = page.Locator(done ? "html:not([data-before]) .note.done" : ".note.stop:visible");
        await Assertions.Expect(said.First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".note.done")).ToHaveCountAsync(done ? 1 : 0);
    }

    /// <summary>Follows the link of a mail to its page, fills that in, and types the code that is mailed; the page says that it is
    /// recorded.</summary>
    internal async Task<IPage> AnswerAsync(LocalMessage mail, string looks, params (string Field, string Value)[] fields)
    {
        IPage page = await PageAsync(null, 360);
        string link = Regex.Match(mail.Text, "/tasks/[a-z2-7]{26}").Value;
        await page.GotoAsync(link);
        await LookAsync(page, looks);
        long before = World.Inner.Platform.Mail.Newest;
        foreach ((string field, string value) in fields)
        {
            ILocator at = page.Locator($"[name='{field}']");
            await (value is "yes" or "no" ? page.Locator($"[name='{field}'][value='{value}']").CheckAsync() : at.FillAsync(value));
        }

        await page.Locator("button[value='submit']").ClickAsync();
        await World.Inner.Platform.Busy.QuietAsync();
        LocalMessage code = World
            .Inner.Platform.Mail.List(null, before)
            .First(one => one.CustomArgs.GetValueOrDefault("kind") == "OneTimeCode");
        await page.Locator("input[name='code']").FillAsync(Regex.Match(code.Text, @"\b[0-9]{6}\b").Value);
        await page.Locator("button[value='code']").ClickAsync();
        await World.Inner.Platform.Busy.QuietAsync();
        // the answer has been sent, and the browser may still be taking it in
        await page.Locator("input[name='code']").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.WaitForLoadStateAsync();
        await LookAsync(page, looks + "-answered");
        return page;
    }

    /// <summary>Whole on a telephone and at a desk, and without fault for who cannot see it.</summary>
    public static async Task LookAsync(IPage page, string name)
    {
        await page.SetViewportSizeAsync(360, 900);
        await PagesTests.LookAsync(page, name, null, "phone");
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)")
        );
        await page.SetViewportSizeAsync(1280, 900);
        await PagesTests.LookAsync(page, name, null, "desk");
        Assert.Empty(await Axe.ViolationsAsync(page));
    }

    public async Task ReadsAsync(IPage page, string path, params string[] words)
    {
        await page.GotoAsync(path);
        string shown = await page.Locator("main").InnerTextAsync();
        Assert.All(words, one => Assert.Contains(one, shown, StringComparison.Ordinal));
    }

    /// <summary>So many days from today, as a date field takes it.</summary>
    public string In(int days) => Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public DateOnly Today => DateOnly.FromDateTime(World.Inner.Platform.Clock.GetUtcNow().UtcDateTime);
}

/// <summary>A rehearsal with one administration: mail goes to one officer, and to nobody else.</summary>
public sealed class RehearsedSite : LifeSite
{
    public const string Name = "REHEARSAL",
        OnlyTo = "officer.one@acip-secretariat.example";

    private protected override Task<LifeWorld> StartAsync() =>
        LifeWorld.StartAsync(1, $"--Mail:Rehearsal={Name}", $"--Mail:OnlyTo={OnlyTo}");
}
