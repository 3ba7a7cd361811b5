using System.Net;
using System.Text.RegularExpressions;
using ACip.Tests.Scenarios.Mail;
using ACip.Tests.Security.Harness;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Security.Attacks;

internal sealed class GuessedLinks : IAttack
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    public string Name => "Guessed link tokens and codes";

    public string Tries =>
        "Opens made-up task and donor links and near misses of real ones; with a forwarded link, guesses the code that a new browser is asked for";

    public string MustHold => "Every guess is answered 404 and tells nothing; whoever has only the link hands nothing in";

    public async Task TryAsync(Programme programme, Tally tally)
    {
        AskedReport report = programme.Take();
        string real = report.Ask.Token!;
        Tally.Honest((await programme.Target.GetAsync(null, $"tasks/{real}")).Status == HttpStatusCode.OK, "the link of the mail");
        var random = new Random(1);
        string[] guesses =
        [
            .. Enumerable
                .Range(0, 40)
                .Select(_ => new string([.. Enumerable.Range(0, 26).Select(_ => Letters[random.Next(Letters.Length)])])),
            .. Enumerable.Range(0, 26).Select(at => $"{real[..at]}{(real[at] == 'a' ? 'b' : 'a')}{real[(at + 1)..]}"),
            real[..25],
            real + "a",
            ReplyToken(report),
            "%00",
            "..%2F..%2F",
            "%7B%7D",
            new('a', 2_000),
            $"{real}%00",
            $"{real}'",
        ];
        foreach (string guess in guesses)
        {
            foreach (string path in (string[])[$"tasks/{guess}", $"donor-links/{guess}"])
            {
                Seen seen = await programme.Target.GetAsync(null, path);
                tally.Try(
                    seen.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest
                        && !seen.Text.Contains(report.Plan, StringComparison.Ordinal)
                        && !seen.TellsHowItIsBuilt,
                    $"GET /{path[..Math.Min(60, path.Length)]} answered {(int)seen.Status}"
                );
            }
        }

        await GuessCodeAsync(programme, tally, report);
    }

    private static async Task GuessCodeAsync(Programme programme, Tally tally, AskedReport report)
    {
        IReadOnlyList<string> before = await programme.Inbox.IdsAsync(report.Address);
        var colleague = new Browser(programme.Target.Http, $"/tasks/{report.Ask.Token}");
        await colleague.OpenAsync();
        await colleague.PostAsync([
            .. report
                .Items.Where(ReportItems.IsFigure)
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
                )),
            new("act", "submit"),
        ]);
        await programme.Target.QuietAsync();
        InboxMail? mailed = (await programme.Inbox.NewAsync(report.Address, before)).FirstOrDefault(mail => mail.Kind == "OneTimeCode");
        Tally.Honest(mailed is not null, "a code is mailed to the registered address");
        string code = Regex.Match(mailed!.Text, @"\b[0-9]{6}\b").Value;
        for (int guess = 0; guess < 12; guess++)
        {
            string wrong = $"{guess:D6}" == code ? "999999" : $"{guess:D6}";
            await colleague.PostAsync([new("code", wrong), new("act", "code")]);
            tally.Try(await programme.StateAsync(report) == "Open" && !colleague.HasCookies, $"guess {guess + 1} handed the report in");
        }
    }

    /// <summary>What is in the address that replies go to opens no page.</summary>
    private static string ReplyToken(AskedReport report) =>
        report.Ask.ReplyTo[
            (report.Ask.ReplyTo.IndexOf('+', StringComparison.Ordinal) + 1)..report.Ask.ReplyTo.IndexOf('@', StringComparison.Ordinal)
        ];
}
