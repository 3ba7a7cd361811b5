using System.Net;
using ACip.Local.Mail;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>What is doubtful hands nothing in and is asked about; what was said is kept; on the page as by mail.</summary>
[Collection(HandsCollection.Name)]
public sealed class CarefulReadingScenarios(OpenReports programme)
{
    [Fact]
    public async Task NIL_for_one_item_hands_nothing_in_and_gives_no_item_a_reason()
    {
        OpenReport report = programme.Take();
        long before = programme.Platform.Mail.Newest;
        FormItem number = await NumberAsync(report);
        FormItem other = (await programme.ItemsAsync(report)).First(item =>
            item.Code != number.Code && !item.Sensitive && item.Kind == FormItemKind.Number
        );
        await programme.ReplyAsync(report, new InboundReply { Text = $"{number.Code}: 2\nNIL: nothing for {other.Code}" });

        ReportRecord after = await programme.ReadAsync(report);
        Assert.Equal(ReportState.Open, after.State);
        Assert.Equal([number.Code], after.Entries.Keys);
        Assert.All(after.Entries.Values, entry => Assert.Null(entry.MissingReason));
        Assert.Contains(
            $"nothing for {other.Code}",
            Assert.Single(programme.Of("Acknowledgement", report.Person.Email, before)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_corrected_total_keeps_its_groups_and_is_asked_about_where_they_no_longer_add_up()
    {
        OpenReport report = programme.Take();
        FormItem item = (await programme.ItemsAsync(report)).First(one =>
            one is { Kind: FormItemKind.Number, Sensitive: false, Groups.Count: 2 }
        );
        await programme.ReplyAsync(report, new InboundReply { Text = $"{item.Code}: 200 ({item.Groups![0]}: 80, {item.Groups[1]}: 120)" });
        long before = programme.Platform.Mail.Newest;
        await programme.ReplyAsync(report, new InboundReply { Text = $"{item.Code}: 170" });

        ReportEntry entry = (await programme.ReadAsync(report)).Entries[item.Code];
        Assert.Equal((170, 80, 120), (entry.Value, entry.Groups[item.Groups[0]], entry.Groups[item.Groups[1]]));
        string answer = Assert.Single(programme.Of("Acknowledgement", report.Person.Email, before)).Text;
        Assert.Contains("200", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("::", answer, StringComparison.Ordinal);

        var browser = new Browser(programme.Http, OpenReports.LinkIn(report.Ask));
        Assert.Contains("200", Questions(await browser.OpenAsync()), StringComparison.Ordinal);

        await programme.ReplyAsync(report, new InboundReply { Text = $"{item.Code} {item.Groups[1]}: 90" });
        entry = (await programme.ReadAsync(report)).Entries[item.Code];
        Assert.Equal((170, 80, 90), (entry.Value, entry.Groups[item.Groups[0]], entry.Groups[item.Groups[1]]));
        Assert.DoesNotContain("200", Questions(await browser.OpenAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_mail_would_ask_is_asked_on_the_page_before_and_after_handing_in_and_shown_to_the_reviewer()
    {
        OpenReport report = programme.Take();
        IReadOnlyList<FormItem> items = await programme.ItemsAsync(report);
        FormItem share = items.First(item => item is { Kind: FormItemKind.Percentage, Sensitive: false });
        KeyValuePair<string, string>[] typed =
        [
            .. items
                .Where(ReportItems.IsFigure)
                .Select(item => new KeyValuePair<string, string>(
                    FormFields.Value(item),
                    item.Code == share.Code
                        ? "760"
                        : item.Kind switch
                        {
                            FormItemKind.YesNo => "yes",
                            FormItemKind.Percentage => "45",
                            FormItemKind.Date => "2026-02-01",
                            FormItemKind.Narrative => "Words.",
                            _ => "1200",
                        }
                )),
        ];
        var browser = new Browser(programme.Http, OpenReports.LinkIn(report.Ask));
        await browser.OpenAsync();
        Assert.DoesNotContain("id=\"questions\"", browser.Page, StringComparison.Ordinal);

        await browser.PostAsync([.. typed, new("act", "submit")]);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("760", Questions(browser.Page), StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"code\"", browser.Page, StringComparison.Ordinal);
        Assert.Equal(ReportState.Open, (await programme.ReadAsync(report)).State);

        await browser.PostAsync([.. typed, new("act", "submit")]);
        await programme.Platform.Busy.QuietAsync();
        string code = System
            .Text.RegularExpressions.Regex.Match(programme.Of("OneTimeCode", report.Person.Email)[^1].Text, @"\b[0-9]{6}\b")
            .Value;
        await browser.PostAsync([new("code", code), new("act", "code")]);
        await programme.Platform.Busy.QuietAsync();
        Assert.Equal(ReportState.Submitted, (await programme.ReadAsync(report)).State);
        Assert.Contains("760", Questions(browser.Page), StringComparison.Ordinal);

        var reviewer = new Browser(programme.Http, $"/plans/{report.Ref.Plan}/reports/{report.Ref.Period}", "approver-one");
        Assert.Contains("760", await reviewer.OpenAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NIL_on_the_page_beside_figures_is_not_handed_in()
    {
        OpenReport report = programme.Take();
        FormItem number = await NumberAsync(report);
        var browser = new Browser(programme.Http, OpenReports.LinkIn(report.Ask));
        await browser.OpenAsync();
        await browser.PostAsync([new(FormFields.Value(number), "12"), new(FormFields.Nil, "no activity this quarter"), new("act", "nil")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.PostAsync([new(FormFields.Nil, "-"), new("act", "nil")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Equal(ReportState.Open, (await programme.ReadAsync(report)).State);
    }

    [Fact]
    public async Task An_encrypted_answer_is_left_to_a_person_and_its_sender_is_told_what_to_do()
    {
        OpenReport report = programme.Take();
        long before = programme.Platform.Mail.Newest;
        await programme.ReplyAsync(
            report,
            new InboundReply { Text = "-----BEGIN PGP MESSAGE-----\n\nhQEMAw0000000000AQf/\n-----END PGP MESSAGE-----" }
        );

        Assert.Empty((await programme.ReadAsync(report)).Entries);
        Assert.Empty(programme.Of("Acknowledgement", report.Person.Email, before));
        Assert.Contains(
            TriageReasons.DoInstead(TriageReasons.Encrypted)!.In(report.Person.Language),
            Assert.Single(programme.Of("PassedOn", report.Person.Email, before)).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            await programme.AsideAsync(),
            mail => mail is { Reason: TriageReasons.Encrypted, State: QuarantineState.Waiting } && mail.Person == report.Person.Id
        );

        // what is set aside for another reason is told, too
        await programme.ReplyAsync(report, new InboundReply { Text = await programme.FullAnswerAsync(report) });
        using var decision = new HttpRequestMessage(HttpMethod.Post, $"api/plans/{report.Ref.Plan}/reports/{report.Ref.Period}/decision")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { approved = true }),
        };
        decision.Headers.Add("X-Local-Sign-In", "approver-one");
        using HttpResponseMessage decided = await programme.Http.SendAsync(decision);
        Assert.True(decided.IsSuccessStatusCode, await decided.Content.ReadAsStringAsync());
        await programme.Platform.Busy.QuietAsync();
        await programme.ReplyAsync(report, new InboundReply { Text = $"{(await NumberAsync(report)).Code}: 99" });
        Assert.Equal(2, programme.Of("PassedOn", report.Person.Email, before).Count);
        await DiscardAsync(report);
    }

    /// <summary>Its sender was told that a person would write: they read why nothing comes of it.</summary>
    private async Task DiscardAsync(OpenReport report)
    {
        string key = (await programme.AsideAsync())
            .First(mail => mail is { Reason: TriageReasons.TaskClosed, State: QuarantineState.Waiting } && mail.Person == report.Person.Id)
            .MessageKey;
        var page = new Browser(programme.Http, $"/mail/{key}", "officer-one");
        Assert.Contains("Its sender was told that a person will write", await page.OpenAsync(), StringComparison.Ordinal);
        await page.PostAsync([new("act", "discard"), new("reason", "")]);
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        long before = programme.Platform.Mail.Newest;

        await page.PostAsync([new("act", "discard"), new("reason", "The accepted figure stands.")]);
        await programme.Platform.Busy.QuietAsync();

        LocalMessage told = Assert.Single(programme.Of("PassedOn", report.Person.Email, before));
        Assert.Contains("The accepted figure stands.", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_behind_Exchange_is_read_and_words_beside_the_figures_are_kept()
    {
        OpenReport report = programme.Take();
        long before = programme.Platform.Mail.Newest;
        FormItem number = await NumberAsync(report);
        await programme.ReplyAsync(
            report,
            new InboundReply
            {
                Text = $"Dear colleagues,\n\n{number.Code}: 12\n\nThe airport office was closed for six weeks.\n\nBest regards\nAma",
                Headers = new Dictionary<string, string> { ["X-Auto-Response-Suppress"] = "All" },
            }
        );

        Assert.Equal(12, (await programme.ReadAsync(report)).Entries[number.Code].Value);
        Assert.Equal("The airport office was closed for six weeks.", Assert.Single(await programme.CommentsAsync(report)).Text);
        Assert.Contains(
            "The airport office was closed for six weeks.",
            Assert.Single(programme.Of("Acknowledgement", report.Person.Email, before)).Text,
            StringComparison.Ordinal
        );
        Assert.Empty(programme.Of("Commented", null, before));
    }

    private static string Questions(string page)
    {
        int from = page.IndexOf("id=\"questions\"", StringComparison.Ordinal);
        Assert.True(from >= 0, "The page asks nothing.");
        return page[from..page.IndexOf("</div>", from, StringComparison.Ordinal)];
    }

    private async Task<FormItem> NumberAsync(OpenReport report) =>
        (await programme.ItemsAsync(report)).First(item => item is { Kind: FormItemKind.Number, Sensitive: false });
}
