using System.Net;
using System.Text.Json;
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

    [Theory]
    [InlineData("GET", "/api/nonsense")]
    [InlineData("DELETE", "/api/programme")]
    [InlineData("POST", "/api/plans/af-2026/nonsense")]
    public async Task A_program_is_told_by_a_problem(string method, string path)
    {
        using HttpClient client = site.Client();
        using HttpResponseMessage answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("/problems/not-found", problem.RootElement.GetProperty("type").GetString());
    }
}
