using ACip.Tests.Security.Harness;
using ACip.Workflows.Messaging.Received;

namespace ACip.Tests.Security.Attacks;

internal sealed class FloodOfForgedMails : IAttack
{
    private const string Phish = "Please pay at https://evil.example/now";

    private const int Forged = 12;

    public string Name => "Flood by forged mails";

    public string Tries =>
        "Forges a dozen mails of a coordinator and of a stranger, each with a link and an appeal, so that the programme sends them on";

    public string MustHold => "At most the daily number of mails follows, and none of them has a word or link of the attacker";

    public async Task TryAsync(Programme programme, Tally tally)
    {
        AskedReport report = programme.Take();
        string integrity = (await programme.Target.MustAsync("officer-one", HttpMethod.Get, "api/people/integrity-officer")).Json[
            "email"
        ]!.GetValue<string>();
        IReadOnlyList<string> before = await programme.Inbox.IdsAsync(report.Address),
            told = await programme.Inbox.IdsAsync(integrity);
        for (int time = 0; time < Forged; time++)
        {
            await programme.Mail.ForgeAsync(
                report.Address,
                report.Ask.ReplyTo,
                $"{report.Number}: {time}\nB1: n/a {Phish} {time}\n{Phish}"
            );
        }

        InboxMail[] sent = [.. await programme.Inbox.NewAsync(report.Address, before)];
        InboxMail[] confirm = [.. sent.Where(mail => mail.Kind == "ConfirmFirst")];
        Tally.Honest(confirm.Length > 0, "the person is asked whether the mail is theirs");
        tally.Try(
            confirm.Length <= MailLimit.OfASender,
            $"{Forged} forged mails made {confirm.Length} confirm mails, {MailLimit.OfASender} a day are allowed"
        );
        foreach (InboxMail mail in sent)
        {
            tally.Try(!Repeats(mail), $"a {mail.Kind} mail repeats what the attacker wrote");
        }

        for (int time = 0; time < Forged; time++)
        {
            await programme.Mail.SendAsync("stranger@elsewhere.example", report.Ask.ReplyTo, $"{report.Number}: {time} {Phish}");
        }

        InboxMail[] notices = [.. await programme.Inbox.NewAsync(integrity, told)];
        tally.Try(notices.Length <= MailLimit.OfASender * 2, $"{notices.Length} notices went to the integrity officer");
        foreach (InboxMail mail in notices)
        {
            tally.Try(!Repeats(mail), $"a {mail.Kind} mail to the integrity officer repeats what the attacker wrote");
        }

        tally.Try(await programme.FigureAsync(report) is null, "a forged figure was entered");
    }

    private static bool Repeats(InboxMail mail) =>
        mail.Page.Contains("evil.example", StringComparison.Ordinal) || mail.Page.Contains("Please pay", StringComparison.Ordinal);
}
