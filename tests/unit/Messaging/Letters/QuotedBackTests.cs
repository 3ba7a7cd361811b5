using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.Messaging.Letters;

/// <summary>Every mail of ours comes back quoted, in whole or wrapped anew. Nothing in it may count as an answer.</summary>
public sealed class QuotedBackTests
{
    [Theory]
    [InlineData("en", "Thank you, I will answer tomorrow.")]
    [InlineData("fr", "Merci, je répondrai demain.")]
    [InlineData("es", "Gracias, responderé mañana.")]
    public async Task Our_own_words_are_never_an_answer(Language language, string words)
    {
        foreach ((string name, MailContent content) in Samples.All(language))
        {
            MailMessage mail = await MailRendering.RenderAsync(content, Samples.Frame(language));
            foreach ((string how, string? text, string? html) in Replies(words, mail))
            {
                ParsedReply reading = ReplyReader.Read(
                    ReplyText.Of(text, html),
                    name == "report-returned" ? Samples.FilledItems(language) : Items,
                    language
                );
                Assert.True(
                    reading.Figures.Count == 0,
                    $"{name}, {how}: {string.Join(' ', reading.Figures.Select(figure => figure.Line))}"
                );
                Assert.True(reading.Command is null, $"{name}, {how}: {reading.Command}");
            }
        }
    }

    private static FormItem[] Items =>
        [
            new("B3", FormItemKind.Number, "Officers trained in integrity", "officers", ["women", "men"]),
            new("B4", FormItemKind.Percentage, "Share of declarations checked by risk"),
            new("B5", FormItemKind.Number, "Something else"),
        ];

    private static IEnumerable<(string How, string? Text, string? Html)> Replies(string words, MailMessage mail)
    {
        string from = $"A-CIP Programme <{mail.ReplyTo}>";
        yield return ("marked", $"{words}\n\nOn Mon, 12 Oct 2026 at 09:15, {from} wrote:\n\n{Marked(mail.Text.Split('\n'))}", null);
        yield return (
            "marked and wrapped",
            $"{words}\n\nOn Mon, 12 Oct 2026 at 09:15, {from} wrote:\n\n{Marked(mail.Text.Split('\n').SelectMany(Wrapped))}",
            null
        );
        yield return (
            "below a header",
            $"{words}\n\n-----Original Message-----\nFrom: {from}\nSent: Monday, October 12, 2026 9:15 AM\nTo: {mail.ToName}\nSubject: {mail.Subject}\n\n{mail.Text}",
            null
        );
        yield return (
            "in HTML",
            null,
            $"<div dir=\"ltr\">{words}</div><br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">On Mon, 12 Oct 2026 at 09:15, A-CIP wrote:<br></div><blockquote class=\"gmail_quote\">{mail.Html}</blockquote></div>"
        );
    }

    private static string Marked(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => "> " + line));

    private static IEnumerable<string> Wrapped(string line)
    {
        string rest = "";
        foreach (string word in line.Split(' '))
        {
            if (rest.Length + word.Length > 40)
            {
                yield return rest;
                rest = "";
            }

            rest += rest.Length > 0 ? $" {word}" : word;
        }

        yield return rest;
    }
}
