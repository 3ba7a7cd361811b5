using System.Text.Json.Nodes;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>What of a grant is open to everybody: an approver publishes, withholds with a reason, allows it again; officers read
/// it.</summary>
[Collection(OneSite.Name)]
public sealed class PublicationTests(Site site)
{
    private const string Path = "/agreements/norad-acip-2026/publication";

    [Fact]
    public async Task An_approver_publishes_withholds_with_a_reason_and_allows_it_again_by_what_was_read()
    {
        await EarlierReportAsync();
        IPage approver = await site.PageAsync("approver-two", script: false);
        await approver.GotoAsync(Path);
        Assert.True(await approver.GetByText("Nothing is open: only its donor has what was issued.").IsVisibleAsync());
        Assert.True(await approver.GetByText("/published/norad-acip-2026").First.IsVisibleAsync());
        IPage second = await site.PageAsync("approver-one", script: false);
        await second.GotoAsync(Path);

        await SendAsync(approver, "Publish a report", "Publish", null);
        Assert.True(await approver.GetByText("Your decision is recorded").IsVisibleAsync());
        Assert.True(await approver.GetByText("Everybody can read it.").IsVisibleAsync());
        Assert.True(await approver.GetByText("version 1.").IsVisibleAsync());

        // who has read it before decides nothing, and keeps the words
        await SendAsync(second, "Withhold this grant", "Withhold", "A source could be recognised.");
        Assert.Equal("A source could be recognised.", await second.Locator("#w-reason").InputValueAsync());
        await second.GotoAsync(Path);
        await SendAsync(second, "Withhold this grant", "Withhold", "A source could be recognised.");
        Assert.True(await second.GetByText("It is not to be published.").IsVisibleAsync());
        Assert.Equal(0, await second.GetByText("Publish a report").CountAsync());

        IPage officer = await site.PageAsync("officer-one", script: false);
        await officer.GotoAsync(Path);
        Assert.True(await officer.GetByText("A source could be recognised.").First.IsVisibleAsync());
        Assert.Equal(0, await officer.Locator("main form").CountAsync());

        await SendAsync(second, "Allow publishing again", "Allow publishing again", "The source agrees.");
        Assert.Equal(3, await second.Locator("ol.rounds li").CountAsync());
        Assert.True(await second.GetByText("The source agrees.").First.IsVisibleAsync());
    }

    [Fact]
    public async Task An_officer_chooses_by_which_template_the_reports_of_an_agreement_are_made()
    {
        IPage page = await site.PageAsync("officer-one", script: false);
        await page.GotoAsync("/agreements/norad-acip-2026");
        Assert.True(await page.GetByText("They are made by the template Norad (Progress report to Norad), in English.").IsVisibleAsync());
        await ChooseAsync(page, "Neutral");
        Assert.True(await page.GetByText("They are made by the template Neutral, in English.").IsVisibleAsync());
        using HttpClient client = site.Client("officer-one");
        JsonNode agreement = JsonNode.Parse(await client.GetStringAsync("/api/agreements/norad-acip-2026"))!;
        Assert.Equal("Neutral", agreement["schedule"]!["template"]!.GetValue<string>());
        await ChooseAsync(page, "Norad");
    }

    private static async Task ChooseAsync(IPage page, string template)
    {
        await page.GetByText("Choose a template").ClickAsync();
        await page.Locator("#t-template").SelectOptionAsync(template);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Choose", Exact = true }).ClickAsync();
    }

    private static async Task SendAsync(IPage page, string form, string button, string? reason)
    {
        ILocator details = page.Locator("details.act", new PageLocatorOptions { HasText = form }).First;
        await details.Locator("summary").ClickAsync();
        if (reason is not null)
        {
            await details.Locator("textarea").FillAsync(reason);
        }

        await details.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button, Exact = true }).ClickAsync();
    }

    /// <summary>As an earlier year leaves it behind: issued, and its files elsewhere.</summary>
    private async Task EarlierReportAsync()
    {
        var table = site.Platform.Services.GetRequiredService<ProgrammeTable>();
        ProgrammeRegister register = await site
            .Platform.Services.GetRequiredService<ProgrammeDirectory>()
            .ReadAsync(CancellationToken.None);
        DonorReportRef period = DonorSchedule.Periods(register.Agreements[new AgreementId("norad-acip-2026")]).ElementAt(1);
        DonorReportRecord begun = DonorSchedule.Begin(register.Agreements[period.Agreement], period);
        var version = new DonorReportVersion(
            1,
            begun.CutOff,
            begun.FolderOf(1),
            new string('0', 64),
            new string('0', 64),
            3,
            null,
            begun.CutOff
        );
        Assert.True(
            await table.TryCommitAsync(
                new UnitOfWork(begun.Stream).Add(
                    DonorReportRows.Key(period.Period),
                    begun with
                    {
                        State = DonorReportState.Issued,
                        Versions = [version],
                    }
                ),
                CancellationToken.None
            )
        );
    }
}
