using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>On paper: A4 upright, wide lists across, with every column of every table.</summary>
[Collection(OneSite.Name)]
public sealed class PrintTests(Site site)
{
    /// <summary>A4 less the margins of the sheet, in pixels of 1/96 inch.</summary>
    private const int PaperWidth = 687,
        PaperAcross = 1016;

    /// <summary>What is wider than the room it has, by the first words in it.</summary>
    private const string Cut = """
        () => [document.documentElement, ...document.querySelectorAll('.wide, table, td, th, pre, .tiles')]
          .filter(one => one.getClientRects().length && (one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > innerWidth + 1))
          .map(one => one.tagName + ' ' + one.className + ' ' + one.scrollWidth + '/' + one.clientWidth + ': ' + one.textContent.trim().slice(0, 60))
        """;

    public static TheoryData<string, string?> Pages => PagesTests.Pages;

    [Theory]
    [InlineData("officer-one")]
    [InlineData("approver-one")]
    [InlineData("auditor")]
    [InlineData("coordinator-af")]
    [InlineData("reader-norad")]
    public async Task No_column_of_any_page_is_cut_on_A4(string person)
    {
        var cut = new List<string>();
        IPage page = await site.PageAsync(person, width: PaperWidth, language: person == "approver-one" ? "fr" : "en");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (string path in Pages.Where(row => (string?)row[1] == person).Select(row => (string)row[0]).Distinct())
        {
            await page.GotoAsync(path);
            bool across = await page.Locator("table.many").CountAsync() > 0;
            await page.SetViewportSizeAsync(across ? PaperAcross : PaperWidth, 900);
            cut.AddRange((await page.EvaluateAsync<string[]>(Cut)).Select(what => $"{path}: {what}"));
            if (Environment.GetEnvironmentVariable("ACIP_SCREENSHOTS") is { Length: > 0 } folder)
            {
                string name = string.Concat($"print-{path}-{person}".Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
                await page.PdfAsync(new PagePdfOptions { Path = System.IO.Path.Combine(folder, name + ".pdf"), PreferCSSPageSize = true });
            }
        }

        Assert.Empty(cut);
        await page.Context.CloseAsync();
    }
}
