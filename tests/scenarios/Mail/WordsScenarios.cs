using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Scenarios.Mail;

[CollectionDefinition(Name)]
public sealed class WordsCollection : ICollectionFixture<OpenReports>
{
    public const string Name = "open reports, in words";
}

/// <summary>What is answered to people: what was taken, what it was before, what to write instead, and where to look without an
/// account.</summary>
[Collection(WordsCollection.Name)]
public sealed partial class WordsScenarios(OpenReports programme)
{
    [Fact]
    public async Task A_correction_is_kept_and_says_what_it_was_and_what_it_is_now_by_mail_and_on_the_page()
    {
        OpenReport report = programme.Take(Workflows.Languages.Language.En);
        string answer = await programme.FullAnswerAsync(report);
        FormItem item = (await programme.ItemsAsync(report)).First(one => one is { Kind: FormItemKind.Number, Sensitive: false });
        await programme.ReplyAsync(report, new InboundReply { Text = answer });
        decimal was = (await programme.ReadAsync(report)).Entries[item.Code].Value!.Value;
        long before = programme.Platform.Mail.Newest;

        await programme.ReplyAsync(report, new InboundReply { Text = $"{item.Code}: 4711" });

        LocalMessage said = Assert.Single(programme.Of("Acknowledgement", report.Person.Email, before));
        Assert.Matches($"- {item.Code}: was {was}.*, now 4711", said.Text);
        ReportCorrection kept = Assert.Single(await ReportCorrection.ListAsync(programme.Table, report.Ref, CancellationToken.None));
        Assert.Equal((item.Code, was, 4711m), (kept.Items[0].Item, kept.Items[0].Was.Value, kept.Items[0].Now.Value));
        var page = new Browser(programme.Http, $"/plans/{report.Ref.Plan}/reports/{report.Ref.Period}", "officer-one");
        await page.OpenAsync();
        Assert.Matches($"<span class=\"code\">{item.Code}</span>: <del>{was}[^<]*</del> → <ins>4711", page.Page);
    }

    [Fact]
    public async Task A_returned_report_brings_its_answers_and_thanks_with_the_form_quoted_changes_nothing()
    {
        OpenReport report = programme.Take(Workflows.Languages.Language.En);
        FormItem item = (await programme.ItemsAsync(report)).First(one => one is { Kind: FormItemKind.Number, Sensitive: false });
        await programme.ReplyAsync(report, new InboundReply { Text = await programme.FullAnswerAsync(report) });
        decimal given = (await programme.ReadAsync(report)).Entries[item.Code].Value!.Value;
        long before = programme.Platform.Mail.Newest;
        await DecideAsync(
            report,
            new { approved = false, items = new Dictionary<string, string> { [item.Code] = "Since July or since January?" } }
        );
        await programme.Platform.AdvanceAsync(TimeSpan.FromDays(4));

        LocalMessage back = Assert.Single(programme.Of("ReportReturned", report.Person.Email, before));
        int reason = back.Text.IndexOf("Sent back: Since July or since January?", StringComparison.Ordinal);
        Assert.InRange(back.Text.IndexOf($"\n{item.Code}: [{given}]", StringComparison.Ordinal), reason, reason + 400);
        // the questioned one on top
        Assert.Equal(back.Text.IndexOf($"\n({item.Code})", StringComparison.Ordinal), back.Text.IndexOf("\n(", StringComparison.Ordinal));
        Assert.Single(back.Attachments);

        await programme.Platform.Mail.ReplyAsync(
            back.Id,
            new InboundReply { Text = "Thank you, I will look at it.", Program = MailProgram.Outlook }
        );
        await programme.Platform.Busy.QuietAsync();
        Assert.Equal(ReportState.Returned, (await programme.ReadAsync(report)).State);
        Assert.Empty(await ReportCorrection.ListAsync(programme.Table, report.Ref, CancellationToken.None));

        await programme.Platform.Mail.ReplyAsync(back.Id, new InboundReply { Text = "SUBMIT", Program = MailProgram.Outlook });
        await programme.Platform.Busy.QuietAsync();
        ReportRecord again = await programme.ReadAsync(report);
        Assert.Equal((ReportState.Submitted, given), (again.State, again.Entries[item.Code].Value));
    }

    [Fact]
    public async Task A_promise_is_answered_with_its_own_words_and_the_line_that_asks_for_time()
    {
        OpenReport report = programme.Take(Workflows.Languages.Language.En);
        long before = programme.Platform.Mail.Newest;
        await programme.ReplyAsync(report, new InboundReply { Text = "I send the figures next week." });

        string text = Assert.Single(programme.Of("QuestionBack", report.Person.Email, before)).Text;
        Assert.Contains("- I send the figures next week.", text, StringComparison.Ordinal);
        Assert.Contains("MORE TIME: (day), (reason)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nil_return_is_said_back_with_its_reason()
    {
        OpenReport report = programme.Take(Workflows.Languages.Language.En);
        long before = programme.Platform.Mail.Newest;
        await programme.ReplyAsync(report, new InboundReply { Text = "NIL: the register was moved in March" });
        Assert.Contains(
            "the register was moved in March",
            Assert.Single(programme.Of("Acknowledgement", report.Person.Email, before)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task No_mail_to_somebody_without_an_account_leads_to_a_sign_in()
    {
        OpenReport report = programme.Take();
        await programme.ReplyAsync(report, new InboundReply { Text = await programme.FullAnswerAsync(report) });
        await CommentAsync(report, "How is this counted?");
        await programme.ReplyAsync(report, new InboundReply { Text = "QUESTION: may we report in tonnes?" });
        await DecideAsync(report, new { approved = true });
        await CommentAsync(report, "Thank you.");

        LocalMessage[] mails = [.. programme.Platform.Mail.List().Where(mail => mail.Recipient.Email == report.Person.Email)];
        Assert.Contains(mails, mail => mail.CustomArgs["kind"] == "ReportAccepted");
        Assert.Contains(mails, mail => mail.CustomArgs["kind"] == "Commented");
        foreach (
            string path in mails
                .SelectMany(mail => Address().Matches(mail.Text).Select(match => new Uri(match.Value).PathAndQuery))
                .Distinct()
        )
        {
            var browser = new Browser(programme.Http, path);
            await browser.OpenAsync();
            Assert.True(browser.Status is HttpStatusCode.OK or HttpStatusCode.Gone, $"{path}: {browser.Status}");
            Assert.DoesNotContain("/.auth/login", browser.Page, StringComparison.Ordinal);
            Assert.Contains("mailto:", browser.Page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_officers_list_shows_every_mail_with_sender_subject_verdict_and_answer()
    {
        OpenReport report = programme.Take();
        await programme.ReplyAsync(
            report,
            new InboundReply { Text = await programme.FullAnswerAsync(report), MessageId = "<listed@customs.example>" }
        );
        await programme.ReplyAsync(report, ReadyAnswers.OutOfOffice(report.Ask, "en"));

        var list = new Browser(programme.Http, "/mail?lang=en", "officer-one");
        await list.OpenAsync();
        Match row = Regex.Match(
            list.Page,
            $"<tr><th scope=\"row\"><a href=\"(/mail/[0-9a-f]+)[?]lang=en\">[^<]*</a></th><td data-label=\"From\">[^<]*{Regex.Escape(report.Person.Email)}[^<]*</td><td data-label=\"Subject\">(?!–)[^<]+</td><td data-label=\"What was made of it\"><b>taken as an answer</b>.*?</tr>",
            RegexOptions.Singleline
        );
        Assert.True(row.Success, list.Page.Length > 3000 ? list.Page[..3000] : list.Page);
        Assert.DoesNotMatch("<td data-label=\"From\">(–)?</td>", list.Page);

        await list.OpenAsync(row.Groups[1].Value + "?lang=en");
        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Contains("What was answered", list.Page, StringComparison.Ordinal);
        Assert.DoesNotMatch("/tasks/[a-z2-7]{26}", list.Page);
    }

    private async Task DecideAsync(OpenReport report, object decision) => await PostAsync(report, "decision", decision, "approver-one");

    private Task CommentAsync(OpenReport report, string text) => PostAsync(report, "comments", new { item = "", text }, "officer-one");

    private async Task PostAsync(OpenReport report, string what, object body, string person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/plans/{report.Ref.Plan}/reports/{report.Ref.Period}/{what}")
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Add("X-Local-Sign-In", person);
        using HttpResponseMessage answer = await programme.Http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await programme.Platform.Busy.QuietAsync();
    }

    [GeneratedRegex(@"https?://[^\s)]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
