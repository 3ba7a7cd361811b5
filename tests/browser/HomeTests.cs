using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>Where each person begins, and that every link leads somewhere for whoever sees it.</summary>
[Collection(OneSite.Name)]
public sealed partial class HomeTests(Site site)
{
    private const int MostPages = 90;

    [Fact]
    public async Task A_coordinator_sees_their_plan_their_reports_and_what_they_await()
    {
        IPage page = await site.PageAsync("coordinator-et", width: 360, script: false, language: "fr");
        await page.GotoAsync("/");
        await PagesTests.LookAsync(page, "/home", "coordinator-et", "phone");
        Assert.Equal("Votre travail", (await page.Locator("h1").InnerTextAsync()).Trim());
        Assert.Equal(0, await page.GetByText("Ghana").CountAsync());
        await page.Locator("h3 a[href='/plans/et-2026']").ClickAsync();
        Assert.EndsWith("/plans/et-2026", page.Url, StringComparison.Ordinal);

        IPage reporting = await site.PageAsync("coordinator-af", width: 360);
        await reporting.GotoAsync("/");
        await PagesTests.LookAsync(reporting, "/home", "coordinator-af", "phone");
        Assert.True(await reporting.Locator("a[href='/plans/af-2026/reports/20261001-20261231']").First.IsVisibleAsync());
        Assert.Empty(await Axe.ViolationsAsync(reporting));
    }

    [Fact]
    public async Task An_approver_and_a_donors_reader_find_theirs_first()
    {
        IPage approver = await site.PageAsync("approver-one", script: false);
        await approver.GotoAsync("/");
        Assert.True(await approver.Locator("#mine").IsVisibleAsync());
        IPage reader = await site.PageAsync("reader-norad", script: false, language: "es");
        await reader.GotoAsync("/");
        await PagesTests.LookAsync(reader, "/home", "reader-norad", "desk");
        Assert.Equal("Su trabajo", (await reader.Locator("h1").InnerTextAsync()).Trim());
        Assert.True(await reader.Locator("main a[href='/donor-reports']").IsVisibleAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("coordinator-af")]
    [InlineData("reader-norad")]
    [InlineData("auditor")]
    [InlineData("approver-one")]
    [InlineData("officer-one")]
    public async Task No_link_is_shown_that_the_reader_may_not_follow(string? person)
    {
        using HttpClient client = site.Client(person);
        var from = new Dictionary<string, string> { ["/"] = "" };
        var next = new Queue<string>(["/"]);
        var wrong = new List<string>();
        while (next.TryDequeue(out string? path))
        {
            using HttpResponseMessage answer = await client.GetAsync(path);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.SeeOther))
            {
                wrong.Add($"{from[path]} → {path}: {(int)answer.StatusCode}");
            }

            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            foreach (string link in Links().Matches(await answer.Content.ReadAsStringAsync()).Select(match => match.Groups[1].Value))
            {
                string to = WebUtility.HtmlDecode(link).Split('#')[0];
                if (
                    from.Count < MostPages
                    && !to.StartsWith("/.auth", StringComparison.Ordinal)
                    && !to.Contains("lang=", StringComparison.Ordinal)
                    && !to.Contains("sort=", StringComparison.Ordinal) // the same list
                )
                {
                    if (from.TryAdd(to, path))
                    {
                        next.Enqueue(to);
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(from.Count > (person is null ? 0 : 3), string.Join(' ', from.Keys));
    }

    [GeneratedRegex("href=\"(/[^\"]*)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();
}
