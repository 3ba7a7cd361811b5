using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>An address that is none of ours leads home, in the reader's language.</summary>
[Collection(OneSite.Name)]
public sealed class NoSuchAddressTests(Site site)
{
    [Theory]
    [InlineData("fr", "/nonsense")]
    [InlineData("es", "/plans/af-2026/nothing/of/the/kind")]
    [InlineData("ar", "/tasks")]
    public async Task A_page_says_so_and_leads_home(string language, string path)
    {
        IPage page = await site.PageAsync(null, width: 360, language: language);
        IResponse answer = (await page.GotoAsync($"{path}?lang={language}"))!;
        Assert.Equal(404, answer.Status);
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        await PagesTests.LookAsync(page, path, null, language);
        Assert.Empty(await Axe.ViolationsAsync(page));
        await page.Locator("main a").First.ClickAsync();
        Assert.Equal("/", new Uri(page.Url).AbsolutePath);
    }
}
