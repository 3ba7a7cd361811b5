using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>Renders a mail: subject, plain text, light HTML and headers, in the recipient's language and time zone.</summary>
public static class MailRendering
{
    // letters of every script as they are: a mail of entities is twice as long, and no reviewer can read it
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    /// <summary>Renders the mail. The same content and frame give the same mail, byte for byte, on every machine.</summary>
    /// <remarks>Needs no web host. Reads no clock and no file.</remarks>
    public static async Task<MailMessage> RenderAsync(MailContent content, MailFrame frame)
    {
        Person to = frame.To;
        Wording say = Wording.For(to.Language, frame.TimeZone, frame.Contact);
        Letter letter = WithWords(Compose(content, say), content.PassedFor, say);
        string about = letter.Subject;
        letter = letter with { Subject = $"[A-CIP] {OneLine(letter.Subject)}" };
        string greeting = say.In(Texts.Greeting(OneLine(to.Name)));
        return new MailMessage(
            frame.DeliveryId,
            content.Kind,
            to.Id,
            OneLine(to.Name),
            to.Email,
            to.Language,
            frame.ReplyTo,
            letter.Subject,
            PlainText.Write(letter, greeting, frame.Fictional, say),
            await HtmlAsync(letter, greeting, frame, say),
            MailHeaderLines.Of(frame),
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["delivery"] = frame.DeliveryId,
                ["kind"] = content.Kind.ToString(),
            },
            frame.Attachments ?? []
        )
        {
            InShort = Short(letter, about),
        };
    }

    /// <summary>After the first paragraph, which says what it is about.</summary>
    private static Letter WithWords(Letter letter, string? words, Wording say) =>
        words is null
            ? letter
            : letter with
            {
                Blocks = [letter.Blocks[0], new Block.Paragraph(say.In(Texts.PassedToYou(words))), .. letter.Blocks.Skip(1)],
            };

    private static DigestLine Short(Letter letter, string subject) =>
        new(OneLine(subject), letter.InShort, letter.Blocks.OfType<Block.Action>().FirstOrDefault()?.Link.AbsoluteUri);

    private static Letter Compose(MailContent content, Wording say) =>
        content switch
        {
            DraftingTask task => TaskLetters.Of(task, say),
            QuarterlyTask task => TaskLetters.Of(task, say),
            PlanReviewTask task => TaskLetters.Of(task, say),
            Asking asking => TaskLetters.Of(asking, say),
            Reminder reminder => TaskLetters.Of(reminder, say),
            Escalation escalation => TaskLetters.Of(escalation, say),
            ReviewTask task => TaskLetters.Of(task, say),
            PlanHandedIn plan => PlanLetters.Of(plan, say),
            PlanSaved plan => PlanLetters.Of(plan, say),
            PlanQuestion plan => PlanLetters.Of(plan, say),
            FindingsTaken findings => PlanLetters.Of(findings, say),
            Acknowledgement received => AnswerLetters.Of(received, say),
            QuestionBack question => AnswerLetters.Of(question, say),
            ConfirmFirst confirm => AnswerLetters.Of(confirm, say),
            ReportReturned returned => AnswerLetters.Of(returned, say),
            ReportAccepted accepted => AnswerLetters.Of(accepted, say),
            DonorReportIssued issued => NoticeLetters.Of(issued, say),
            OneTimeCode code => NoticeLetters.Of(code, say),
            NeedsPerson message => NoticeLetters.Of(message, say),
            PassedOn message => NoticeLetters.Of(message, say),
            Bounced bounced => NoticeLetters.Of(bounced, say),
            Suppressed suppressed => NoticeLetters.Of(suppressed, say),
            Commented comment => NoticeLetters.Of(comment, say),
            NobodyDecides matter => SecretariatLetters.Of(matter, say),
            RecordsUnreadable unreadable => SecretariatLetters.Of(unreadable, say),
            RolesChanged changed => RoleLetters.Of(changed, say),
            Notice notice => NoticeLetters.Of(notice, say),
            Digest digest => NoticeLetters.Of(digest, say),
            _ => throw new ArgumentOutOfRangeException(nameof(content), content.Kind, "A mail without a letter."),
        };

    private static async Task<string> HtmlAsync(Letter letter, string greeting, MailFrame frame, Wording say)
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        string html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(
                new Dictionary<string, object?>
                {
                    [nameof(MailPage.Letter)] = letter,
                    [nameof(MailPage.Language)] = say.Language,
                    [nameof(MailPage.Greeting)] = greeting,
                    [nameof(MailPage.Fictional)] = frame.Fictional,
                    [nameof(MailPage.Contact)] = frame.Contact,
                }
            );
            return (await renderer.RenderComponentAsync<MailPage>(parameters)).ToHtmlString();
        });
        html = html.ReplaceLineEndings("\n");
        return say.Language.Culture.Firm(html);
    }

    /// <summary>Removes line ends from subjects and names that people typed, because a line end would start another header.</summary>
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (string word in text.Split(null as char[], StringSplitOptions.RemoveEmptyEntries))
        {
            line.Append(line.Length > 0 ? " " : "").Append(string.Concat(word.Where(c => !char.IsControl(c))));
        }

        return line.ToString();
    }
}
