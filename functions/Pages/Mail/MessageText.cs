using System.Globalization;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.ReplyParsing;

namespace ACip.Functions.Pages.Mail;

/// <summary>Makes a stranger's message safe to display: text only, and nothing in it that can change the page around it.</summary>
internal static class MessageText
{
    private const int Longest = 50_000;

    public static string Of(InboundMessage message)
    {
        if (!string.IsNullOrWhiteSpace(message.Text))
        {
            return Sound(message.Text, true);
        }

        var read = ReplyText.Of(null, message.Html);
        return Sound(string.Join('\n', [read.Text, .. read.Quoted, .. read.Signature]), true);
    }

    public static string OneLine(string? text) =>
        Sound(text ?? "", false) is { Length: > 200 } sound ? sound[..200] : Sound(text ?? "", false);

    /// <summary>Without control signs and without those that reverse the direction of writing.</summary>
    private static string Sound(string text, bool lines)
    {
        string kept = string.Concat(
            text.ReplaceLineEndings("\n")
                .Take(Longest)
                .Where(c =>
                    (lines && c is '\n' or '\t')
                    || (
                        !char.IsControl(c)
                        && char.GetUnicodeCategory(c)
                            is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                    )
                )
        );
        return kept.Trim();
    }
}
