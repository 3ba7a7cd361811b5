using ACip.Local.Mail;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>What people, programs and machines send back, and what the platform does with it.</summary>
[Collection(OpenReportsCollection.Name)]
public sealed class ReplyScenarios(OpenReports programme)
{
    [Fact]
    public async Task An_absence_notice_changes_nothing_and_gets_no_answer_and_the_real_answer_counts()
    {
        OpenReport report = programme.Take();
        long before = programme.Platform.Mail.Newest;
        await programme.ReplyAsync(report, ReadyAnswers.OutOfOffice(report.Ask, "fr"));

        Assert.Equal(ReportState.Open, (await programme.ReadAsync(report)).State);
        Assert.Equal(before, programme.Platform.Mail.Newest);
        Assert.Contains(
            await programme.AsideAsync(),
            mail =>
                mail.Verdict == nameof(Verdict.Ignore)
                && mail.Task is { } task
                && report.Ask.CustomArgs["delivery"].StartsWith(task.Value, StringComparison.Ordinal)
        );

        await programme.ReplyAsync(
            report,
            new InboundReply { Text = await programme.FullAnswerAsync(report), Program = MailProgram.Outlook }
        );
        Assert.Equal(ReportState.Submitted, (await programme.ReadAsync(report)).State);
        Assert.Single(programme.Of("Acknowledgement", report.Person.Email, before));
    }

    [Fact]
    public async Task The_same_reply_delivered_three_times_is_taken_and_acknowledged_once()
    {
        OpenReport report = programme.Take();
        long before = programme.Platform.Mail.Newest;
        string answer = await programme.FullAnswerAsync(report);
        var reply = new InboundReply
        {
            Text = answer,
            MessageId = "<once@customs.example>",
            Handover = new Handover(Times: 3),
        };
        await programme.ReplyAsync(report, reply);
        await programme.ReplyAsync(
            report,
            reply with
            {
                Handover = new Handover(),
                Headers = new Dictionary<string, string> { ["Received"] = "by another.example; in other wrapping" },
            }
        );

        ReportRecord after = await programme.ReadAsync(report);
        Assert.Single(after.Submissions);
        Assert.Single(programme.Of("Acknowledgement", report.Person.Email, before));
    }

    [Fact]
    public async Task Nothing_is_lost_while_the_webhook_answers_503_for_an_hour_after_a_key_was_rotated()
    {
        OpenReport report = programme.Take();
        programme.Platform.Mail.RotateInboundKey();

        Delivery delivery = await programme.ReplyAsync(report, new InboundReply { Text = await programme.FullAnswerAsync(report) });
        Assert.Equal(503, delivery.Attempts[^1].Status);
        await programme.Platform.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(ReportState.Open, (await programme.ReadAsync(report)).State);

        Harness.EachWorker.TakesKeyToo(programme.Platform, programme.Platform.Mail.InboundPublicKey);
        await programme.Platform.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.Equal(ReportState.Submitted, (await programme.ReadAsync(report)).State);
    }

    [Theory]
    [InlineData(Signing.Missing)]
    [InlineData(Signing.OtherKey)]
    [InlineData(Signing.OtherBody)]
    [InlineData(Signing.Garbage)]
    public async Task A_post_without_a_genuine_signature_is_answered_503_and_nothing_is_stored(Signing signing)
    {
        LocalMessage ask = programme.Of("QuarterlyTask")[0];
        int kept = (await programme.AsideAsync()).Count;
        var blobs = programme.Services.GetRequiredService<Azure.Storage.Blobs.BlobServiceClient>().GetBlobContainerClient("received-mail");
        int before = blobs.GetBlobs().Count();

        Delivery delivery = await programme.Platform.Mail.ReplyAsync(
            ask.Id,
            new InboundReply { Text = $"forged {signing}", Handover = new Handover(Signing: signing) }
        );

        Assert.Equal(503, delivery.Attempts[^1].Status);
        Assert.Equal(before, blobs.GetBlobs().Count());
        Assert.Equal(kept, (await programme.AsideAsync()).Count);
    }

    [Fact]
    public async Task A_reply_corrects_until_the_report_is_closed_and_after_that_a_person_is_told()
    {
        OpenReport report = programme.Take();
        string answer = await programme.FullAnswerAsync(report);
        string code = answer[..answer.IndexOf(':', StringComparison.Ordinal)];
        await programme.ReplyAsync(report, new InboundReply { Text = answer });
        await programme.ReplyAsync(report, new InboundReply { Text = $"{code}: 11" });
        Assert.Equal(11, (await programme.ReadAsync(report)).Entries[code].Value);

        using var decision = new HttpRequestMessage(HttpMethod.Post, $"api/plans/{report.Ref.Plan}/reports/{report.Ref.Period}/decision")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { approved = true }),
        };
        decision.Headers.Add("X-Local-Sign-In", "approver-one");
        using HttpResponseMessage decided = await programme.Http.SendAsync(decision);
        Assert.True(decided.IsSuccessStatusCode, await decided.Content.ReadAsStringAsync());
        await programme.Platform.Busy.QuietAsync();

        await programme.ReplyAsync(report, new InboundReply { Text = $"{code}: 99" });
        await programme.ReplyAsync(report, new InboundReply { Text = $"{code}: 98" });
        Assert.Equal(11, (await programme.ReadAsync(report)).Entries[code].Value);
        // told once, however many come: it could be a robot that nobody recognised
        Assert.Single(programme.Of("PassedOn", report.Ask.Recipient.Email));
        Assert.Contains(
            await programme.AsideAsync(),
            mail => mail is { Reason: TriageReasons.TaskClosed, State: QuarantineState.Waiting } && mail.Person == report.Person.Id
        );
    }

    [Fact]
    public async Task Of_two_coordinators_who_answer_at_once_one_hands_in_and_both_are_told()
    {
        OpenReport report = programme.Take();
        LocalMessage other = programme
            .Of("QuarterlyTask")
            .Single(mail => mail.CustomArgs["stream"] == report.Ask.CustomArgs["stream"] && mail.Recipient != report.Ask.Recipient);
        long before = programme.Platform.Mail.Newest;
        string answer = await programme.FullAnswerAsync(report);
        string code = answer[..answer.IndexOf(':', StringComparison.Ordinal)];
        string otherAnswer = $"{code}: 77\n{answer[(answer.IndexOf('\n', StringComparison.Ordinal) + 1)..]}";

        await Task.WhenAll(
            programme.Platform.Mail.ReplyAsync(report.Ask.Id, new InboundReply { Text = answer }),
            programme.Platform.Mail.ReplyAsync(other.Id, new InboundReply { Text = otherAnswer })
        );
        await programme.Platform.Busy.QuietAsync();

        ReportRecord after = await programme.ReadAsync(report);
        Assert.Single(after.Submissions);
        Assert.NotEmpty(programme.Of("Acknowledgement", report.Ask.Recipient.Email, before));
        Assert.NotEmpty(programme.Of("Acknowledgement", other.Recipient.Email, before));
        // whichever arrived later stands: it changes what a colleague answered, who hears of that; or it is taken first, and the other
        // hears that it came too late
        LocalMessage[] told =
        [
            .. programme.Of("Acknowledgement", null, before).Where(mail => mail.CustomArgs["stream"] == report.Ask.CustomArgs["stream"]),
        ];
        Assert.True(
            told.Length == 3
                || (
                    told.Length == 2
                    && told.Count(mail => mail.Text.Contains(AnswerLines.LaterStands.In(report.Person.Language), StringComparison.Ordinal))
                        == 1
                )
        );
    }

    [Fact]
    public async Task What_cannot_be_read_is_asked_back_twice_and_then_a_person_takes_over()
    {
        OpenReport report = programme.Take();
        long before = programme.Platform.Mail.Newest;
        for (int round = 1; round <= 3; round++)
        {
            await programme.ReplyAsync(report, new InboundReply { Text = $"About forty, I think ({round})." });
        }

        Assert.Equal(2, programme.Of("QuestionBack", report.Person.Email, before).Count);
        Assert.Contains(
            await programme.AsideAsync(),
            mail => mail is { Reason: TriageReasons.StillUnclear, State: QuarantineState.Waiting } && mail.Person == report.Person.Id
        );
    }

    [Fact]
    public async Task A_loop_with_another_robot_ends_after_one_message()
    {
        LocalMessage ask = programme.Of("QuarterlyTask")[^1];
        long before = programme.Platform.Mail.Newest;
        await programme.Platform.Mail.ReplyAsync(
            ask.Id,
            new InboundReply
            {
                Text = "Your message was received and has the number 4711.",
                Headers = new Dictionary<string, string> { ["Auto-Submitted"] = "auto-replied" },
            }
        );
        await programme.Platform.Mail.ReplyAsync(
            ask.Id,
            new InboundReply
            {
                Text = ask.Text,
                Headers = new Dictionary<string, string> { ["X-ACip-Delivery"] = ask.CustomArgs["delivery"] },
            }
        );
        await programme.Platform.Busy.QuietAsync();

        Assert.Equal(before, programme.Platform.Mail.Newest);
    }

    [Fact]
    public async Task A_robot_that_nobody_recognises_gets_one_word_back_to_a_comment_and_no_more()
    {
        OpenReport report = programme.Take();
        using var comment = new HttpRequestMessage(HttpMethod.Post, $"api/plans/{report.Ref.Plan}/reports/{report.Ref.Period}/comments")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { item = "", text = "How is this counted?" }),
        };
        comment.Headers.Add("X-Local-Sign-In", "officer-one");
        using HttpResponseMessage said = await programme.Http.SendAsync(comment);
        Assert.True(said.IsSuccessStatusCode, await said.Content.ReadAsStringAsync());
        await programme.Platform.Busy.QuietAsync();

        var answered = new HashSet<string>();
        for (int round = 0; round < 6; round++)
        {
            foreach (
                LocalMessage mail in programme
                    .Of("Commented", report.Person.Email)
                    .Where(one => one.CustomArgs["stream"] == report.Ask.CustomArgs["stream"] && answered.Add(one.Id))
                    .ToArray()
            )
            {
                await programme.Platform.Mail.ReplyAsync(
                    mail.Id,
                    new InboundReply { Text = $"Thank you for your message, it has the number {4711 + answered.Count}." }
                );
                await programme.Platform.Busy.QuietAsync();
            }
        }

        Assert.Equal(2, answered.Count);
        Assert.Equal(3, (await programme.CommentsAsync(report)).Count);
    }
}
