using System.Net;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>Whether the platform does its work, seen by the Secretariat.</summary>
[Collection(OneSite.Name)]
public sealed class OperationsTests(Site site)
{
    [Fact]
    public async Task An_officer_sees_that_all_parts_answer_and_has_everything_checked_now()
    {
        IPage page = await site.PageAsync("officer-one", language: "fr");
        await page.GotoAsync("/operations");
        Assert.Equal(0, await page.GetByText("Ne répond pas").CountAsync());
        Assert.True(await page.Locator(".tiles li").CountAsync() >= 4);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tout contrôler maintenant" }).ClickAsync();
        await page.GetByText("C'est fait.").WaitForAsync();
        Assert.Empty(await Axe.SeriousAsync(page));
    }

    [Theory]
    [InlineData("auditor", HttpStatusCode.Forbidden)]
    [InlineData("coordinator-af", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Nobody_else_operates(string? person, HttpStatusCode expected)
    {
        using HttpClient client = site.Client(person);
        using HttpResponseMessage answer = await client.GetAsync("/operations");
        Assert.Equal(expected, answer.StatusCode);
    }
}
