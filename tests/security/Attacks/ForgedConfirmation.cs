using System.Net;
using ACip.Tests.Scenarios.Mail;
using ACip.Tests.Security.Harness;

namespace ACip.Tests.Security.Attacks;

internal sealed class ForgedConfirmation : IAttack
{
    public string Name => "Forged confirmation";

    public string Tries =>
        "Writes figures in a coordinator's name from a domain that proves nothing, and confirms them by wrong, foreign, guessed and used links; posts mail that the mail service did not sign";

    public string MustHold =>
        "No figure is entered until the person confirms by the link that went to the registered address; a used link enters nothing again";

    public async Task TryAsync(Programme programme, Tally tally)
    {
        AskedReport report = programme.Take(),
            other = programme.Take();
        await ProveNothingAsync(programme, tally, programme.Take(), other);
        IReadOnlyList<string> before = await programme.Inbox.IdsAsync(report.Address);
        await programme.Mail.ForgeAsync(report.Address, report.Ask.ReplyTo, $"{report.Number}: 7");
        InboxMail confirm =
            (await programme.Inbox.NewAsync(report.Address, before)).FirstOrDefault(mail => mail.Kind == "ConfirmFirst")
            ?? throw new InvalidOperationException("Who is named as the sender was not asked whether the mail is theirs.");
        string[] link = confirm.Link!.Split('/'); // tasks, token, confirm, key, secret
        foreach (string guess in Guesses(link, other))
        {
            var forger = new Browser(programme.Target.Http, "/" + guess);
            await forger.OpenAsync();
            tally.Try(forger.Status == HttpStatusCode.NotFound, $"GET /{guess} answered {(int)forger.Status}");
            await forger.PostAsync([]);
            tally.Try(forger.Status != HttpStatusCode.OK, $"POST /{guess} answered {(int)forger.Status}");
        }

        await NothingAsync(programme, tally, report, "after wrong links");
        var person = new Browser(programme.Target.Http, "/" + confirm.Link);
        await person.OpenAsync();
        await NothingAsync(programme, tally, report, "by opening the link alone, as mail scanners do");
        await person.PostAsync([new("csrf", new string('0', 32))]);
        await NothingAsync(programme, tally, report, "by a form that was not given");
        await person.OpenAsync();
        await person.PostAsync([]);
        await programme.Target.QuietAsync();
        Tally.Honest(await programme.FigureAsync(report) == 7, "the person's own confirmation");
        await UseAgainAsync(programme, tally, report, person);
    }

    private static IEnumerable<string> Guesses(string[] link, AskedReport other)
    {
        (string token, string key, string secret) = (link[1], link[3], link[4]);
        string wrong = (secret[0] == '0' ? '1' : '0') + secret[1..];
        return
        [
            $"tasks/{token}/confirm/{key}/{wrong}",
            $"tasks/{token}/confirm/{key}/{secret[..31]}",
            $"tasks/{token}/confirm/{key}/{new string('0', 32)}",
            $"tasks/{token}/confirm/{key}/{key[..32]}",
            $"tasks/{token}/confirm/{new string('0', 64)}/{secret}",
            $"tasks/{other.Ask.Token}/confirm/{key}/{secret}", // another person's link, and another stream's
            $"tasks/{new string('a', 26)}/confirm/{key}/{secret}",
        ];
    }

    private static async Task ProveNothingAsync(Programme programme, Tally tally, AskedReport report, AskedReport other)
    {
        string text = $"{report.Number}: 66",
            domain = report.Address[(report.Address.IndexOf('@', StringComparison.Ordinal) + 1)..];
        (string What, string To, (string, string)[] Fields)[] unproven =
        [
            ("signed by another domain", report.Ask.ReplyTo, [("SPF", "fail"), ("dkim", "{@elsewhere.example : pass}")]),
            ("a domain that only ends alike", report.Ask.ReplyTo, [("SPF", "softfail"), ("dkim", $"{{@evil{domain} : pass}}")]),
            (
                "SPF of another envelope",
                report.Ask.ReplyTo,
                [("SPF", "pass"), ("dkim", "none"), ("envelope", $$"""{"to":["{{report.Ask.ReplyTo}}"],"from":"x@elsewhere.example"}""")]
            ),
            ("another signature that failed", report.Ask.ReplyTo, [("SPF", "none"), ("dkim", $"{{@{domain} : fail}}")]),
            ("a changed token", Changed(report.Ask.ReplyTo), []),
            (
                "two senders",
                report.Ask.ReplyTo,
                [
                    (
                        "headers",
                        $"From: {report.Address}\nFrom: x@elsewhere.example\nTo: {report.Ask.ReplyTo}\nSubject: Re: figures\nMessage-ID: <{Guid.NewGuid():N}@{domain}>\n"
                    ),
                    ("SPF", "pass"),
                    ("dkim", "{@elsewhere.example : pass}"),
                ]
            ),
        ];
        foreach ((string what, string to, (string, string)[] fields) in unproven)
        {
            HttpStatusCode status = await programme.Mail.SendAsync(report.Address, to, text, fields);
            tally.Try(
                status == HttpStatusCode.OK && await programme.FigureAsync(report) is null,
                $"{what}: {(int)status}, and the figure is {await programme.FigureAsync(report)}"
            );
        }

        // whoever is registered, with the address that another was asked to reply to
        await programme.Mail.SendAsync(report.Address, other.Ask.ReplyTo, $"{other.Number}: 66");
        tally.Try(await programme.FigureAsync(other) is null, $"a coordinator answered for {other.Plan}");
        using var unsigned = new MultipartFormDataContent
        {
            { new StringContent(text), "text" },
            { new StringContent(report.Address), "from" },
        };
        Seen refused = await programme.Target.PostAsync(null, "api/mail/inbound", unsigned);
        tally.Try(refused.Status == HttpStatusCode.ServiceUnavailable, $"an unsigned post: {refused}");
        await NothingAsync(programme, tally, report, "after mail that nobody signed");
    }

    private static async Task UseAgainAsync(Programme programme, Tally tally, AskedReport report, Browser person)
    {
        Tally.Honest(
            (await programme.CorrectAsync(report.Coordinator, report, 9)).Status == HttpStatusCode.OK,
            "the coordinator's correction"
        );
        await person.OpenAsync();
        await person.PostAsync([]);
        await programme.Target.QuietAsync();
        tally.Try(await programme.FigureAsync(report) == 9, $"the used link made it {await programme.FigureAsync(report)} again");
    }

    private static async Task NothingAsync(Programme programme, Tally tally, AskedReport report, string when)
    {
        await programme.Target.QuietAsync();
        decimal? figure = await programme.FigureAsync(report);
        tally.Try(figure is null, $"{figure} was entered {when}");
    }

    /// <summary>One character of the token is another.</summary>
    private static string Changed(string replyTo)
    {
        int at = replyTo.IndexOf('+', StringComparison.Ordinal) + 1;
        return $"{replyTo[..at]}{(replyTo[at] == 'a' ? 'b' : 'a')}{replyTo[(at + 1)..]}";
    }
}
