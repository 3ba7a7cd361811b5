using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>What the Secretariat sees and does: messages that need a person, evidence, and mails that did not arrive.</summary>
[Collection(OpenReportsCollection.Name)]
public sealed partial class SecretariatScenarios(OpenReports programme)
{
    [Fact]
    public async Task An_officer_takes_a_strangers_message_as_the_coordinators_answer_and_it_is_audited()
    {
        OpenReport report = programme.Take();
        await programme.ReplyAsync(
            report,
            new InboundReply
            {
                Text = await programme.FullAnswerAsync(report),
                From = new MailAddress("private@webmail.example", "From Home"),
            }
        );
        ReceivedMail aside = (await programme.AsideAsync()).First(mail =>
            mail.Reason == TriageReasons.Stranger && mail.TaskStream == report.Ref.Stream
        );

        Assert.Contains("private@webmail.example", await new Browser(programme.Http, "/mail", "officer-one").OpenAsync());
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/mail", "auditor"));
        var message = new Browser(programme.Http, $"/mail/{aside.MessageKey}?person={report.Person.Id}", "officer-one");
        Assert.Contains(OpenReports.Command(report.Person.Language), await message.OpenAsync(), StringComparison.Ordinal);

        using var act = new HttpRequestMessage(HttpMethod.Post, $"/api/mail/aside/{aside.MessageKey}")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { action = "answer", person = report.Person.Id.Value }),
        };
        act.Headers.Add("X-Local-Sign-In", "officer-one");
        using HttpResponseMessage done = await programme.Http.SendAsync(act);
        await programme.Platform.Busy.QuietAsync();

        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync());
        Assert.Equal(ReportState.Submitted, (await programme.ReadAsync(report)).State);
        Assert.Contains(
            await AuditRows.ReadAsync(programme.Table, StreamId.Inbox, CancellationToken.None),
            link => link.Kind == AuditKind.MailTreatedAsAnswer && link.Subject == aside.MessageKey && link.By == new PersonId("officer-one")
        );
    }

    [Fact]
    public async Task Why_a_message_is_not_taken_is_said_on_its_page_in_the_readers_language()
    {
        OpenReport report = programme.Take();
        await programme.ReplyAsync(
            report,
            new InboundReply { Text = "Good morning to all of you.", From = new MailAddress("greeting@webmail.example") }
        );
        ReceivedMail aside = (await programme.AsideAsync()).First(mail =>
            mail is { Reason: TriageReasons.Stranger, State: QuarantineState.Waiting } && mail.TaskStream == report.Ref.Stream
        );
        var message = new Browser(programme.Http, $"/mail/{aside.MessageKey}?person={report.Person.Id}&lang=fr", "officer-one");
        await message.OpenAsync();
        await message.PostAsync([new("act", "answer"), new("person", report.Person.Id.Value)]);

        Assert.Equal(HttpStatusCode.Conflict, message.Status);
        string page = WebUtility.HtmlDecode(message.Page);
        Assert.Contains(RefusalRules.WordsOf("nothing-understood", "").In(Language.Fr), page, StringComparison.Ordinal);
        Assert.Contains("Good morning to all of you.", page, StringComparison.Ordinal);
        Assert.Contains("name=\"reason\"", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{aside.Task}\" selected", page, StringComparison.Ordinal);

        // another one was chosen, and the task that it was sent to is not put for it
        await message.PostAsync([new("act", "answer"), new("person", report.Person.Id.Value), new("task", "another")]);
        Assert.Equal(HttpStatusCode.Conflict, message.Status);
        Assert.DoesNotContain($"value=\"{aside.Task}\" selected", message.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_that_an_officer_enters_are_never_the_administrations_own_words()
    {
        OpenReport report = programme.Take();
        var reviews = programme.Services.GetRequiredService<PlanEvaluationService>();
        DateOnly today = DateOnly.FromDateTime(programme.Platform.Clock.GetUtcNow().UtcDateTime);
        await reviews.OpenAsync(
            report.Ref.Plan,
            PlanReviewKind.MidTerm,
            today.AddDays(30),
            new PersonId("officer-one"),
            CancellationToken.None
        );

        using var sent = new HttpRequestMessage(HttpMethod.Post, $"/api/plans/{report.Ref.Plan}/reviews/1/findings")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { text = "By the API." }),
        };
        sent.Headers.Add("X-Local-Sign-In", "officer-one");
        using HttpResponseMessage done = await programme.Http.SendAsync(sent);
        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync());
        Assert.True((await FindingsAsync(report)).Source.IsOnBehalf);

        // who was a coordinator of another administration until last year
        string key = ProgrammeRows.Key(new PersonId("officer-two"));
        Row<Person> row = (await programme.Table.FindAsync<Person>(StreamId.Programme, key, CancellationToken.None))!;
        var once = new RoleHeld(Role.Coordinator, today.AddYears(-3), today.AddYears(-1), new AdministrationId("XX"));
        Person known = row.Value with { Roles = [.. row.Value.Roles, once] };
        await programme.Table.TryCommitAsync(
            new UnitOfWork(StreamId.Programme).Replace(row, known).Record(new AuditEntry(AuditKind.ProgrammeChanged, key, null)),
            CancellationToken.None
        );
        programme.Services.GetRequiredService<ProgrammeDirectory>().Forget();
        string page = await new Browser(programme.Http, $"/plans/{report.Ref.Plan}", "officer-two").OpenAsync();
        Match form = Regex.Match(
            page[page.IndexOf("/findings", StringComparison.Ordinal)..],
            "name=\"csrf\" value=\"([^\"]*)\".*?name=\"seen\" value=\"([^\"]*)\"",
            RegexOptions.Singleline
        );
        await new Browser(programme.Http, $"/plans/{report.Ref.Plan}/findings", "officer-two").PostAsync([
            new("csrf", form.Groups[1].Value),
            new("seen", form.Groups[2].Value),
            new("number", "1"),
            new("text", "By the page."),
        ]);
        PlanReviewFindings findings = await FindingsAsync(report);
        Assert.Equal(("By the page.", true), (findings.Text, findings.Source.IsOnBehalf));
    }

    private async Task<PlanReviewFindings> FindingsAsync(OpenReport report) =>
        (await PlanRows.FindAsync(programme.Table, report.Ref.Plan, CancellationToken.None))!.Value.Reviews[^1].Findings!;

    [Fact]
    public async Task A_sealed_message_is_opened_by_the_integrity_officer_alone()
    {
        LocalMessage ask = programme.Of("QuarterlyTask")[1];
        await programme.Platform.Mail.ReplyAsync(
            ask.Id,
            new InboundReply
            {
                Text = "I want to report that <b>an officer</b> takes bribes.",
                From = new MailAddress("nobody@webmail.example"),
            }
        );
        await programme.Platform.Busy.QuietAsync();
        ReceivedMail aside = (await programme.AsideAsync()).First(mail =>
            mail is { Reason: TriageReasons.Stranger, State: QuarantineState.Waiting }
        );
        string path = $"/mail/{aside.MessageKey}";
        var officer = new Browser(programme.Http, path, "officer-two");
        await officer.OpenAsync();
        await officer.PostAsync([new("act", "seal")]);

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(path, "officer-two"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(path, "integrity-officer"));
        var integrity = new Browser(programme.Http, path, "integrity-officer");
        Assert.DoesNotContain("<b>an officer</b>", await integrity.OpenAsync(), StringComparison.Ordinal);

        // nor is whose it may be told by the task that it answers
        Assert.Equal(aside.Task!.Value.Value, await TaskOfAsync(aside, "integrity-officer"));
        Assert.Null(await TaskOfAsync(aside, "officer-two"));
    }

    private async Task<string?> TaskOfAsync(ReceivedMail aside, string person)
    {
        using var list = new HttpRequestMessage(HttpMethod.Get, "/api/mail/aside?limit=200");
        list.Headers.Add("X-Local-Sign-In", person);
        using HttpResponseMessage answer = await programme.Http.SendAsync(list);
        JsonNode all = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        JsonNode listed = all["items"]!.AsArray().Single(one => one!["key"]!.GetValue<string>() == aside.MessageKey)!;
        Assert.Equal("Sealed", listed["state"]!.GetValue<string>());
        return listed["task"]?.GetValue<string>();
    }

    [Fact]
    public async Task A_filled_workbook_is_read_evidence_is_quarantined_and_what_is_refused_is_named()
    {
        OpenReport report = programme.Take();
        long before = programme.Platform.Mail.Newest;
        LocalAttachment workbook = Assert.Single(report.Ask.Attachments);
        Assert.EndsWith(".xlsx", workbook.Filename, StringComparison.Ordinal);
        byte[] evidence = Encoding.ASCII.GetBytes("%PDF-1.4 fictional survey");
        await programme.ReplyAsync(
            report,
            new InboundReply
            {
                Text = await programme.FullAnswerAsync(report),
                Attachments =
                [
                    new InboundAttachment("survey.pdf", "application/pdf", evidence),
                    new InboundAttachment("tool.exe", "application/octet-stream", [0x4D, 0x5A, 0, 1, 2]),
                    new InboundAttachment(workbook.Filename, workbook.Type, workbook.Content),
                ],
            }
        );

        ReportRecord after = await programme.ReadAsync(report);
        Assert.Equal(ReportState.Submitted, after.State);
        string sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(evidence));
        Assert.All(
            after.Entries.Values.Where(entry => entry.Source.Value.StartsWith("mail:", StringComparison.Ordinal)),
            entry => Assert.Contains(sha256, entry.EvidenceSha256)
        );
        EvidenceFile row = (
            await programme.Table.FindAsync<EvidenceFile>(
                report.Ref.Stream,
                EvidenceFile.RowKey(report.Ref.Period, sha256),
                CancellationToken.None
            )
        )!.Value;
        Assert.Equal(EvidenceState.Quarantined, row.State);
        LocalMessage acknowledgement = Assert.Single(programme.Of("Acknowledgement", report.Person.Email, before));
        Assert.Contains("survey.pdf", acknowledgement.Text, StringComparison.Ordinal);
        Assert.Contains("tool.exe", acknowledgement.Text, StringComparison.Ordinal);

        var desk = programme.Services.GetRequiredService<EvidenceQuarantineService>();
        Assert.Null(await desk.OpenAsync(report.Ref.Plan, report.Ref.Period, sha256, CancellationToken.None));
        await desk.CheckAsync(report.Ref.Plan, report.Ref.Period, sha256, true, new PersonId("officer-one"), CancellationToken.None);
        Assert.Equal(evidence, (await desk.OpenAsync(report.Ref.Plan, report.Ref.Period, sha256, CancellationToken.None))!.Value.Content);
    }

    private async Task<HttpStatusCode> StatusAsync(string path, string person)
    {
        var browser = new Browser(programme.Http, path, person);
        await browser.OpenAsync();
        return browser.Status;
    }
}
