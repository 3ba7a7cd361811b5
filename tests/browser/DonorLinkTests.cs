using System.Net;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>A donor's reader whose link is wrong gets a page that says what to do; a program gets a problem.</summary>
[Collection(OneSite.Name)]
public sealed class DonorLinkTests(Site site)
{
    private const string Wrong = "/donor-links/abcdefghijklmnopqrstuvwxyz";

    [Theory]
    [InlineData("en", "This link leads nowhere")]
    [InlineData("fr", "Ce lien ne mène nulle part")]
    [InlineData("es", "Este enlace no lleva a ninguna parte")]
    public async Task A_wrong_link_leads_to_a_page(string language, string heading)
    {
        IPage page = await site.PageAsync(null, width: 360, script: false, language: language);
        IResponse answer = (await page.GotoAsync(Wrong))!;
        Assert.Equal(404, answer.Status);
        Assert.Equal(heading, await page.Locator("h1").InnerTextAsync());
        await PagesTests.LookAsync(page, "donor-link-wrong", null, "phone");
    }

    [Fact]
    public async Task A_program_is_told_by_a_problem()
    {
        using HttpClient client = site.Client();
        using HttpResponseMessage answer = await client.GetAsync(Wrong);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }
}
