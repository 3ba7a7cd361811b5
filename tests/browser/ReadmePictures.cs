using ACip.Local.Cli.Platform;
using ACip.Local.Cli.Simulation;
using ACip.Local.Mail;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>Makes the pictures of the README, of a programme that a cast has played into its second year.</summary>
/// <remarks>ACIP_PICTURES=docs/pictures dotnet test tests/browser --filter ReadmePictures</remarks>
public sealed class ReadmePictures
{
    private const int Width = 1280;

    [Fact]
    [Trait("Category", "Campaign")]
    public async Task Dashboard_task_mail_and_donor_report()
    {
        string folder = Directory
            .CreateDirectory(Environment.GetEnvironmentVariable("ACIP_PICTURES") ?? Path.Combine(Path.GetTempPath(), "acip-pictures"))
            .FullName;
        var run = new SimulationPlan(1, 8, "1", "") { Ends = new DateTimeOffset(2027, 4, 19, 6, 0, 0, TimeSpan.Zero) };
        await using LocalPlatform platform = await LocalPlatform.StartAsync([
            "--Local:Port=0",
            "--Local:Azurite=Memory",
            "--Local:Quiet=true",
            "--Local:Clock:StandsStill=true",
            $"--Local:Clock:Start={run.Begins:O}",
            "--Local:Seed=1",
        ]);
        using var played = new SimulatedYears(platform, run);
        await played.PlayAsync();
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await Chromium.LaunchAsync(playwright);
        IBrowserContext context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = platform.BaseUrl,
                Locale = "en",
                ViewportSize = new ViewportSize { Width = Width, Height = 900 },
            }
        );
        IPage page = await context.NewPageAsync();
        await page.GotoAsync("/.auth/login/local");
        await page.Locator("button[value='approver-two']").ClickAsync();
        await page.GotoAsync("/?lang=en");
        Assert.True(await page.Locator("table").CountAsync() > 0);
        await KeepAsync(page, folder, "dashboard", 1150);

        LocalMessage mail = played.Mails.Last(one =>
            one.CustomArgs.GetValueOrDefault("kind") == "QuarterlyTask" && one.Text.Contains("Dear ", StringComparison.Ordinal)
        );
        await page.GotoAsync($"/local/mail/{mail.Id}");
        await KeepAsync(page, folder, "task-mail", 1150);

        await page.GotoAsync("/donor-reports?lang=en");
        await page.Locator("main table a").First.ClickAsync();
        string report = (await page.Locator("a[href$='.html']").First.GetAttributeAsync("href"))!;
        await page.GotoAsync(report);
        await KeepAsync(page, folder, "donor-report", 1400);
    }

    /// <param name="height">Of the picture: of a longer page its upper part.</param>
    private static Task<byte[]> KeepAsync(IPage page, string folder, string name, int height) =>
        page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                Path = Path.Combine(folder, $"{name}.png"),
                FullPage = true,
                Clip = new Clip
                {
                    X = 0,
                    Y = 0,
                    Width = Width,
                    Height = height,
                },
            }
        );
}
