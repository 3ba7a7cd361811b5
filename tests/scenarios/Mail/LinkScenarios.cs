using System.Net;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>The page behind a task mail's link, in the hands of the right person and of others.</summary>
[Collection(OpenReportsCollection.Name)]
public sealed partial class LinkScenarios(OpenReports programme)
{
    [Fact]
    public async Task The_right_person_drafts_types_the_mailed_code_hands_in_and_is_remembered()
    {
        OpenReport report = programme.Take();
        long before = programme.Platform.Mail.Newest;
        var browser = new Browser(programme.Http, OpenReports.LinkIn(report.Ask));
        string page = await browser.OpenAsync();
        IReadOnlyList<FormItem> items = await programme.ItemsAsync(report);

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal("no-referrer", browser.ReferrerPolicy);
        Assert.DoesNotMatch("<script(?![^>]* src=\"/)[^>]*>", page); // one file of our own, which the page does without
        Assert.Contains($"lang=\"{report.Person.Language.Tag}\"", page, StringComparison.Ordinal);
        Assert.True(page.Length < 60_000, $"{page.Length} characters");
        Assert.All(items, item => Assert.Contains(item.Code, page, StringComparison.Ordinal));
        Assert.Contains(items, item => item.Sensitive);

        await browser.PostAsync([.. Answers(items), Act("save")]);
        Assert.Empty((await programme.ReadAsync(report)).Entries);

        await browser.PostAsync([.. Answers(items), Act("submit")]);
        await programme.Platform.Busy.QuietAsync();
        Assert.Contains("name=\"code\"", browser.Page, StringComparison.Ordinal);
        Assert.Equal(ReportState.Open, (await programme.ReadAsync(report)).State);
        string code = Regex.Match(Assert.Single(programme.Of("OneTimeCode", report.Person.Email, before)).Text, @"\b[0-9]{6}\b").Value;

        await browser.PostAsync([new("code", code == "000000" ? "000001" : "000000"), Act("code")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.PostAsync([new("code", $" {code[..3]} {code[3..]}"), Act("code")]);
        await programme.Platform.Busy.QuietAsync();

        ReportRecord after = await programme.ReadAsync(report);
        Assert.Equal(ReportState.Submitted, after.State);
        Assert.All(items.Where(ReportItems.IsFigure), item => Assert.True(after.Entries.ContainsKey(item.Code), item.Code));
        Assert.Single(programme.Of("Acknowledgement", report.Person.Email, before));
        Assert.True(browser.HasCookies);

        FormItem number = items.First(item => item.Kind == FormItemKind.Number && !item.Sensitive);
        await browser.PostAsync([new(FormFields.Value(number), "31"), Act("submit")]);
        Assert.Equal(31, (await programme.ReadAsync(report)).Entries[number.Code].Value);
        Assert.Single(programme.Of("OneTimeCode", report.Person.Email, before));

        await browser.PostAsync([new("item", number.Code), new("text", new string('x', 4_001)), Act("comment")]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, browser.Status);
        Assert.Contains("4000", browser.Page, StringComparison.Ordinal);
        Assert.Contains($"lang=\"{report.Person.Language.Tag}\"", browser.Page, StringComparison.Ordinal);
        Assert.Contains("<p><a href=\"/tasks/", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forwarded_task_answers_nothing_by_mail_and_hands_in_nothing_by_link()
    {
        OpenReport report = programme.Take();
        long before = programme.Platform.Mail.Newest;
        await programme.ReplyAsync(
            report,
            new InboundReply
            {
                Text = await programme.FullAnswerAsync(report),
                From = new MailAddress("colleague@customs.example", "A Colleague"),
            }
        );

        Assert.Empty((await programme.ReadAsync(report)).Entries);
        Assert.Contains(
            await programme.AsideAsync(),
            mail => mail is { Verdict: nameof(Verdict.Quarantine), Reason: TriageReasons.Stranger, State: QuarantineState.Waiting }
        );
        Assert.NotEmpty(programme.Of("NeedsPerson", "integrity@acip-secretariat.example", before));
        Assert.Empty(programme.Of("Acknowledgement", null, before));

        var colleague = new Browser(programme.Http, OpenReports.LinkIn(report.Ask));
        await colleague.OpenAsync();
        await colleague.PostAsync([.. Answers(await programme.ItemsAsync(report)), Act("submit")]);
        for (int guess = 0; guess < 7; guess++)
        {
            await colleague.PostAsync([new("code", $"00000{guess}"), Act("code")]);
        }

        await programme.Platform.Busy.QuietAsync();
        Assert.Equal(ReportState.Open, (await programme.ReadAsync(report)).State);
        Assert.Empty((await programme.ReadAsync(report)).Entries);
        Assert.False(colleague.HasCookies);
        Assert.Single(programme.Of("OneTimeCode", report.Person.Email, before));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        OpenReport report = programme.Take();
        var browser = new Browser(programme.Http, OpenReports.LinkIn(report.Ask));
        await browser.OpenAsync();
        IReadOnlyList<FormItem> items = await programme.ItemsAsync(report);
        FormItem number = items.First(item => item.Kind == FormItemKind.Number);
        await browser.PostAsync([new(FormFields.Value(number), "about forty"), Act("submit")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("about forty", browser.Page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", browser.Page, StringComparison.Ordinal);
        Assert.Contains(
            "about forty",
            await new Browser(programme.Http, OpenReports.LinkIn(report.Ask)).OpenAsync(),
            StringComparison.Ordinal
        );

        // ten pages pasted as an account: said beside it, and the figures typed with it are kept
        FormItem words = items.First(item => item.Kind == FormItemKind.Narrative && !item.Sensitive);
        string account = string.Join(' ', Enumerable.Range(0, 4_000).Select(word => $"word{word}"));
        await browser.PostAsync([new(FormFields.Value(number), "5309"), new(FormFields.Value(words), account), Act("submit")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("word3999", browser.Page, StringComparison.Ordinal);
        Assert.Contains("5309", await new Browser(programme.Http, OpenReports.LinkIn(report.Ask)).OpenAsync(), StringComparison.Ordinal);

        // much more than that in two fields takes nothing from a third
        FormItem other = items.Last(item => item.Kind == FormItemKind.Number && !item.Sensitive);
        string pasted = new('w', 110_000);
        await browser.PostAsync([
            new(FormFields.Value(words), pasted),
            new(FormFields.Missing(words), pasted),
            new(FormFields.Value(other), "5310"),
            Act("save"),
        ]);
        string kept = WebUtility.HtmlDecode(await new Browser(programme.Http, OpenReports.LinkIn(report.Ask)).OpenAsync());
        Assert.Contains("5310", kept, StringComparison.Ordinal);
        Assert.Contains("w […]", kept, StringComparison.Ordinal);

        await browser.PostAsync([new("csrf", "0123456789abcdef0123456789abcdef"), Act("submit")]);
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
    }

    [Theory]
    [InlineData("/tasks/aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("/tasks/not-a-token")]
    [InlineData("/tasks/aaaaaaaaaaaaaaaaaaaaaaaaaa/confirm/00/00")]
    public async Task A_link_that_leads_nowhere_says_what_to_do(string path)
    {
        var browser = new Browser(programme.Http, path);
        await browser.OpenAsync();
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Contains("<h1>", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approver_is_led_to_sign_in_and_a_plan_that_was_handed_in_is_closed()
    {
        var approver = new Browser(programme.Http, OpenReports.LinkIn(programme.Of("ReviewTask")[0]));
        await approver.OpenAsync();
        Assert.Equal(HttpStatusCode.Gone, approver.Status);
        var drafting = new Browser(programme.Http, OpenReports.LinkIn(programme.Of("DraftingTask")[0]));
        await drafting.OpenAsync();
        Assert.Equal(HttpStatusCode.Gone, drafting.Status);
    }

    [Fact]
    public async Task No_token_stands_in_a_log_or_in_a_mail_to_somebody_else()
    {
        OpenReport report = programme.Take();
        string token = OpenReports.LinkIn(report.Ask)["/tasks/".Length..];
        await new Browser(programme.Http, $"/tasks/{token}").OpenAsync();
        await programme.ReplyAsync(report, new InboundReply { Text = "QUESTION: may we report in tonnes?" });

        string reply = report.Ask.ReplyTo[0].Email;
        string replyToken = reply[(reply.IndexOf('+', StringComparison.Ordinal) + 1)..reply.IndexOf('@', StringComparison.Ordinal)];
        Assert.NotEqual(token, replyToken);
        Assert.All(
            programme.Logged,
            line =>
            {
                Assert.DoesNotContain(token, line, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(replyToken, line, StringComparison.OrdinalIgnoreCase);
            }
        );
        Assert.All(
            programme.Platform.Mail.List().Where(mail => mail.Recipient != report.Ask.Recipient),
            mail =>
            {
                Assert.DoesNotContain(
                    token,
                    mail.Text + mail.Html + string.Concat(mail.Headers.Values),
                    StringComparison.OrdinalIgnoreCase
                );
                Assert.DoesNotContain(replyToken, mail.Text + mail.Html + string.Concat(mail.ReplyTo), StringComparison.OrdinalIgnoreCase);
            }
        );
    }

    internal static KeyValuePair<string, string> Act(string act) => new("act", act);

    internal static IEnumerable<KeyValuePair<string, string>> Answers(IReadOnlyList<FormItem> items) =>
        // how results and activities stand may be left for later
        items
            .Where(item => !FormFields.IsStatus(item))
            .Select(item => new KeyValuePair<string, string>(
                FormFields.Value(item),
                item.Kind switch
                {
                    FormItemKind.Percentage => "45",
                    FormItemKind.YesNo => "yes",
                    FormItemKind.Date => "2026-02-01",
                    FormItemKind.Narrative => "Procedures were discussed.",
                    _ => "12",
                }
            ));
}
