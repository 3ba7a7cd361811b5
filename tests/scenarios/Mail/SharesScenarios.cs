using System.Net;
using ACip.Local.Mail;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>A share with its counts, by mail and behind the link, to what stands in the report and in the acknowledgement.</summary>
[Collection(OpenReportsCollection.Name)]
public sealed class SharesScenarios(OpenReports programme)
{
    [Fact]
    public async Task A_share_is_given_by_its_counts_in_a_reply_and_corrected_on_the_page()
    {
        OpenReport report = programme.Take(Language.En);
        long before = programme.Platform.Mail.Newest;
        FormItem share = (await programme.ItemsAsync(report)).First(item => item.Ratio is not null);
        Assert.Contains($"%, as 45/120: {share.Ratio!.Numerator}", Unwrapped(report.Ask.Text), StringComparison.Ordinal);
        Assert.Contains("this period", Unwrapped(report.Ask.Text), StringComparison.Ordinal);

        await programme.ReplyAsync(report, new InboundReply { Text = $"{share.Code}: 45/120" });
        ReportEntry entry = (await programme.ReadAsync(report)).Entries[share.Code];
        Assert.Equal((37.5m, new Ratio(45, 120)), (entry.Value!.Value, entry.Counts!.Total));
        LocalMessage acknowledgement = Assert.Single(programme.Of("Acknowledgement", report.Person.Email, before));
        Assert.Contains("37.5 % (45/120), this period", Unwrapped(acknowledgement.Text), StringComparison.Ordinal);

        var browser = new Browser(programme.Http, OpenReports.LinkIn(report.Ask));
        string page = await browser.OpenAsync();
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("value=\"45/120\"", page, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode($"Part and whole, as 45/120: {share.Ratio.Numerator}"), page, StringComparison.Ordinal);
        await browser.PostAsync([new(FormFields.Value(share), "45/0"), new("act", "submit")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Write the part and the whole", browser.Page, StringComparison.Ordinal);

        await programme.ReplyAsync(report, new InboundReply { Text = $"{share.Code}: 50 % (45/120)" });
        Assert.Equal(37.5m, (await programme.ReadAsync(report)).Entries[share.Code].Value);
        Assert.Contains(
            "Two counts are expected",
            Unwrapped(programme.Of("QuestionBack", report.Person.Email, before).Single().Text),
            StringComparison.Ordinal
        );
    }

    private static string Unwrapped(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
