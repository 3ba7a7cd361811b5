using System.Net;
using System.Security.Cryptography;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>Every figure leads back to its proof: the words, the reply, the files, what it was before.</summary>
[Collection(OneSite.Name)]
public sealed class EvidenceTests(Site site)
{
    private static readonly ReportRef Report = new(new PlanId("af-2026"), new PeriodKey("20260701-20260930"));

    /// <summary>A picture of one dot.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    private static readonly byte[] Document = System.Text.Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]"
            + "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R>>endobj 4 0 obj<</Length 44>>stream\n"
            + "BT /F1 24 Tf 30 100 Td (Register of A1) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>\n%"
    );

    private static string Path => $"/plans/{Report.Plan}/reports/{Report.Period}";

    [Fact]
    public async Task A_file_is_cleared_with_one_click_then_shown_and_its_figure_leads_to_it()
    {
        string sha = await SendAsync("A1 register.png");
        IPage officer = await site.PageAsync("officer-one", width: 360);
        await officer.GotoAsync(Path);
        await officer.Locator($"#ev-{sha[..12]} button[value='release']").ClickAsync();
        await officer.GetByText("It is recorded.").WaitForAsync();

        IPage auditor = await site.PageAsync("auditor");
        await auditor.GotoAsync(Path);
        await auditor
            .Locator("tr", new PageLocatorOptions { HasText = "A1 register.png" })
            .First.Locator("a[href*='/items/A1']")
            .ClickAsync();
        Assert.Contains("A1", await auditor.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await auditor.Locator("q").First.IsVisibleAsync());
        await PagesTests.LookAsync(auditor, "/items-A1", "auditor", "desk");
        Assert.Empty(await Axe.ViolationsAsync(auditor));
        await auditor.Locator("#files + ul a", new PageLocatorOptions { HasText = "A1 register.png" }).ClickAsync();
        await auditor.Locator($"#ev-{sha[..12]} summary").ClickAsync();
        await Assertions.Expect(auditor.Locator($"#ev-{sha[..12]} img.preview")).ToHaveJSPropertyAsync("naturalWidth", 1);
        await PagesTests.LookAsync(auditor, "/evidence", "auditor", "desk");
        Assert.Empty(await Axe.ViolationsAsync(auditor));
    }

    [Fact]
    public async Task A_file_is_cleared_by_keyboard_alone()
    {
        string sha = await SendAsync("by keyboard.png");
        IPage officer = await site.PageAsync("officer-one");
        var keys = new Keyboard.Keys(officer);
        await keys.OpenAsync(Path);
        await keys.PressAsync($"#ev-{sha[..12]} button[value='release']");
        await officer.GetByText("It is recorded.").WaitForAsync();
        Assert.Equal(1, await officer.Locator($"#ev-{sha[..12]} .state.good").CountAsync());
        Assert.Empty(keys.Faults.Distinct());
    }

    [Fact]
    public async Task A_checked_PDF_is_shown_within_the_page_once_it_is_asked_for()
    {
        string waiting = await SendAsync("not checked.pdf", kind: "Pdf");
        string sha = await SendAsync("A1 register.pdf", EvidenceState.Released, "Pdf");
        IPage auditor = await site.PageAsync("auditor");
        List<string> asked = [];
        auditor.Request += (_, request) => asked.Add(request.Url);
        IResponse page = (await auditor.GotoAsync(Path))!;
        Assert.Contains("frame-src 'self'", await page.HeaderValueAsync("content-security-policy"), StringComparison.Ordinal);
        Assert.Equal(0, await auditor.Locator($"#ev-{waiting[..12]} iframe").CountAsync());
        Assert.DoesNotContain(asked, url => url.Contains(sha, StringComparison.Ordinal)); // a weak link is not made to bear it

        Task<IResponse> answer = auditor.WaitForResponseAsync(response => response.Url.Contains($"{sha}?within", StringComparison.Ordinal));
        await auditor.Locator($"#ev-{sha[..12]} summary").ClickAsync();
        IResponse file = await answer;
        Assert.Equal("application/pdf", await file.HeaderValueAsync("content-type"));
        string policy = (await file.HeaderValueAsync("content-security-policy"))!;
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal); // default-src is 'none'
        Assert.True(await auditor.Locator($"#ev-{sha[..12]} th > a").First.IsVisibleAsync()); // where the browser cannot, the link stays
        await auditor.WaitForTimeoutAsync(1500);
        await auditor.Locator($"#ev-{sha[..12]}").ScrollIntoViewIfNeededAsync();
        await PagesTests.LookAsync(auditor, "/evidence-pdf", "auditor", "desk");
        Assert.Empty(await Axe.ViolationsAsync(auditor));

        await auditor.GotoAsync("/plans/af-2026");
        IResponse other = (await auditor.ReloadAsync())!;
        Assert.DoesNotContain("frame-src", await other.HeaderValueAsync("content-security-policy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auditor", HttpStatusCode.OK)]
    [InlineData("approver-one", HttpStatusCode.OK)]
    [InlineData("coordinator-af", HttpStatusCode.OK)]
    [InlineData("coordinator-gh", HttpStatusCode.NotFound)]
    [InlineData("reader-norad", HttpStatusCode.NotFound)]
    public async Task Who_audits_or_decides_may_open_it_and_nobody_elses_coordinator(string person, HttpStatusCode expected)
    {
        string sha = await SendAsync($"for {person}.png", EvidenceState.Released);
        using HttpClient client = site.Client(person);
        using HttpResponseMessage answer = await client.GetAsync($"{Path}/evidence/{sha}");
        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.OK)
        {
            Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
            using HttpResponseMessage kept = await client.GetAsync($"{Path}/evidence/{sha}?download=1");
            Assert.Equal("application/octet-stream", kept.Content.Headers.ContentType?.MediaType);
        }
    }

    /// <summary>As a reply with a file would leave it.</summary>
    private async Task<string> SendAsync(string name, EvidenceState state = EvidenceState.Quarantined, string kind = "Png")
    {
        byte[] content = [.. kind == "Pdf" ? Document : Picture, .. System.Text.Encoding.UTF8.GetBytes(name)];
        string sha = Convert.ToHexStringLower(SHA256.HashData(content));
        await site.Platform.Services.GetRequiredService<EvidenceStore>().KeepAsync(sha, content, CancellationToken.None);
        Row<ReportRecord> row = (await ReportRows.FindAsync(site.Table, Report, CancellationToken.None))!;
        var entries = new Dictionary<string, ReportEntry>(row.Value.Entries);
        entries["A1"] = entries["A1"] with { EvidenceSha256 = [.. entries["A1"].EvidenceSha256, sha] };
        var by = new PersonId("coordinator-af");
        EntrySource source = EntrySource.Mail("test");
        var file = new EvidenceFile(
            sha,
            name,
            kind,
            content.Length,
            Report.Period,
            ["A1"],
            by,
            new DateTimeOffset(2026, 10, 20, 12, 0, 0, TimeSpan.Zero),
            source,
            state
        );
        UnitOfWork unit = new UnitOfWork(Report.Stream)
            .Replace(row, row.Value with { Entries = entries })
            .Add(EvidenceFile.RowKey(Report.Period, sha), file)
            .Record(new AuditEntry(AuditKind.EvidenceKept, Report.Period.Value, by, source.Value, sha));
        Assert.True(await site.Table.TryCommitAsync(unit, CancellationToken.None));
        return sha;
    }
}
