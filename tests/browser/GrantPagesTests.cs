using System.IO.Compression;
using System.Text;
using ACip.Tests.Scenarios.Life;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Recommendations;
using ACip.Workflows.Storage;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>What grants and Secretariats need, page by page in a rehearsal: books, what an agreement wants, visits, earlier years, the
/// final report, a dossier and erasure; each page as a telephone and a desk show it, without a fault that axe knows.</summary>
public sealed class GrantPagesTests(RehearsedSite site) : IClassFixture<RehearsedSite>
{
    private const string Officer = "officer-one",
        Grant = "/agreements/norad-acip-2026",
        Days = "2026-01-01,2026-12-31";

    private LifeWorld World => site.World;

    [Fact]
    public async Task A_grant_is_walked_by_its_pages_up_to_the_signature_of_its_final_report()
    {
        string home = (await World.GetAsync($"api{Grant}")).GetProperty("administrations")[0].GetString()!,
            plan = $"/plans/{home.ToLowerInvariant()}-2026";
        IPage page = await site.PageAsync(Officer);
        await ObligationsAsync(page);
        await VisitsAsync(page, plan);
        await EarlierYearsAsync(page, plan);
        await BooksAsync(page, home);
        await EraseAsync(page, home);
        await DossierAsync(page, plan);
        await FinalReportAsync(page);
        Assert.All(
            World.Inner.Platform.Mail.List(),
            mail =>
                Assert.Equal(
                    (true, RehearsedSite.OnlyTo),
                    (mail.Subject.StartsWith($"[{RehearsedSite.Name}] ", StringComparison.Ordinal), mail.Recipient.Email)
                )
        );
    }

    private async Task ObligationsAsync(IPage page)
    {
        await page.GotoAsync(Grant);
        await Assertions.Expect(page.Locator(".banner", new() { HasText = RehearsedSite.Name })).ToHaveCountAsync(1);
        await EnterAsync(page, "plan", "WorkPlanAndBudget", "Work plan of 2026", 20);
        await EnterAsync(page, "audit", "AuditReport", "Audit report of 2025", 60);
        await World.Inner.Platform.AdvanceAsync(TimeSpan.FromDays(22));
        await site.ReadsAsync(page, Grant, "Work plan of 2026", "Overdue");
        await LifeSite.LookAsync(page, "grant-overdue");
        await page.Locator("form:has(input[name='obligation'][value='plan']) input[type='file']")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "work-plan.pdf",
                    MimeType = "application/pdf",
                    Buffer = "%PDF-1.4 plan"u8.ToArray(),
                }
            );
        await SendAsync(page, "form:has(input[name='obligation'][value='plan'])", "met", ("receipt", "Norad's archive, the same day"));
        await site.ReadsAsync(page, Grant, "work-plan.pdf", "Norad's archive, the same day");
        await LifeSite.LookAsync(page, "grant-met");
    }

    private async Task EnterAsync(IPage page, string id, string kind, string title, int days)
    {
        await page.GotoAsync(Grant);
        await site.SubmitAsync(page, "enter", ("obligation", id), ("kind", kind), ("title", title), ("due", site.In(days)));
    }

    private async Task VisitsAsync(IPage page, string plan)
    {
        await page.GotoAsync(plan);
        await site.SubmitAsync(
            page,
            "enter",
            ("id", "registers"),
            ("source", "MonitoringVisit"),
            ("found", site.In(-3)),
            ("finding", "Two offices keep no register of gifts."),
            ("wanted", "Keep a register in every office."),
            ("owner", "administration"),
            ("due", site.In(40))
        );
        await LifeSite.LookAsync(page, "plan-recommendation");
        await page.Locator("form:has(button[value='close']) input[type='file']")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "register.pdf",
                    MimeType = "application/pdf",
                    Buffer = "%PDF-1.4 seen"u8.ToArray(),
                }
            );
        await SendAsync(page, "form:has(button[value='close'])", "close", ("reason", "Seen at the second visit."));
        await site.ReadsAsync(page, plan, "Seen at the second visit.", "register.pdf");
        await site.SubmitAsync(
            page,
            "enter",
            ("id", "staff"),
            ("source", "Audit"),
            ("found", site.In(-3)),
            ("finding", "One officer signs alone."),
            ("wanted", "Have two officers sign."),
            ("owner", "secretariat"),
            ("due", "2028-06-30")
        );
        await CheckFileAsync(page, plan);
    }

    /// <summary>A file that an owner sent by mail, as it came: nobody opens it before it is checked.</summary>
    private async Task CheckFileAsync(IPage page, string plan)
    {
        ProgrammeTable table = World.Inner.Platform.Get<ProgrammeTable>();
        var id = new RecommendationRef(new PlanId(plan["/plans/".Length..]), "staff");
        Row<Recommendation> row = (await table.FindAsync<Recommendation>(id.Stream, Recommendation.Row, CancellationToken.None))!;
        var file = new OwnersFile("rota.pdf", new string('a', 64), "Pdf", new PersonId(Officer), World.Inner.Platform.Clock.GetUtcNow());
        bool kept = await table.TryCommitAsync(
            new UnitOfWork(id.Stream)
                .Replace(row, row.Value with { Files = [file] })
                .Record(new AuditEntry(AuditKind.RecommendationFileKept, id.Id, file.By, null, file.Sha256)),
            CancellationToken.None
        );
        Assert.True(kept);
        await site.ReadsAsync(page, plan, "rota.pdf", "not checked yet");
        Assert.Equal(0, await page.Locator("a:has-text('rota.pdf')").CountAsync());
        await LifeSite.LookAsync(page, "plan-file-by-mail");
        await page.Locator("button[value='clean']").ClickAsync();
        await page.WaitForLoadStateAsync();
        await Assertions.Expect(page.Locator("a:has-text('rota.pdf')")).ToHaveCountAsync(1);
    }

    /// <summary>A file with a fault changes nothing, and says where it is; the source stays typed.</summary>
    private async Task EarlierYearsAsync(IPage page, string plan)
    {
        await page.GotoAsync(plan);
        foreach ((string item, bool right) in ((string, bool)[])[("Z99", false), ("A1", true)])
        {
            string lines = $"period_start,period_end,item,value\n2024-01-01,2024-12-31,A1,3\n2025-01-01,2025-12-31,{item},4\n";
            await page.Locator("#h-file")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "figures.csv",
                        MimeType = "text/csv",
                        Buffer = Encoding.UTF8.GetBytes(lines),
                    }
                );
            (string, string)[] fields = right ? [] : [("source", "Annual reports")];
            await SendAsync(page, "form:has(#h-file)", "history", fields, done: right);
            if (!right)
            {
                string shown = await page.Locator("main").InnerTextAsync();
                Assert.Contains("Nothing of the file was taken over.", shown, StringComparison.Ordinal);
                Assert.Contains("Line 3", shown, StringComparison.Ordinal);
                Assert.Equal("Annual reports", await page.Locator("#h-source").InputValueAsync());
                await LifeSite.LookAsync(page, "earlier-years-refused");
            }
        }

        await site.ReadsAsync(page, plan, "Annual reports", "A1 4");
        await LifeSite.LookAsync(page, "plan-earlier-years");
    }

    private async Task BooksAsync(IPage page, string home)
    {
        await page.GotoAsync($"{Grant}/finance");
        await LifeSite.LookAsync(page, "finance-empty");
        const string Headings = "period_start,period_end,component,currency,budget,received,spent,balance\n";
        string lines = $"{Days},{home},NOK,100,120,130,\n{Days},management,NOK,50,60,49,\n";
        foreach ((string total, bool right) in ((string, bool)[])[("150,180,180,0", false), ("150,180,179,1", true)])
        {
            await page.Locator("#file")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "ledger.csv",
                        MimeType = "text/csv",
                        Buffer = Encoding.UTF8.GetBytes($"{Headings}{lines}{Days},TOTAL,NOK,{total}\n"),
                    }
                );
            await SendAsync(page, "form:has(#file)", "import", [], done: right);
            await LifeSite.LookAsync(page, right ? "finance-imported" : "finance-refused");
            if (!right)
            {
                Assert.Contains(
                    "Line 4, spent: The ledger states 180; the lines make 179.",
                    await page.Locator("[role='alert']").InnerTextAsync(),
                    StringComparison.Ordinal
                );
            }
        }

        await site.ReadsAsync(page, $"{Grant}/finance?period=20260101-20261231", "An explanation is needed");
        await SendAsync(page, "#form", "save", ($"{home}-spent", "many"), ($"{home}-explanation", "Prices rose."), done: false);
        Assert.Contains(
            "Afghanistan, Spent: This is not an amount.",
            await page.Locator("[role='alert']").InnerTextAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal("many", await page.Locator($"[name='{home}-spent']").InputValueAsync());
        Assert.Equal("Prices rose.", await page.Locator($"[name='{home}-explanation']").InputValueAsync());
        await LifeSite.LookAsync(page, "finance-form-refused");
        await SendAsync(page, "#form", "save", ($"{home}-spent", "130"));
        Assert.DoesNotContain("An explanation is needed", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await LifeSite.LookAsync(page, "finance");
    }

    /// <summary>The button is there for somebody who has left, and wants the id typed.</summary>
    private async Task EraseAsync(IPage page, string home)
    {
        string leaver = $"coordinator-{home.ToLowerInvariant()}";
        await World.PostAsync(
            $"api/people/{leaver}/departure",
            new { lastDay = site.Today, successor = $"alternate-{home.ToLowerInvariant()}" }
        );
        await World.Inner.Platform.AdvanceAsync(TimeSpan.FromDays(2));
        await page.GotoAsync($"/people/{leaver}");
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        await LifeSite.LookAsync(page, "person-erasure");
        ILocator form = page.Locator("form[action*='/erasure']");
        await form.Locator("[name='typed']").FillAsync(leaver);
        await form.Locator("button").ClickAsync();
        await page.WaitForLoadStateAsync();
        await site.ReadsAsync(page, $"/people/{leaver}", "[erased]");
        Assert.Equal(0, await page.Locator("form[action*='/erasure']").CountAsync());
        await LifeSite.LookAsync(page, "person-erased");
    }

    private static async Task DossierAsync(IPage page, string plan)
    {
        foreach (string place in (string[])[plan, Grant])
        {
            await page.GotoAsync(place);
            IDownload zip = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href$='/dossier']").ClickAsync());
            Assert.EndsWith(".zip", zip.SuggestedFilename, StringComparison.Ordinal);
            using ZipArchive dossier = ZipFile.OpenRead(await zip.PathAsync());
            Assert.NotNull(dossier.GetEntry("README.txt"));
        }
    }

    /// <summary>The agreement ends at the end of its first year: its only report is the final one. It is not signed without its texts and
    /// ratings, unless somebody says why.</summary>
    private async Task FinalReportAsync(IPage page)
    {
        string report = "/donor-reports/norad-acip-2026/20260101-20261231";
        await World.EndAgreementAsync("norad-acip-2026", "2026-12-31", 90);
        await World.ToAsync(2027, 1, 20);
        await page.GotoAsync(report);
        await site.ReadsAsync(page, report, "Texts of the final report", "Nobody has written it yet.");
        await LifeSite.LookAsync(page, "final-report-texts");
        await site.SubmitAsync(page, "FinalRating.En", ("text", "The programme reached most of what it set out to do."));
        await World.ToAsync(2027, 3, 11);

        IPage approver = await site.PageAsync("approver-one");
        await site.ReadsAsync(approver, report, "A final report has this text, and nobody has written it", "Sustainability");
        await LifeSite.LookAsync(approver, "final-report-checklist");
        await approver.Locator("button[name='decision'][value='approve']").ClickAsync();
        await approver.WaitForLoadStateAsync();
        Assert.Contains(
            "say in the reason why it goes out without",
            await approver.Locator("main").InnerTextAsync(),
            StringComparison.Ordinal
        );
        await LifeSite.LookAsync(approver, "final-report-refused");
        await approver.Locator("[name='reason']").FillAsync("The Secretariat adds what stays in a letter.");
        await approver.Locator("button[name='decision'][value='approve']").ClickAsync();
        await World.Inner.Platform.Busy.QuietAsync();
        await World.Inner.Platform.AdvanceAsync(TimeSpan.FromHours(1));
        await approver.GotoAsync(report);
        await LifeSite.LookAsync(approver, "final-report-signed");
        await approver.GotoAsync($"{report}/en/report.html");
        string issued = await approver.Locator("body").InnerTextAsync();
        Assert.All(
            new[] { "The programme reached most", "Have two officers sign.", "Prices rose." },
            said => Assert.Contains(said, issued, StringComparison.Ordinal)
        );
    }

    /// <summary>Fills in one form and sends it; the page says that it is recorded, or what is wrong.</summary>
    private async Task SendAsync(IPage page, string form, string act, params (string Field, string Value)[] fields) =>
        await SendAsync(page, form, act, fields, done: true);

    private Task SendAsync(IPage page, string form, string act, (string, string) one, (string, string) other, bool done) =>
        SendAsync(page, form, act, [one, other], done);

    private async Task SendAsync(IPage page, string form, string act, (string Field, string Value)[] fields, bool done)
    {
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        foreach ((string field, string value) in fields)
        {
            await page.Locator($"{form} [name='{field}']").FillAsync(value);
        }

        await site.SentAsync(page, page.Locator($"{form} button[value='{act}']"), done);
    }
}
