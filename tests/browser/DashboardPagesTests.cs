using System.Globalization;
using System.Text.RegularExpressions;
using ACip.Local.Cli.Platform;
using ACip.Tests.Browser.Keyboard;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>The dashboard of more administrations than stand on a page: it turns pages, is narrowed down and put in order by its address,
/// and is taken along and printed like any list.</summary>
public sealed class DashboardPagesTests : IAsyncLifetime, IDisposable
{
    private const int All = 60;

    private LocalPlatform platform = null!;
    private HttpClient officer = null!;

    public async Task InitializeAsync()
    {
        platform = await FullProgrammeTests.StartAsync("pages");
        ProgrammeRegister register = await FullProgrammeTests.FillAsync(platform);
        var unit = new UnitOfWork(StreamId.Programme);
        Administration model = register.Administrations.Values.First(one => one.WcoRegion == "MENA");
        for (int number = register.Administrations.Count; number < All; number++)
        {
            var id = new AdministrationId(string.Create(CultureInfo.InvariantCulture, $"X{number:D2}"));
            unit.Add(ProgrammeRows.Key(id), model with { Id = id, Name = $"Zone {number}" });
        }

        Assert.True(await platform.Services.GetRequiredService<ProgrammeTable>().TryCommitAsync(unit, CancellationToken.None));
        platform.Services.GetRequiredService<ProgrammeDirectory>().Forget();
        officer = new HttpClient { BaseAddress = new Uri(platform.BaseUrl) };
        officer.DefaultRequestHeaders.Add("X-Local-Sign-In", "officer-one");
    }

    public void Dispose() => officer.Dispose();

    public async Task DisposeAsync() => await platform.DisposeAsync();

    [Fact]
    public async Task Each_administration_stands_on_one_page_and_all_of_them_in_the_file()
    {
        string[] pages = [await GetAsync("/"), await GetAsync("/?page=2"), await GetAsync("/?page=3")];
        string[][] names = [.. pages.Select(Names)];
        Assert.Equal([25, 25, 10], names.Select(page => page.Length));
        string[] all = [.. names.SelectMany(page => page)];
        Assert.Equal(All, all.Distinct().Count());
        Assert.Equal(all.Order(((Workflows.Languages.Language)"en").Order), all);
        Assert.All(pages, page => Assert.InRange(page.Length, 5_000, 60_000));
        Assert.All(pages, page => Assert.Equal($"{All}", Administrations(page)));
        Assert.Equal(names[2], Names(await GetAsync("/?page=99")));

        string file = await GetAsync("/?page=2&take=matrix.csv");
        Assert.Equal(all, file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0].Trim('"')));
        Assert.Equal(names[0], Names(await GetAsync("/"))); // what was taken is not what is kept
    }

    [Fact]
    public async Task What_is_found_is_counted_above_wherever_it_stood()
    {
        string africa = await GetAsync("/?region=WCA");
        string[] found = Names(africa);
        Assert.NotEmpty(found);
        Assert.Equal($"{found.Length}", Administrations(africa));
        Assert.Contains($"{found.Length} of {All} administrations", africa, StringComparison.Ordinal);
        int due = int.Parse(Regex.Match(africa, @"(\d+) due reports? came on time").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Equal(found.Length * 10, due); // ten quarters each
        Assert.Contains("href=\"/lists/reports?sort=on-time&amp;region=WCA\"", africa, StringComparison.Ordinal);

        Assert.Equal(["Zone 59"], Names(await GetAsync("/?q=zone+59")));
        Assert.Equal("Zone 59", Names(await GetAsync("/?sort=-administration"))[0]);
        string both = await GetAsync("/?region=MENA&page=2&until=2027Q4");
        Assert.NotEmpty(Names(both));
        Assert.Contains("Oct–Dec 2027", both, StringComparison.Ordinal);
        Assert.DoesNotContain("Jan–Mar 2028", both, StringComparison.Ordinal);
        Assert.Contains("value=\"2027Q4\"", both, StringComparison.Ordinal);
        Assert.Contains("region=MENA&amp;until=2027Q4#matrix\"", both, StringComparison.Ordinal); // the page before
    }

    [Fact]
    public async Task Pages_are_turned_by_keyboard_and_printed_with_their_number()
    {
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await Chromium.LaunchAsync(playwright);
        IBrowserContext context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = platform.BaseUrl,
                ExtraHTTPHeaders = new Dictionary<string, string> { ["X-Local-Sign-In"] = "officer-one" },
                ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            }
        );
        IPage page = await context.NewPageAsync();
        var keys = new Keys(page);
        await keys.OpenAsync("/");
        await keys.PressAsync("a[rel=next]");
        Assert.EndsWith("/?page=2#matrix", page.Url, StringComparison.Ordinal);
        Assert.Empty(keys.Faults);
        Assert.Empty(await Axe.ViolationsAsync(page));
        await PagesTests.LookAsync(page, "/dashboard-2", "officer-one", "desk");

        await keys.FillAsync("#region", "WCA");
        await keys.PressAsync("main form[role=search] button");
        Assert.Matches("/\\?q=&region=WCA.*#matrix$", page.Url);
        Assert.Equal(0, await page.Locator("a[rel=next]").CountAsync());
        Assert.Empty(await Axe.ViolationsAsync(page));
        await PagesTests.LookAsync(page, "/dashboard-WCA", "officer-one", "desk");

        await page.SetViewportSizeAsync(360, 800);
        await page.GotoAsync("/?page=2");
        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await PagesTests.LookAsync(page, "/dashboard-2", "officer-one", "phone");

        foreach (string path in new[] { "/?page=2", "/lists/reports?page=2" })
        {
            await page.GotoAsync(path);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            Assert.Matches(@"^Page 2 of \d+$", (await page.Locator("main nav[aria-label='Pages of the list']").InnerTextAsync()).Trim());
        }
    }

    private Task<string> GetAsync(string path) => officer.GetStringAsync(path);

    private static string[] Names(string html) =>
        [
            .. Regex
                .Matches(
                    Regex.Match(html, "<table data-take=\"matrix\".*?</table>", RegexOptions.Singleline).Value,
                    "<th scope=\"row\">(?<name>[^<]*)</th>"
                )
                .Select(row => System.Net.WebUtility.HtmlDecode(row.Groups["name"].Value)),
        ];

    private static string Administrations(string html) =>
        Regex.Match(html, "class=\"tiles\">\\s*<li><b>(?:<a[^>]*>)?(\\d+)").Groups[1].Value;
}
