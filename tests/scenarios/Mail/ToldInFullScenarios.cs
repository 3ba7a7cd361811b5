using System.Net;
using ACip.Local.Mail;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>A quarter told in full: how results stand and why, the copy of what was accepted, and why it
/// is closed afterwards. By mail, and the same by page.</summary>
[Collection(OpenReportsCollection.Name)]
public sealed class ToldInFullScenarios(OpenReports programme)
{
    [Fact]
    public async Task Results_are_rated_by_mail_and_by_page_accepted_with_a_copy_and_closed_with_a_reason()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport report = programme.Take(Language.En);
        long before = programme.Platform.Mail.Newest;
        IReadOnlyList<FormItem> items = await programme.ItemsAsync(report);
        FormItem result = items.First(item => item.Kind == FormItemKind.ResultStatus);
        Assert.Contains(result.Code, Unwrapped(report.Ask.Text), StringComparison.Ordinal);

        await programme.ReplyAsync(report, new InboundReply { Text = $"{result.Code}: constrained, the decree waits" });
        ReportRecord told = await programme.ReadAsync(report);
        Assert.Equal(
            (ItemStatus.Constrained, "the decree waits"),
            (told.Entries[result.Code].Status!.Value, told.Entries[result.Code].Narrative)
        );
        string understood = Unwrapped(programme.Of("Acknowledgement", report.Person.Email, before).Single().Text);
        Assert.Contains("the decree waits", understood, StringComparison.Ordinal);

        // on the page it is changed, and is shown to who reviews
        string path = $"/plans/{report.Ref.Plan}/reports/{report.Ref.Period}";
        await TypeAsync(report, path, $"{result.Code}: on track, the decree was signed");
        Assert.Equal(ItemStatus.OnTrack, (await programme.ReadAsync(report)).Entries[result.Code].Status);
        string seen = await new Browser(programme.Http, path, "approver-two").OpenAsync();
        Assert.Contains("the decree was signed", seen, StringComparison.Ordinal);

        await programme.ReplyAsync(report, new InboundReply { Text = await programme.FullAnswerAsync(report) });
        Assert.Equal(ReportState.Submitted, (await programme.ReadAsync(report)).State);
        await AcceptAsync(path);
        LocalMessage copy = Assert.Single(programme.Of("ReportAccepted", report.Person.Email, before));
        Assert.Contains("Accepted by ", Unwrapped(copy.Text), StringComparison.Ordinal);

        // late answers: by mail, behind the old link, on the page
        long late = programme.Platform.Mail.Newest;
        await programme.ReplyAsync(report, new InboundReply { Text = $"{result.Code}: met" });
        string refused = Unwrapped(programme.Of("PassedOn", report.Person.Email, late).Single().Text);
        Assert.Contains("Accepted by ", refused, StringComparison.Ordinal);
        var link = new Browser(programme.Http, OpenReports.LinkIn(report.Ask));
        Assert.Contains("Accepted by ", WebUtility.HtmlDecode(await link.OpenAsync()), StringComparison.Ordinal);
        Assert.Equal(ItemStatus.OnTrack, (await programme.ReadAsync(report)).Entries[result.Code].Status);
    }

    private async Task TypeAsync(OpenReport report, string path, string lines)
    {
        string page = await new Browser(programme.Http, path, report.Person.Id.Value).OpenAsync();
        Malformed.PageForm form = Malformed
            .PageForm.On(page, path)
            .Single(one => one.Action.EndsWith("/entries", StringComparison.Ordinal));
        var typed = new Browser(programme.Http, form.Action, report.Person.Id.Value);
        await typed.PostAsync([.. form.Sent().Where(field => field.Key != "lines"), new("lines", lines)]);
        Assert.Equal(HttpStatusCode.OK, typed.Status);
        await programme.Platform.Busy.QuietAsync();
    }

    private async Task AcceptAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api{path}/decision")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { approved = true }),
        };
        request.Headers.Add("X-Local-Sign-In", "approver-two");
        using HttpResponseMessage answer = await programme.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await programme.Platform.Busy.QuietAsync();
    }

    private static string Unwrapped(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
