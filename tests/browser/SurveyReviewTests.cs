using System.Net.Http.Json;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.Surveys;
using ACip.Workflows.Surveys;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Waves;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>An administration looks at its scores and decides, by clicking; and what each choice then publishes to whom.</summary>
public sealed class SurveyReviewTests(SurveySite site) : IClassFixture<SurveySite>
{
    private SurveyWorld World => site.World;

    [Fact]
    public async Task The_administration_reviews_and_each_choice_publishes_what_it_says_and_no_more()
    {
        LocalMessage ask = World
            .Platform.Mail.List("coordinator.af@customs-af.example")
            .Last(mail => mail.CustomArgs.GetValueOrDefault("kind") == "Asking" && mail.CustomArgs["stream"] == site.InReview.Stream.Value);
        IPage page = await site.PageAsync(null, 360);
        await page.GotoAsync(Regex.Match(ask.Text, "/tasks/[a-z2-7]{26}").Value);
        Assert.Equal(0, await page.Locator(".bar").CountAsync()); // whoever has the link alone sees no score
        Assert.Equal(
            0,
            await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "What was written besides" }).CountAsync()
        );
        await DecideAsync(page, "Nobody", []);
        string code = Regex.Match(World.Newest("OneTimeCode", "coordinator.af@customs-af.example").Text, @"\b[0-9]{6}\b").Value;
        await page.Locator("input[name='code']").FillAsync(code);
        await page.Locator("button[value='code']").ClickAsync();
        await World.Platform.Busy.QuietAsync();
        Assert.True(await page.GetByText("Your decision is recorded.").IsVisibleAsync());
        Assert.Equal((0, 0, 0), await SeenAsync());

        Assert.True(await page.Locator(".bar").CountAsync() >= 20);
        await page.Locator("ul.words").First.EvaluateAsync("list => list.parentElement.open = true");
        Assert.True(await page.Locator("ul.words li").CountAsync() > 0);
        Assert.DoesNotContain("Karimi", await page.ContentAsync(), StringComparison.Ordinal);
        await SurveySite.LookAsync(page, "survey-review-phone");

        // ten factors of two groups, but for those that are left out
        foreach (
            (string choice, int[] without, (int, int, int) seen) in new[]
            {
                ("Programme", Array.Empty<int>(), (20, 0, 0)),
                ("Donors", [2, 9], (16, 16, 0)),
                ("Public", [], (20, 20, 20)),
                ("Nobody", [1], (0, 0, 0)),
                ("Donors", [4], (18, 18, 0)),
                ("Donors", [4], (18, 18, 0)), // pressed twice: the clock stands still, so that it is the same moment
            }
        )
        {
            await DecideAsync(page, choice, without);
            Assert.True(
                await page.GetByText("Your decision is recorded.").IsVisibleAsync(),
                $"{choice}: {await page.Locator("body").InnerTextAsync()}"
            );
            Assert.Equal(seen, await SeenAsync());
        }

        await InArabicAsync(page);
        IPage officer = await site.PageAsync("officer-one", 1280);
        await officer.GotoAsync($"/surveys/{site.InReview}");
        Assert.Equal(18, await officer.Locator("table.bars tbody tr").CountAsync());
        Assert.Equal(0, await officer.GetByText("4. Automation").CountAsync());
        Assert.Equal(0, await officer.Locator("ul.words").CountAsync());
        Assert.True(await officer.GetByText("Since 2025").First.IsVisibleAsync());
        await SurveySite.LookAsync(officer, "survey-results");
        IPage phone = await site.PageAsync("officer-one", 360, "fr");
        await phone.GotoAsync($"/surveys/{site.InReview}");
        Assert.True(await FitsAsync(phone));
        await SurveySite.LookAsync(phone, "survey-results-phone");
    }

    /// <summary>Everything that this coordinator was asked for, in a browser that is known as theirs: the review, a self-assessment, the
    /// draft of a plan with its sections.</summary>
    private async Task InArabicAsync(IPage page)
    {
        using (await World.SendAsync(HttpMethod.Post, "api/pmm/AF", "officer-one", JsonContent.Create(new { year = 2026 }))) { }

        await World.Platform.Busy.QuietAsync();
        var seen = new HashSet<string>();
        foreach (LocalMessage mail in World.Platform.Mail.List("coordinator.af@customs-af.example").Reverse())
        {
            if (Regex.Match(mail.Text, "/tasks/[a-z2-7]{26}").Value is not { Length: > 0 } link)
            {
                continue;
            }

            await page.GotoAsync($"{link}?lang=ar");
            string heading = await page.Locator("h1").InnerTextAsync();
            if (!seen.Add(heading))
            {
                continue;
            }

            await HoldsInArabicAsync(page, $"ar-{seen.Count}");
            if (await page.Locator("a[href*='/draft']").CountAsync() > 0)
            {
                foreach (string part in new[] { "draft", "draft/indicators" })
                {
                    await page.GotoAsync($"{link}/{part}?lang=ar");
                    await HoldsInArabicAsync(page, $"ar-{part.Replace('/', '-')}");
                }
            }
        }

        Assert.True(seen.Count >= 3, string.Join(", ", seen));
    }

    private static async Task HoldsInArabicAsync(IPage page, string name)
    {
        await SurveySite.LookAsync(page, name);
        Assert.Equal(
            ("ar", "rtl"),
            (await page.Locator("html").GetAttributeAsync("lang"), await page.Locator("html").GetAttributeAsync("dir"))
        );
        Assert.True(await FitsAsync(page), name);
        Assert.Empty(await Axe.ViolationsAsync(page));
    }

    [Fact]
    public async Task Somebody_answers_on_a_telephone()
    {
        string code = (await World.CodesAsync(site.Collecting)).First(one => one.Stratum == "traders").Code;
        IPage page = await site.PageAsync(null, 360, "es");
        await page.GotoAsync($"/survey/{site.Collecting}");
        await page.Locator("#code").FillAsync(code.ToUpperInvariant());
        await page.Locator("button[value='open']").ClickAsync();
        Assert.True(await FitsAsync(page));
        await SurveySite.LookAsync(page, "survey-questionnaire-phone");
        foreach (SurveyQuestion question in Questionnaire.Shipped.For("private-sector").Take(5))
        {
            await page.Locator($"input[name='a-{question.Code}'][value='4']").CheckAsync();
        }

        await page.Locator("#words").FillAsync("Las esperas son largas.");
        await page.Locator("button[value='send']").ClickAsync();
        Assert.True(await page.GetByText("Se recibieron sus respuestas.").IsVisibleAsync());
        await page.GotoAsync($"/survey/{site.Collecting}");
        await page.Locator("#code").FillAsync(code);
        await page.Locator("button[value='open']").ClickAsync();
        Assert.True(await page.GetByText("Este código no se puede usar").IsVisibleAsync());
    }

    [Theory]
    [InlineData("questionnaire", "en")]
    [InlineData("questionnaire", "fr")]
    [InlineData("pmm/reference", "es")]
    public async Task Officers_edit_on_a_telephone_too(string path, string language)
    {
        IPage page = await site.PageAsync("officer-one", 360, language);
        await page.GotoAsync($"/{path}");
        Assert.True(await FitsAsync(page));
        // every field has a label of its own
        Assert.Equal(
            0,
            await page.Locator("input:not([type='hidden']), select, textarea")
                .EvaluateAllAsync<int>("fields => fields.filter(field => field.labels.length === 0).length")
        );
        Assert.Empty(await Axe.ViolationsAsync(page));
        await SurveySite.LookAsync(page, $"edit-{path.Replace('/', '-')}-{language}");
    }

    private static async Task<bool> FitsAsync(IPage page) =>
        await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth");

    private async Task DecideAsync(IPage page, string choice, int[] without)
    {
        await page.Locator($"input[name='to'][value='{choice}']").CheckAsync();
        for (int factor = 1; factor <= 10; factor++)
        {
            await page.Locator($"input[name='without-{factor}']").SetCheckedAsync(without.Contains(factor));
        }

        await page.Locator("button[value='submit']").ClickAsync();
        await World.Platform.Busy.QuietAsync();
    }

    /// <summary>How many scores of this survey the Secretariat, donors and everybody get.</summary>
    private async Task<(int Programme, int Donors, int Everybody)> SeenAsync()
    {
        PublishedScoresQuery scores = World.Platform.Get<PublishedScoresQuery>();
        async Task<int> CountAsync(PublishedTo reader) =>
            (await scores.ReadAsync(reader, CancellationToken.None)).Count(score => score.Owner == "AF" && score.Wave == "2026");
        return (await CountAsync(PublishedTo.Programme), await CountAsync(PublishedTo.Donors), await CountAsync(PublishedTo.Public));
    }
}
