using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>In the dark as in the light: legible for everybody.</summary>
[Collection(OneSite.Name)]
public sealed class ThemeTests(Site site)
{
    [Theory]
    [InlineData("/", "officer-one")]
    [InlineData("/", "coordinator-af")]
    [InlineData("/plans/et-2026", "approver-one")]
    [InlineData("/plans/af-2026/reports/20261001-20261231", "approver-one")]
    [InlineData("/operations", "officer-one")]
    [InlineData("/plans/no-such-plan", "approver-one")]
    [InlineData("/developers/plans", "officer-one")]
    public async Task A_page_is_legible_in_the_dark(string path, string person)
    {
        IPage page = await site.PageAsync(person, width: 360);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await page.GotoAsync(path);
        Assert.Equal("rgb(18, 24, 31)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await PagesTests.LookAsync(page, path, person, "dark");
        Assert.Empty(await Axe.ViolationsAsync(page));
    }

    [Fact]
    public async Task The_newest_quarter_of_the_matrix_is_in_view_on_a_telephone()
    {
        IPage page = await site.PageAsync("officer-one", width: 360);
        await page.GotoAsync("/");
        LocatorBoundingBoxResult box = (await page.Locator(".matrix thead th").Nth(1).BoundingBoxAsync())!;
        string newest = (await page.Locator(".matrix thead th").Nth(1).InnerTextAsync()).Trim();
        Assert.True(box.X + box.Width <= 360, $"{newest} ends at {box.X + box.Width}");
    }
}
