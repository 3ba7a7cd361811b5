using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using ACip.Tests.Unit.Languages;
using ACip.Workflows.Languages;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>Pages in the pseudo-language: what stands without brackets was written in code, and two fifths more must fit a
/// telephone.</summary>
[Collection(OneSite.Name)]
public sealed class PseudoPagesTests(Site site)
{
    /// <summary>Names of things, which are the same in every language.</summary>
    private const string Names = """
        A-CIP FICTIONAL SAMPLE DATA UTC WCO IATI SHA-256 JSON CSV Word Excel HTML English Français Español Português العربية
        Americas and the Caribbean, Asia and the Pacific, East and Southern Africa, Europe, North Africa, Near and Middle East, West and Central Africa
        January February March April May June July August September October November December
        """;

    /// <summary>One of each kind; all of them where ACIP_ALL_PAGES is set, as `./campaign` does.</summary>
    public static TheoryData<string, string?> Pages
    {
        get
        {
            var chosen = new TheoryData<string, string?>();
            int place = 0;
            foreach (object?[] page in PagesTests.Pages)
            {
                if (place++ % 4 == 1 || Environment.GetEnvironmentVariable("ACIP_ALL_PAGES") == "true")
                {
                    chosen.Add((string)page[0]!, (string?)page[1]);
                }
            }

            return chosen;
        }
    }

    [ModuleInitializer]
    internal static void Offer()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "pseudo-language", "Languages");
        Directory.CreateDirectory(folder);
        File.WriteAllText(
            Path.Combine(folder, "languages.json"),
            """
            [{
              "tag": "qps-ploc", "name": "Pseudo", "locale": "en-GB", "direction": "ltr", "digits": "0123456789", "decimal": ".", "group": ",",
              "groupInPrint": ",", "percent": "{0}%", "uses": ["links", "pages"], "complete": false, "reviewed": false
            }]
            """
        );
        Environment.SetEnvironmentVariable("ACIP_LANGUAGES", Path.GetDirectoryName(folder));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_says_nothing_that_is_written_in_code_and_has_room_for_longer_words(string path, string? person)
    {
        IPage page = await site.PageAsync(person, width: 360);
        await CheckAsync(page, path, site.Platform.Services);
        await page.Context.CloseAsync();
    }

    /// <summary>Where the newest link of each kind of mail leads: a task that is open, one that is over, what is to be confirmed.</summary>
    [Fact]
    public async Task A_page_behind_a_link_says_nothing_that_is_written_in_code_and_has_room_for_longer_words()
    {
        var links = (
            from mail in site.Platform.Mail.List()
            let link = Regex.Match(mail.Text, "/tasks/[a-z2-7]{26}").Value
            where link.Length > 0
            group (mail.Number, link) by (mail.CustomArgs.GetValueOrDefault("kind"), Regex.Replace(mail.Subject, @"[\d:,].*", "")) into kind
            select kind.MaxBy(one => one.Number).link
        )
            .Distinct()
            .ToArray();
        Assert.True(links.Length >= 4, "the tests' programme has asked for plans, reports and reviews");
        foreach (string link in links)
        {
            IPage page = await site.PageAsync(null, width: 360);
            await CheckAsync(page, link, site.Platform.Services);
            await page.Context.CloseAsync();
        }
    }

    /// <param name="page">As wide as a telephone.</param>
    internal static async Task CheckAsync(IPage page, string path, IServiceProvider services)
    {
        await page.GotoAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={Pseudo.Tag}");

        Assert.Contains(Pseudo.Opens, await page.ContentAsync());
        Assert.Empty(Residue.Of(await ShownAsync(page), Names + await DataAsync(services)));
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)")
        );
    }

    private static async Task<string[]> ShownAsync(IPage page) =>
        await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('body *')].filter(e => !e.closest('style, script, code, main [lang=en]')).flatMap(e => [
                ...[...e.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent),
                ...['title', 'alt', 'aria-label', 'placeholder'].map(name => e.getAttribute(name) ?? '')])
            """
        );

    /// <summary>Everything that stands in rows.</summary>
    private static async Task<string> DataAsync(IServiceProvider services)
    {
        var all = new StringBuilder();
        TableServiceClient tables = services.GetRequiredService<TableServiceClient>();
        await foreach (Azure.Data.Tables.Models.TableItem table in tables.QueryAsync())
        {
            await foreach (TableEntity row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                all.AppendJoin('\n', row.Select(property => $"{property.Key} {property.Value}")).AppendLine();
            }
        }

        return all.Replace("\\n", "\n").ToString();
    }
}
