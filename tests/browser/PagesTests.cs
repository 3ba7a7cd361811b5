using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>What is true of every page: light, legible for everybody, whole on a telephone, and marked as fictional.</summary>
[Collection(OneSite.Name)]
public sealed class PagesTests(Site site)
{
    private const int LargestPage = 60_000;

    public static TheoryData<string, string?> Pages =>
        new()
        {
            { "/", null },
            { "/", "officer-one" },
            { "/?until=2026Q2", "officer-one" },
            { "/", "reader-norad" },
            { "/plans/af-2026", "approver-one" },
            { "/plans/et-2026", "approver-one" },
            { "/plans/gh-2026", "approver-one" },
            { "/plans/af-2026", "coordinator-af" },
            { "/plans/af-2026/reports/20260701-20260930", "approver-one" },
            { "/plans/af-2026/reports/20261001-20261231", "approver-one" },
            { "/donor-reports", "approver-one" },
            { "/donor-reports/norad-acip-2026/20260101-20261231", "approver-one" },
            { "/donor-reports/norad-acip-2026/20260101-20261231?verify=1", "approver-one" },
            { "/registers", "officer-one" },
            { "/audit", "auditor" },
            { "/audit/plan-af-2026", "auditor" },
            { "/plans/af-2026", "officer-one" },
            { "/plans/af-2026/reports/20260701-20260930", "officer-one" },
            { "/plans/af-2026/reports/20261001-20261231", "officer-one" },
            { "/plans/af-2026/reports/20261001-20261231", "coordinator-af" },
            { "/people", "officer-one" },
            { "/people/new", "officer-one" },
            { "/people/coordinator-af", "officer-one" },
            { "/calendars", "officer-one" },
            { "/calendars/ET", "officer-one" },
            { "/calendars/secretariat", "officer-one" },
            { "/agreements", "officer-one" },
            { "/agreements/norad-acip-2026", "officer-one" },
            { "/agreements/norad-acip-2026/publication", "approver-one" },
            { "/settings", "officer-one" },
            { "/settings/reminders", "officer-one" },
            { "/agreements/norad-acip-2026/terms", "officer-one" },
            { "/agreements/norad-acip-2026/framework", "auditor" },
            { "/agreements/norad-acip-2026/framework/indicators/1.a", "officer-one" },
            { "/mail", "officer-one" },
            { "/operations", "officer-one" },
            { "/search?q=af", "officer-one" },
            { "/lists/tasks", "officer-one" },
            { "/lists/indicators?factor=3", "auditor" },
            { "/lists/administrations?sort=-way", "approver-one" },
            { "/lists/reports", "coordinator-af" },
            { "/plans/af-2026/reports/20260701-20260930/items/A1", "approver-one" },
            { "/", "coordinator-af" },
            { "/onboarding", "coordinator-af" },
            { "/plans/no-such-plan", "approver-one" },
            { "/nonsense", "officer-one" },
            { "/nonsense/of/several?parts=1", null },
            { "/surveys", "officer-one" },
            { "/meetings", "officer-one" },
            { "/multilateral", "officer-one" },
            { "/pmm", "officer-one" },
            { "/many-at-once", "officer-one" },
            { "/absence", "approver-one" },
            { "/notices", "officer-one" },
            { "/plans/af-2026", null },
            { "/developers", null },
            { "/developers/plans", "officer-one" },
            { "/developers/reports", null },
            { "/developers/errors", null },
            { "/developers/schemas/PlanAnswer", null },
        };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_light_whole_on_a_telephone_and_has_no_serious_accessibility_problem(string path, string? person)
    {
        IPage page = await site.PageAsync(person, width: 360);
        IResponse answer = (await page.GotoAsync(path))!;
        byte[] html = await answer.BodyAsync();

        await LookAsync(page, path, person, "phone");
        using HttpClient client = site.Client();
        Assert.InRange(html.Length + await SharedAsync(client, html), 500, LargestPage);
        Assert.Contains("FICTIONAL SAMPLE DATA", Encoding.UTF8.GetString(html), StringComparison.Ordinal);
        Assert.Equal(1, Encoding.UTF8.GetString(html).Split("<script").Length - 1);
        Assert.Contains("<script id=\"script\" src=\"/script/", Encoding.UTF8.GetString(html), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)")
        );

        await page.SetViewportSizeAsync(1280, 900);
        await LookAsync(page, path, person, "desk");
        Assert.Empty(await Axe.ViolationsAsync(page));
        await page.Context.CloseAsync();
    }

    /// <summary>Bytes of the style sheet and the script that the page names.</summary>
    internal static async Task<int> SharedAsync(HttpClient client, byte[] html)
    {
        int bytes = 0;
        foreach (Match shared in Regex.Matches(Encoding.UTF8.GetString(html), "(?:href|src)=\"(/(?:style|script)/[^\"]+)\""))
        {
            bytes += (await client.GetByteArrayAsync(shared.Groups[1].Value)).Length;
        }

        return bytes;
    }

    [Theory]
    [InlineData("fr", "Le programme aujourd'hui")]
    [InlineData("es", "El programa hoy")]
    [InlineData("en", "The programme today")]
    public async Task The_language_is_the_browsers_or_the_one_chosen(string language, string heading)
    {
        IPage byBrowser = await site.PageAsync("officer-one", language: language);
        await byBrowser.GotoAsync("/");
        Assert.Equal(heading, (await byBrowser.Locator("h1").TextContentAsync())?.Trim());
        Assert.Equal(language, await byBrowser.Locator("html").GetAttributeAsync("lang"));
        await LookAsync(byBrowser, "/", "officer-one", language);

        IPage chosen = await site.PageAsync("officer-one", language: "de");
        await chosen.GotoAsync($"/?lang={language}");
        Assert.Equal(heading, (await chosen.Locator("h1").TextContentAsync())?.Trim());
        Assert.Contains($"lang={language}", await chosen.Locator("tbody a").First.GetAttributeAsync("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_lets_no_script_run_but_our_file_and_no_other_site_frame_it()
    {
        using HttpClient client = site.Client("officer-one");
        using HttpResponseMessage answer = await client.GetAsync("/");
        string policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    /// <summary>With ACIP_SCREENSHOTS=FOLDER every page is kept as a picture, to be looked at by a person.</summary>
    internal static async Task LookAsync(IPage page, string path, string? person, string how)
    {
        if (Environment.GetEnvironmentVariable("ACIP_SCREENSHOTS") is { Length: > 0 } folder)
        {
            string name = string.Concat($"{path}-{person ?? "nobody"}-{how}".Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}

/// <summary>axe-core's rules on a page. Our policy runs no script in a page; the debugger's own may.</summary>
internal static class Axe
{
    private static Task<string>? script;

    private const string Everything =
        "{ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";

    /// <summary>The rules that the colours of a theme can break, and no others: where all of them have looked at the page in another
    /// theme.</summary>
    private const string Colours =
        "{ resultTypes: ['violations'], runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }";

    private const string Guidelines = "{ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }";

    public static Task<IReadOnlyList<string>> ViolationsAsync(IPage page) => RunAsync(page, Everything);

    /// <summary>Landmarks and a heading of the first level are a page's.</summary>
    public static Task<IReadOnlyList<string>> OfMailAsync(IPage page) => RunAsync(page, Guidelines);

    public static Task<IReadOnlyList<string>> OfColoursAsync(IPage page) => RunAsync(page, Colours);

    private static async Task<IReadOnlyList<string>> RunAsync(IPage page, string options)
    {
        string axe = await (script ??= ReadAsync());
        await page.EvaluateAsync(axe + "; undefined");
        JsonElement result = await page.EvaluateAsync<JsonElement>($"axe.run(document, {options})");
        return
        [
            .. result
                .GetProperty("violations")
                .EnumerateArray()
                .Select(one =>
                    $"{one.GetProperty("id")}: {one.GetProperty("help")} {string.Join(" | ", one.GetProperty("nodes").EnumerateArray().Take(3).Select(node => node.GetProperty("html").GetString()))}"
                ),
        ];
    }

    private static async Task<string> ReadAsync() =>
        await File.ReadAllTextAsync(Path.Combine(await Npm.FolderAsync("axe-core"), "axe.min.js"));
}
