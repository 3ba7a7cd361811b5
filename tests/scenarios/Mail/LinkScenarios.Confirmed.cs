using System.Net;
using ACip.Local.Mail;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.QuarterlyReports;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>What a link confirms that a mail alone does not prove.</summary>
public sealed partial class LinkScenarios
{
    [Fact]
    public async Task An_answer_whose_domain_proves_nothing_counts_once_it_is_confirmed_by_link()
    {
        OpenReport report = programme.Take();
        long before = programme.Platform.Mail.Newest;
        await programme.ReplyAsync(
            report,
            new InboundReply
            {
                Text = await programme.FullAnswerAsync(report),
                Spf = "none",
                Dkim = "none",
            }
        );
        Assert.Empty((await programme.ReadAsync(report)).Entries);

        LocalMessage mail = Assert.Single(programme.Of("ConfirmFirst", report.Person.Email, before));
        var browser = new Browser(programme.Http, OpenReports.LinkIn(mail));
        await browser.OpenAsync();
        Assert.Empty((await programme.ReadAsync(report)).Entries);
        await browser.PostAsync([]);
        await programme.Platform.Busy.QuietAsync();

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal(ReportState.Submitted, (await programme.ReadAsync(report)).State);
        Assert.Single(programme.Of("Acknowledgement", report.Person.Email, before));
    }

    [Fact]
    public async Task Who_holds_a_forwarded_task_mail_cannot_confirm_what_he_wrote_in_the_coordinators_name()
    {
        OpenReport report = programme.Take();
        long before = programme.Platform.Mail.Newest;
        await programme.ReplyAsync(
            report,
            new InboundReply
            {
                Text = await programme.FullAnswerAsync(report),
                Spf = "none",
                Dkim = "none",
            }
        );
        LocalMessage mail = Assert.Single(programme.Of("ConfirmFirst", report.Person.Email, before));
        string key = Assert
            .Single(await programme.AsideAsync(), one => one.Person == report.Person.Id && one.Verdict == nameof(Verdict.ConfirmFirst))
            .MessageKey;

        // all that the forwarded mail and the forger's own message tell
        string known = $"{OpenReports.LinkIn(report.Ask)}/confirm/{key}";
        string right = OpenReports.LinkIn(mail)[(known.Length + 1)..];
        foreach (
            string guess in new[] { known, $"{known}/", $"{known}/{new string('0', 32)}", $"{known}/{key[..32]}", $"{known}/{right[..31]}" }
        )
        {
            var forger = new Browser(programme.Http, guess);
            await forger.OpenAsync();
            Assert.Equal(HttpStatusCode.NotFound, forger.Status);
            await forger.PostAsync([]);
            Assert.NotEqual(HttpStatusCode.OK, forger.Status);
        }

        await programme.Platform.Busy.QuietAsync();
        Assert.Empty((await programme.ReadAsync(report)).Entries);
        Assert.DoesNotContain(
            right,
            (
                await programme.Table.FindAsync<OutgoingMail>(
                    report.Ref.Stream,
                    OutgoingMail.RowKey(mail.CustomArgs["delivery"]),
                    CancellationToken.None
                )
            )!
                .Value
                .Text,
            StringComparison.Ordinal
        );
    }
}
