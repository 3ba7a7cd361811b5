using System.Net;
using ACip.Local.Mail;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.QuarterlyReports.Restatements;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Scenarios.Mail.Robustness;

/// <summary>A mail that lay on the way, or waited out a fault, does not undo what was said after it.</summary>
[Collection(RobustMailCollection.Name)]
public sealed class OrderOfArrivalScenarios(OpenReports programme)
{
    /// <summary>Refused at first and handed over later, as by a mail service that tries again; it came in when it was sent.</summary>
    private static readonly Handover Delayed = new(Late: TimeSpan.FromHours(2));

    [Fact]
    public async Task An_older_mail_that_is_handed_over_later_does_not_overwrite_the_newer_and_its_sender_is_told()
    {
        OpenReport report = programme.Take(Language.En);
        string answer = await programme.FullAnswerAsync(report);
        string code = answer[..answer.IndexOf(':', StringComparison.Ordinal)];
        await programme.ReplyAsync(report, new InboundReply { Text = answer });
        await programme.ReplyAsync(report, new InboundReply { Text = $"{code}: 88", Handover = Delayed });
        await programme.Platform.AdvanceAsync(TimeSpan.FromMinutes(30));
        await programme.ReplyAsync(report, new InboundReply { Text = $"{code}: 128" });
        long before = programme.Platform.Mail.Newest;

        await programme.Platform.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(128, (await programme.ReadAsync(report)).Entries[code].Value);
        LocalMessage told = Assert.Single(programme.Of("Acknowledgement", report.Person.Email, before));
        Assert.Contains("A later answer to this has been received", told.Text, StringComparison.Ordinal);
        Assert.Contains($"{code}: 88", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_answer_that_is_confirmed_later_does_not_overwrite_the_newer()
    {
        OpenReport report = programme.Take();
        string answer = await programme.FullAnswerAsync(report);
        string code = answer[..answer.IndexOf(':', StringComparison.Ordinal)];
        LocalMessage older = await AskedToConfirmAsync(report, answer);
        await programme.Platform.AdvanceAsync(TimeSpan.FromMinutes(5));
        LocalMessage newer = await AskedToConfirmAsync(
            report,
            $"{code}: 77\n{answer[(answer.IndexOf('\n', StringComparison.Ordinal) + 1)..]}"
        );

        await ConfirmAsync(newer);
        await ConfirmAsync(older);

        Assert.Equal(77, (await programme.ReadAsync(report)).Entries[code].Value);
    }

    [Fact]
    public async Task What_an_officer_takes_as_an_answer_counts_as_of_when_it_came()
    {
        OpenReport report = programme.Take();
        string answer = await programme.FullAnswerAsync(report);
        string code = answer[..answer.IndexOf(':', StringComparison.Ordinal)];
        await programme.ReplyAsync(report, new InboundReply { Text = $"{code}: 5", From = new MailAddress("private@webmail.example") });
        await programme.Platform.AdvanceAsync(TimeSpan.FromMinutes(5));
        await programme.ReplyAsync(report, new InboundReply { Text = $"{code}: 6" });
        ReceivedMail aside = (await programme.AsideAsync()).First(mail =>
            mail.TaskStream == report.Ref.Stream && mail.State == QuarantineState.Waiting
        );

        (CommandResult result, _) = await programme
            .Services.GetRequiredService<QuarantineService>()
            .TreatAsAnswerAsync(aside.MessageKey, report.Person.Id, null, new PersonId("officer-one"), CancellationToken.None);

        Assert.Equal("later-answer-stands", Assert.IsType<CommandResult.Refused>(result).Rule);
        Assert.Equal(6, (await programme.ReadAsync(report)).Entries[code].Value);
    }

    [Fact]
    public async Task Findings_of_a_review_that_came_in_before_others_do_not_replace_them()
    {
        OpenReport report = programme.Take(Language.En);
        var reviews = programme.Services.GetRequiredService<PlanEvaluationService>();
        DateOnly due = DateOnly.FromDateTime(programme.Platform.Clock.GetUtcNow().UtcDateTime).AddDays(30);
        (_, PlanReviewRef? begun) = await reviews.OpenAsync(
            report.Ref.Plan,
            PlanReviewKind.MidTerm,
            due,
            new PersonId("officer-one"),
            CancellationToken.None
        );
        await programme.Platform.Workflows.BeginAsync(begun, CancellationToken.None);
        await programme.Platform.AdvanceAsync(TimeSpan.FromDays(4));
        LocalMessage ask = programme.Of("PlanReviewTask", report.Person.Email)[^1];
        await programme.Platform.Mail.ReplyAsync(ask.Id, new InboundReply { Text = "All is well.", Handover = Delayed });
        await programme.Platform.AdvanceAsync(TimeSpan.FromMinutes(30));
        await programme.Platform.Mail.ReplyAsync(ask.Id, new InboundReply { Text = "Two benchmarks are late, for want of staff." });
        await programme.Platform.Busy.QuietAsync();
        long before = programme.Platform.Mail.Newest;

        await programme.Platform.AdvanceAsync(TimeSpan.FromHours(2));

        PlanRecord plan = (await PlanRows.FindAsync(programme.Table, report.Ref.Plan, CancellationToken.None))!.Value;
        Assert.Equal("Two benchmarks are late, for want of staff.", plan.Reviews[^1].Findings!.Text);
        Assert.Contains(
            "A later answer to this has been received",
            Assert.Single(programme.Of("Acknowledgement", report.Person.Email, before)).Text,
            StringComparison.Ordinal
        );
    }

    private async Task<LocalMessage> AskedToConfirmAsync(OpenReport report, string text)
    {
        long before = programme.Platform.Mail.Newest;
        await programme.ReplyAsync(
            report,
            new InboundReply
            {
                Text = text,
                Spf = "none",
                Dkim = "none",
            }
        );
        return Assert.Single(programme.Of("ConfirmFirst", report.Person.Email, before));
    }

    private async Task ConfirmAsync(LocalMessage mail)
    {
        var browser = new Browser(programme.Http, OpenReports.LinkIn(mail));
        await browser.OpenAsync();
        await browser.PostAsync([]);
        await programme.Platform.Busy.QuietAsync();
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }
}
