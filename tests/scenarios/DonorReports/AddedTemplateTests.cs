using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ACip.Tests.Unit.DonorReports;
using ACip.Workflows.DonorReports.Assembly;

namespace ACip.Tests.Scenarios.DonorReports;

/// <summary>A donor's own template comes into a running programme as a file: the next report is made by it, and can be made
/// again.</summary>
public sealed class AddedTemplateTests(ReportedYear year) : IClassFixture<ReportedYear>
{
    private const string Address = $"api/report-templates/{SampleTemplates.Aurora}";

    [Fact]
    public async Task A_template_is_given_and_chosen_its_report_is_questioned_before_signing_and_can_be_made_again()
    {
        JsonNode template = JsonNode.Parse(SampleTemplates.Bytes(SampleTemplates.Aurora))!;

        // a wrong one is answered with the place and what may stand there
        JsonNode wrong = template.DeepClone();
        wrong["sections"]![2] = "Mileposts";
        using (HttpResponseMessage refused = await PutAsync(Address, wrong, "*"))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            string said = await refused.Content.ReadAsStringAsync();
            Assert.Contains("$.sections[2]", said, StringComparison.Ordinal);
            Assert.Contains("Milestones", said, StringComparison.Ordinal);
        }

        // no agreement can name it before it is there
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ChooseAsync(SampleTemplates.Aurora)).StatusCode);
        Assert.Equal((HttpStatusCode)428, (await PutAsync(Address, template, null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(Address, template, "*")).StatusCode);
        JsonNode renamed = template.DeepClone();
        renamed["name"] = "Norad";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync("api/report-templates/Norad", renamed, "*")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ChooseAsync(SampleTemplates.Aurora)).StatusCode);

        // a text about the multilateral component, and nothing on record that it could be about
        (
            await year.SendAsync(
                HttpMethod.Post,
                "api/registers/deliveries?empty=1",
                "officer-one",
                csv: "kind,title,start,end,administration,women,men\n"
            )
        ).EnsureSuccessStatusCode();
        JsonNode texts = JsonNode.Parse(
            """{"narratives": [{"section": "Multilateral", "language": "En", "text": "Three workshops were held."}]}"""
        )!;
        (
            await PutAsync($"api/donor-reports/{ReportedYear.Agreement}/{ReportedYear.Report.Period}/texts", texts, null)
        ).EnsureSuccessStatusCode();

        await year.RunAsync();

        DonorReportRecord report = await year.FileAsync();
        Assert.Equal(DonorReportState.InReview, report.State);
        string checklist = await (
            await year.SendAsync(HttpMethod.Get, $"donor-reports/{ReportedYear.Agreement}/{report.Period}?lang=en", "approver-one")
        ).Content.ReadAsStringAsync();
        Assert.Contains("A text tells of multilateral work, and no activity is on record", checklist, StringComparison.Ordinal);
        Assert.Contains("<li>Three workshops were held.", checklist, StringComparison.Ordinal);
        string page = await (
            await year.SendAsync(HttpMethod.Get, $"donor-reports/{ReportedYear.Agreement}/{report.Period}/en/report.html", "approver-one")
        ).Content.ReadAsStringAsync();
        Assert.Contains("Milestone report to the Aurora Fund", page, StringComparison.Ordinal);
        Assert.Contains("Milestones", page, StringComparison.Ordinal);

        // another one under its name changes nothing of what was made
        template["title"]!["en"] = "Another title";
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(Address, template, "*")).StatusCode);
        Assert.Empty(await year.VerifyAsync());
    }

    private async Task<HttpResponseMessage> ChooseAsync(string name)
    {
        string address = $"api/agreements/{ReportedYear.Agreement}";
        using HttpResponseMessage read = await year.SendAsync(HttpMethod.Get, address, "officer-one");
        JsonNode agreement = (await read.Content.ReadFromJsonAsync<JsonNode>())!;
        agreement["schedule"]!["template"] = name;
        return await PutAsync(address, agreement, read.Headers.ETag!.ToString());
    }

    private Task<HttpResponseMessage> PutAsync(string path, JsonNode body, string? ifMatch) =>
        year.SendAsync(HttpMethod.Put, path, "officer-one", body, ifMatch: ifMatch);
}
