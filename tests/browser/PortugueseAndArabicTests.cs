using System.Text.RegularExpressions;
using ACip.Local.Mail;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>What a coordinator opens, in languages of which the Secretariat's pages are not there; one of them runs from right to
/// left.</summary>
[Collection(OneSite.Name)]
public sealed class PortugueseAndArabicTests(Site site)
{
    private static readonly string[] Mails = ["quarterly-task", "reminder-first", "acknowledgement-submitted"];

    [Theory]
    [InlineData("pt", null, "Dúvidas? Escreva a")]
    [InlineData("ar", "rtl", "لديكم أسئلة؟ اكتبوا إلى")]
    public async Task A_link_page_is_whole_and_has_no_accessibility_problem(string tag, string? direction, string words)
    {
        LocalMessage ask = site
            .Platform.Mail.List("coordinator.af@customs-af.example")
            .Last(mail => Regex.IsMatch(mail.Text, "/tasks/[a-z2-7]{26}"));
        await HoldsAsync(null, $"{Regex.Match(ask.Text, "/tasks/[a-z2-7]{26}").Value}?lang={tag}", tag, direction, words);
    }

    [Theory]
    [InlineData("pt", null, "", "O seu trabalho")]
    [InlineData("ar", "rtl", "", "عملكم")]
    [InlineData("pt", null, "plans/af-2026", "Período")]
    [InlineData("ar", "rtl", "plans/af-2026", "الفترة")]
    [InlineData("ar", "rtl", "plans/af-2026/reports/20261001-20261231", "الأرقام")]
    public Task A_page_of_the_administration_is_whole_and_has_no_accessibility_problem(
        string tag,
        string? direction,
        string path,
        string words
    ) => HoldsAsync("coordinator-af", $"/{path}?lang={tag}", tag, direction, words);

    [Theory]
    [InlineData("pt")]
    [InlineData("ar")]
    public async Task A_page_of_the_Secretariat_is_in_a_language_that_it_is_there_in(string tag)
    {
        IPage page = await site.PageAsync("officer-one", language: tag);
        await page.GotoAsync($"/people/coordinator-af?lang={tag}");
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(0, await page.Locator($".langs a[lang={tag}]").CountAsync());
        // an officer who chooses it for somebody is told that nobody has read it
        Assert.Contains(
            "(not reviewed by a speaker)",
            await page.Locator($"#language option[value={char.ToUpperInvariant(tag[0])}{tag[1..]}]").TextContentAsync() ?? "",
            StringComparison.Ordinal
        );
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("pt")]
    [InlineData("ar")]
    public async Task A_mail_is_whole_on_a_telephone(string tag)
    {
        foreach (string mail in Mails)
        {
            IPage page = await site.PageAsync(null, width: 360);
            await page.SetContentAsync(await File.ReadAllTextAsync(Approved($"{mail}.{tag}.html")));
            await PagesTests.LookAsync(page, mail, tag, "phone");
            Assert.Equal(0, await OverflowAsync(page));
            await page.SetViewportSizeAsync(1280, 900);
            await PagesTests.LookAsync(page, mail, tag, "desk");
            Assert.Empty(await Axe.OfMailAsync(page));
            await page.Context.CloseAsync();
        }
    }

    private async Task HoldsAsync(string? person, string path, string tag, string? direction, string words)
    {
        IPage page = await site.PageAsync(person, width: 360);
        await page.GotoAsync(path);
        await PagesTests.LookAsync(page, Regex.Replace(path, "/tasks/[^?]*", "/task"), person, "phone");
        Assert.Equal(tag, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(direction, await page.Locator("html").GetAttributeAsync("dir"));
        Assert.Contains(words, await page.Locator("body").TextContentAsync() ?? "", StringComparison.Ordinal);
        Assert.Equal(0, await OverflowAsync(page));

        await page.SetViewportSizeAsync(1280, 900);
        await PagesTests.LookAsync(page, Regex.Replace(path, "/tasks/[^?]*", "/task"), person, "desk");
        Assert.Empty(await Axe.ViolationsAsync(page));
        await page.Context.CloseAsync();
    }

    private static Task<int> OverflowAsync(IPage page) =>
        page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");

    private static string Approved(string file)
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !Directory.Exists(Path.Combine(folder, "tests", "approved")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Path.Combine(folder!, "tests", "approved", "mail", file);
    }
}
