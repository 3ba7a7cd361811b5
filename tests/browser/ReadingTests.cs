using System.Net;

namespace ACip.Tests.Browser;

/// <summary>Who may read what.</summary>
[Collection(OneSite.Name)]
public sealed class ReadingTests(Site site)
{
    private const string Report = "/donor-reports/norad-acip-2026/20260101-20261231";

    [Theory]
    [InlineData("/plans/af-2026", "coordinator-af", HttpStatusCode.OK)]
    [InlineData("/plans/gh-2026", "coordinator-af", HttpStatusCode.NotFound)]
    [InlineData("/plans/af-2026/reports/20260701-20260930", "head-af", HttpStatusCode.OK)]
    [InlineData("/plans/af-2026/reports/20260701-20260930", "head-gh", HttpStatusCode.NotFound)]
    [InlineData("/plans/af-2026", "reader-norad", HttpStatusCode.NotFound)]
    [InlineData("/audit/plan-af-2026", "auditor", HttpStatusCode.OK)]
    [InlineData("/audit/plan-af-2026", "coordinator-af", HttpStatusCode.Forbidden)]
    [InlineData("/audit/plan-no-such", "auditor", HttpStatusCode.NotFound)]
    [InlineData(Report, "officer-one", HttpStatusCode.OK)]
    [InlineData(Report, "reader-norad", HttpStatusCode.NotFound)] // assembled, but not signed off: not issued
    [InlineData(Report, "reader-gac", HttpStatusCode.NotFound)]
    [InlineData(Report + "/en/report.html", "officer-one", HttpStatusCode.OK)]
    [InlineData(Report + "/en/report.html", "reader-norad", HttpStatusCode.NotFound)]
    [InlineData(Report + "/en/report.html", null, HttpStatusCode.Unauthorized)]
    [InlineData(Report + "/en/report.html?sources=1", "officer-one", HttpStatusCode.OK)]
    [InlineData(Report + "/en/report.pdf", "officer-one", HttpStatusCode.OK)]
    [InlineData(Report + "/files/manifest.json", "officer-one", HttpStatusCode.OK)]
    [InlineData(Report + "/files/snapshot.json", "officer-one", HttpStatusCode.OK)]
    [InlineData(Report + "/files/snapshot.json", "reader-norad", HttpStatusCode.NotFound)]
    [InlineData(Report + "/lineage?figure=1.a/total", "officer-one", HttpStatusCode.OK)]
    [InlineData(Report + "/lineage?figure=1.a/total", "coordinator-af", HttpStatusCode.Forbidden)]
    [InlineData(Report + "/../manifest.json", "officer-one", HttpStatusCode.NotFound)]
    public async Task A_page_opens_for_those_whom_it_concerns(string path, string? person, HttpStatusCode expected)
    {
        using HttpClient client = site.Client(person);
        using HttpResponseMessage answer = await client.GetAsync(path);
        Assert.Equal(expected, answer.StatusCode);
    }
}
