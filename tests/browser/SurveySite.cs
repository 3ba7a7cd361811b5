using ACip.Tests.Scenarios.Surveys;
using ACip.Workflows.Surveys.Waves;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>One administration whose survey is closed and waits for its decision, and another that collects answers; with a former survey to compare with.</summary>
public sealed class SurveySite : IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    internal SurveyWorld World { get; private set; } = null!;

    internal WaveId InReview { get; private set; }

    internal WaveId Collecting { get; private set; }

    public async Task InitializeAsync()
    {
        World = await SurveyWorld.StartAsync(2);
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
        WaveId before = await AnsweredAsync("2025", new DateOnly(2026, 3, 2), (row, factor) => 1 + ((row + factor) % 4));
        await World.Platform.AdvanceToAsync(new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero));
        await World.ReplyAsync(World.Newest("Asking", "coordinator.af@customs-af.example"), "PUBLISH: PROGRAMME");
        InReview = await AnsweredAsync("2026", new DateOnly(2026, 3, 12), (row, factor) => 1 + ((row + factor + (factor == 4 ? 2 : 0)) % 5));
        await World.Platform.AdvanceToAsync(new DateTimeOffset(2026, 3, 24, 12, 0, 0, TimeSpan.Zero));
        Collecting = await World.PrepareAsync("ET", "2026", new DateOnly(2026, 3, 24), new DateOnly(2026, 4, 24));
        Assert.NotEqual(before, InReview);
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await World.DisposeAsync();
    }

    public async Task<IPage> PageAsync(string? person, int width, string language = "en")
    {
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = World.Platform.BaseUrl, Locale = language, ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        IPage page = await context.NewPageAsync();
        if (person is not null)
        {
            await page.GotoAsync("/.auth/login/local");
            await page.Locator($"button[value='{person}']").ClickAsync();
        }

        return page;
    }

    /// <summary>Where a folder for pictures is named, they are for whoever wants to look.</summary>
    public static async Task LookAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("ACIP_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true, Clip = new Clip { X = 0, Y = 0, Width = page.ViewportSize!.Width, Height = 2_400 } });
        }
    }

    private async Task<WaveId> AnsweredAsync(string label, DateOnly opens, Func<int, int, int> answer)
    {
        WaveId wave = await World.PrepareAsync("AF", label, opens, opens.AddDays(7));
        byte[] file = SurveyWorld.File([(SurveyWorld.Frame[0], 80), (SurveyWorld.Frame[1], 120), (SurveyWorld.Frame[2], 60), (SurveyWorld.Frame[3], 40)], answer);
        using HttpResponseMessage taken = await World.ImportAsync(wave, file);
        Assert.True(taken.IsSuccessStatusCode, await taken.Content.ReadAsStringAsync());
        return wave;
    }
}
