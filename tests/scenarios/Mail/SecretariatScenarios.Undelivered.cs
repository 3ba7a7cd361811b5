using ACip.Local.Mail;
using ACip.Workflows.Messaging.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>Mail that did not reach anybody.</summary>
public sealed partial class SecretariatScenarios
{
    [Fact]
    public async Task A_bounce_is_told_to_the_officers_once()
    {
        OpenReport report = programme.Take();
        programme.Platform.Mail.SetBehaviour(report.Person.Email, RecipientBehaviour.Bounce);
        long before = programme.Platform.Mail.Newest;
        await programme.ReplyAsync(report, new InboundReply { Text = "B1?" });

        Assert.Single(programme.Of("Bounced", "officer.one@acip-secretariat.example", before));
        LocalMessage notice = programme.Of("Bounced", "officer.one@acip-secretariat.example", before)[0];
        Assert.Contains(report.Person.Name, notice.Text, StringComparison.Ordinal);
        LocalMessage bounced = programme.Of("QuestionBack", report.Person.Email, before)[0];
        await programme.Platform.Mail.ReportAsync(bounced.Id, "bounce");
        await programme.Platform.Busy.QuietAsync();
        Assert.Single(programme.Of("Bounced", "officer.one@acip-secretariat.example", before));
    }

    [Fact]
    public async Task A_mail_of_which_nothing_is_heard_is_sent_once_more_with_the_same_message_id()
    {
        OpenReport report = programme.Take();
        programme.Platform.Mail.SetBehaviour(report.Person.Email, RecipientBehaviour.Silent);
        long before = programme.Platform.Mail.Newest;
        await programme.ReplyAsync(report, new InboundReply { Text = "Which of them?" });
        LocalMessage first = Assert.Single(programme.Of("QuestionBack", report.Person.Email, before));

        var check = programme.Services.GetRequiredService<OutboxCheck>();
        await programme.Platform.AdvanceAsync(TimeSpan.FromHours(25));
        await check.RunAsync(programme.Platform.Workflows, CancellationToken.None);
        await programme.Platform.AdvanceAsync(TimeSpan.FromHours(50));
        await check.RunAsync(programme.Platform.Workflows, CancellationToken.None);
        await programme.Platform.Busy.QuietAsync();

        IReadOnlyList<LocalMessage> both = programme.Of("QuestionBack", report.Person.Email, before);
        Assert.Equal(2, both.Count);
        Assert.Equal(first.MessageId, both[1].MessageId);
        Assert.Equal(first.ReplyTo[0], both[1].ReplyTo[0]);
    }
}
