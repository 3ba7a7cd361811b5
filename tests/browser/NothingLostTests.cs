using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>What was typed is never lost: not by a refusal, not by leaving, not by a connection that breaks.</summary>
[Collection(OneSite.Name)]
public sealed class NothingLostTests(Site site)
{
    private const string Talked = "/plans/af-2026/reports/20260701-20260930";

    [Fact]
    public async Task A_refused_form_comes_back_filled_with_the_fault_beside_its_field()
    {
        IPage page = await site.PageAsync("officer-one", width: 360, language: "es");
        await page.GotoAsync(Talked);
        await page.Locator("summary", new PageLocatorOptions { HasText = "Proponer" }).ClickAsync();
        await page.Locator("#s-lines").FillAsync("A1: demasiado");
        await page.Locator("#s-why").FillAsync("El registro contenía un error.");
        await page.Locator("form[action$='/restatements'] button").ClickAsync();

        Assert.EndsWith("/restatements", page.Url, StringComparison.Ordinal);
        Assert.Equal("A1: demasiado", await page.Locator("#s-lines").InputValueAsync());
        Assert.Equal("El registro contenía un error.", await page.Locator("#s-why").InputValueAsync());
        Assert.Equal("true", await page.Locator("#s-lines").GetAttributeAsync("aria-invalid"));
        Assert.Contains("“A1: demasiado”", await page.Locator("#s-lines-problem").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(".problem").Filter(new LocatorFilterOptions { HasNotText = "demasiado" }).CountAsync());
        await PagesTests.LookAsync(page, Talked + "-refused", "officer-one", "phone");
        Assert.Empty(await Axe.ViolationsAsync(page));
    }

    [Fact]
    public async Task A_comment_is_only_about_something_that_the_report_has()
    {
        IPage page = await site.PageAsync("officer-one");
        await page.GotoAsync(Talked);
        await page.EvaluateAsync("document.querySelector('#item').add(new Option('Z9', 'Z9'))");
        await page.Locator("#item").SelectOptionAsync("Z9");
        await page.Locator("#text").FillAsync("Is this counted twice?");
        IResponse answer = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add the comment" }).ClickAsync(),
            response => response.Request.Method == "POST"
        );
        Assert.Equal((int)HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Is this counted twice?", await page.Locator("#text").InputValueAsync());
        Assert.True(await page.Locator("#item-problem").IsVisibleAsync());
    }

    [Fact]
    public async Task Leaving_with_unsaved_words_asks_and_sending_them_does_not()
    {
        IPage page = await site.PageAsync("officer-one");
        var asked = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await dialog.DismissAsync();
        };
        await page.GotoAsync(Talked);
        await page.Locator("#text").ClickAsync();
        await page.Locator("#text").PressSequentiallyAsync("Half a sentence");
        await page.EvaluateAsync("setTimeout(() => location.assign('/people'), 0)");
        await page.WaitForTimeoutAsync(500);
        Assert.Equal(["beforeunload"], asked);
        Assert.Equal("Half a sentence", await page.Locator("#text").InputValueAsync());

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add the comment" }).ClickAsync();
        await page.GetByText("It is recorded.").WaitForAsync();
        Assert.Single(asked);
    }

    [Fact]
    public async Task Sending_one_form_asks_where_words_stand_in_another()
    {
        IPage page = await site.PageAsync("officer-one");
        var asked = new List<string>();
        bool leave = false;
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await (leave ? dialog.AcceptAsync() : dialog.DismissAsync());
        };
        ILocator send = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add the comment" });
        await page.GotoAsync(Talked);
        await page.Locator("summary", new PageLocatorOptions { HasText = "Propose" }).ClickAsync();
        await page.Locator("#s-why").PressSequentiallyAsync("The register was wrong");
        await page.Locator("#text").PressSequentiallyAsync("Two forms at once");
        await send.ClickAsync();
        await page.WaitForTimeoutAsync(500);
        Assert.Equal(["beforeunload"], asked);
        Assert.Equal("The register was wrong", await page.Locator("#s-why").InputValueAsync());
        Assert.Equal("Two forms at once", await page.Locator("#text").InputValueAsync());

        // what was not sent is still held, and so is the other
        await page.EvaluateAsync("setTimeout(() => location.assign('/people'), 0)");
        await page.WaitForTimeoutAsync(500);
        Assert.Equal(2, asked.Count);

        leave = true;
        await send.ClickAsync();
        await page.GetByText("It is recorded.").WaitForAsync();
        Assert.True(await page.GetByText("Two forms at once").First.IsVisibleAsync());
        Assert.Equal(3, asked.Count);
    }

    [Fact]
    public async Task A_lost_connection_is_said_and_what_was_typed_stays()
    {
        IPage page = await site.PageAsync("coordinator-af", width: 360, language: "fr");
        await page.GotoAsync(Talked);
        await page.Locator("#text").FillAsync("Le chiffre vient du registre.");
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ajouter" }).ClickAsync();
        await page.GetByText("Il n'y a pas de connexion.").WaitForAsync();
        Assert.Equal("Le chiffre vient du registre.", await page.Locator("#text").InputValueAsync());
        Assert.Empty(await Axe.ViolationsAsync(page));

        await page.Context.SetOfflineAsync(false);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ajouter" }).ClickAsync();
        await page.GetByText("C'est enregistré.").WaitForAsync();
        Assert.True(await page.GetByText("Le chiffre vient du registre.").First.IsVisibleAsync());
    }

    [Fact]
    public async Task A_form_that_says_what_another_does_is_refused()
    {
        const string Report = "/plans/af-2026/reports/20261001-20261231";
        using HttpClient coordinator = site.Client("coordinator-af");
        string html = await coordinator.GetStringAsync(Report);
        string form = Regex.Match(html, $"<form[^>]*action=\"{Report}/recall\".*?</form>", RegexOptions.Singleline).Value;
        var fields = Regex
            .Matches(form, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
        Assert.Equal(2, fields.Count); // that it is ours, and what was read

        using var foreign = new FormUrlEncodedContent([.. fields, new("reason", "A figure is mistyped."), new("act", "approve")]);
        using HttpResponseMessage answer = await coordinator.PostAsync($"{Report}/recall", foreign);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"{Report}/recall", await coordinator.GetStringAsync(Report), StringComparison.Ordinal); // still handed in
    }
}
