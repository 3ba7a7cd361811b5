using System.IO.Compression;
using System.Net;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>Readers find what they look for, narrow it down, put it in order and take it along.</summary>
[Collection(OneSite.Name)]
public sealed class ListsTests(Site site)
{
    [Fact]
    public async Task An_officer_finds_narrows_sorts_and_takes_along()
    {
        IPage page = await site.PageAsync("officer-one");
        await page.GotoAsync("/search");
        await page.GetByLabel("Words").FillAsync("afghan");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await PagesTests.LookAsync(page, "/search", "officer-one", "desk");
        await page.Locator("main a[href^='/lists/reports?q=afghan']").ClickAsync();
        Assert.Equal("Quarterly reports", await page.Locator("h1").InnerTextAsync());
        Assert.All(
            await page.Locator("tbody tr").AllInnerTextsAsync(),
            row => Assert.Contains("Afghanistan", row, StringComparison.Ordinal)
        );

        string state = (await page.Locator("#state option").Nth(1).GetAttributeAsync("value"))!;
        await page.Locator("#state").SelectOptionAsync(state);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        Assert.Contains($"state={state}", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Sort by: Due" }).ClickAsync();
        Assert.Equal("ascending", await page.Locator("th[aria-sort]").GetAttributeAsync("aria-sort"));
        Assert.Contains("q=afghan", page.Url, StringComparison.Ordinal);
        int rows = await page.Locator("tbody tr").CountAsync();
        await PagesTests.LookAsync(page, "/lists/reports", "officer-one", "desk");

        IDownload csv = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.Matches(@"^reports-\d{4}-\d\d-\d\d\.csv$", csv.SuggestedFilename);
        string[] lines = (await File.ReadAllTextAsync(await csv.PathAsync())).TrimEnd().Split("\r\n");
        Assert.Equal(rows + 1, lines.Length);
        Assert.Equal("report,administration,region,donor,period,due,state,overdue,on-time", lines[0].TrimStart('\uFEFF'));
        IDownload xlsx = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "XLSX" }).ClickAsync());
        await using ZipArchive workbook = await ZipFile.OpenReadAsync(await xlsx.PathAsync());
        Assert.NotNull(workbook.GetEntry("xl/worksheets/sheet1.xml"));
    }

    [Fact]
    public async Task A_number_of_the_dashboard_leads_to_what_it_is_made_of()
    {
        IPage page = await site.PageAsync("officer-one", width: 360, script: false, language: "fr");
        await page.GotoAsync("/");
        string tasks = await page.Locator(".tiles a[href='/lists/tasks']").InnerTextAsync();
        await page.Locator(".tiles a[href='/lists/tasks']").ClickAsync();
        Assert.StartsWith($"{tasks} ligne", await page.Locator("main [role=status]").InnerTextAsync(), StringComparison.Ordinal);
        await PagesTests.LookAsync(page, "/lists/tasks", "officer-one", "phone");

        await page.GotoAsync("/");
        await page.Locator("a[href='/lists/indicators?factor=3']").ClickAsync();
        Assert.NotEqual(0, await page.Locator("tbody tr").CountAsync());
        Assert.All(
            await page.Locator("tbody tr").AllInnerTextsAsync(),
            row => Assert.Contains("3. Transparence", row, StringComparison.Ordinal)
        );
        await PagesTests.LookAsync(page, "/lists/indicators", "officer-one", "phone");
    }

    [Fact]
    public async Task Everybody_finds_only_what_is_theirs()
    {
        IPage page = await site.PageAsync("coordinator-et", script: false);
        await page.GotoAsync("/lists/reports");
        string[] rows = [.. await page.Locator("tbody tr").AllInnerTextsAsync()];
        Assert.All(rows, row => Assert.Contains("Ethiopia", row, StringComparison.Ordinal));
        await page.GotoAsync("/search?q=Afghanistan");
        Assert.Equal(0, await page.Locator("main ul a[href^='/plans']").CountAsync());

        using HttpClient donor = site.Client("reader-norad");
        string found = await donor.GetStringAsync("/search?q=af");
        Assert.DoesNotContain("/plans/", found, StringComparison.Ordinal);
        Assert.DoesNotContain("/people/", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coordinator-af", "tasks", HttpStatusCode.NotFound)]
    [InlineData("coordinator-af", "people", HttpStatusCode.NotFound)]
    [InlineData("reader-norad", "reports", HttpStatusCode.NotFound)]
    [InlineData("reader-norad", "donor-reports", HttpStatusCode.OK)]
    [InlineData("auditor", "people", HttpStatusCode.NotFound)]
    [InlineData("officer-one", "people", HttpStatusCode.OK)]
    [InlineData("officer-one", "nonsense", HttpStatusCode.NotFound)]
    [InlineData(null, "reports", HttpStatusCode.Unauthorized)]
    public async Task A_list_is_there_for_whom_it_is_and_so_are_its_files(string? person, string list, HttpStatusCode expected)
    {
        using HttpClient client = site.Client(person);
        foreach (string path in new[] { $"/lists/{list}", $"/lists/{list}/list.csv", $"/lists/{list}/list.xlsx" })
        {
            using HttpResponseMessage answer = await client.GetAsync(path);
            Assert.Equal(expected, answer.StatusCode);
        }
    }
}
