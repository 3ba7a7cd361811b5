using System.Net;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>A page behind a link, and something else that is answered before it is handed in.</summary>
[Collection(OpenReportsCollection.Name)]
public sealed class LinkLeftOpenScenarios(OpenReports programme)
{
    [Fact]
    public async Task Neither_a_draft_nor_a_page_left_open_undoes_what_a_later_mail_said()
    {
        OpenReport report = programme.Take();
        var browser = new Browser(programme.Http, OpenReports.LinkIn(report.Ask));
        await browser.OpenAsync();
        IReadOnlyList<FormItem> items = await programme.ItemsAsync(report);
        FormItem number = items.First(item => item.Kind == FormItemKind.Number && !item.Sensitive);
        await browser.PostAsync([new(FormFields.Value(number), "4071"), LinkScenarios.Act("save")]);
        var leftOpen = new Browser(programme.Http, OpenReports.LinkIn(report.Ask));
        await leftOpen.OpenAsync();
        await programme.ReplyAsync(report, new InboundReply { Text = $"{number.Code}: 4583" });
        await programme.Platform.Busy.QuietAsync();
        Assert.Equal(4583, (await programme.ReadAsync(report)).Entries[number.Code].Value);

        // the page that was open, and what it had kept, both say the earlier figure
        IReadOnlyList<KeyValuePair<string, string>> typed =
        [
            .. LinkScenarios.Answers(items),
            new(FormFields.Value(number), "4071"),
            LinkScenarios.Act("submit"),
        ];
        await leftOpen.PostAsync([.. typed.Where(field => field.Value != "12" || field.Key != FormFields.Value(number))]);
        Assert.Equal(HttpStatusCode.Conflict, leftOpen.Status);
        Assert.Contains("4071", leftOpen.Page, StringComparison.Ordinal);
        Assert.Contains("4583", Plain(leftOpen.Page), StringComparison.Ordinal);
        Assert.Equal(4583, (await programme.ReadAsync(report)).Entries[number.Code].Value);

        string opened = await new Browser(programme.Http, OpenReports.LinkIn(report.Ask)).OpenAsync();
        Assert.Contains("4071", opened, StringComparison.Ordinal);
        Assert.Contains("4583", Plain(opened), StringComparison.Ordinal);

        // seen beside each other, what is typed is what is meant: on to the code
        await leftOpen.PostAsync([.. typed.Where(field => field.Value != "12" || field.Key != FormFields.Value(number))]);
        Assert.Contains("name=\"code\"", leftOpen.Page, StringComparison.Ordinal);
    }

    /// <summary>Figures without the marks between their thousands.</summary>
    private static string Plain(string page) => Regex.Replace(WebUtility.HtmlDecode(page), @"(?<=[0-9])[\s,.\u00A0\u202F](?=[0-9]{3})", "");
}
