using System.Net;

namespace ACip.Local.Mail.Replies;

/// <summary>Puts what a person typed above the message that it answers, as four mail programs do.</summary>
internal static class Quotation
{
    public static string Text(LocalMessage message, InboundReply reply)
    {
        string typed = Lines(reply.Text).TrimEnd('\n');
        string quoted = Lines(reply.QuotedText ?? message.Text).TrimEnd('\n');
        return reply.Program switch
        {
            MailProgram.Gmail =>
                $"{typed}\n\n{Wrap(MailWords.Gmail(reply.Language, message.AcceptedAt, message.From))}\n\n{Prefixed(quoted)}\n",
            MailProgram.AppleMail =>
                $"{typed}\n\n> {MailWords.Apple(reply.Language, message.AcceptedAt, message.From)}\n> \n{Prefixed(quoted)}\n\n",
            MailProgram.Outlook =>
                $"{typed}\n\n________________________________\n{string.Join('\n', OutlookHead(message, reply.Language).Select(line => $"{line.Label}: {line.Value}"))}\n\n{quoted}\n",
            _ => typed.Length == 0 ? "" : typed + "\n",
        };
    }

    /// <returns>Null where the program sends no HTML and none was given.</returns>
    public static string? Html(LocalMessage message, InboundReply reply)
    {
        if (reply.Program == MailProgram.Plain)
        {
            return reply.Html;
        }

        string typed = reply.Html ?? Paragraphs(reply.Text, reply.Program);
        string quoted = reply.QuotedText is null
            ? message.Html ?? Paragraphs(message.Text, reply.Program)
            : Paragraphs(reply.QuotedText, reply.Program);
        return reply.Program switch
        {
            MailProgram.Gmail =>
                $"<div dir=\"ltr\">{typed}</div><br><div class=\"gmail_quote gmail_quote_container\"><div dir=\"ltr\" class=\"gmail_attr\">{Encode(MailWords.Gmail(reply.Language, message.AcceptedAt, message.From))}<br></div><blockquote class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex\">{quoted}</blockquote></div>\n",
            MailProgram.AppleMail =>
                $"<html><head><meta http-equiv=\"content-type\" content=\"text/html; charset={reply.Charset.ToLowerInvariant()}\"></head><body style=\"overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;\">{typed}<br id=\"lineBreakAtBeginningOfMessage\"><div><br><blockquote type=\"cite\"><div>{Encode(MailWords.Apple(reply.Language, message.AcceptedAt, message.From))}</div><br class=\"Apple-interchange-newline\"><div>{quoted}</div></blockquote></div><br></body></html>",
            _ =>
                $"<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={reply.Charset.ToLowerInvariant()}\"><meta name=\"Generator\" content=\"Microsoft Word 15 (filtered medium)\"></head><body lang=\"{reply.Language}\"><div class=\"WordSection1\">{typed}<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p><div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm\"><p class=\"MsoNormal\">{string.Join("<br>\r\n", OutlookHead(message, reply.Language).Select(line => $"<b>{Encode(line.Label)}:</b> {Encode(line.Value)}"))}<o:p></o:p></p></div><p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p>{quoted}</div></body></html>",
        };
    }

    /// <summary>The text with each line marked as quoted.</summary>
    public static string Prefixed(string text) =>
        string.Join(
            '\n',
            Lines(text)
                .Split('\n')
                .Select(line =>
                    line.Length == 0 ? ">"
                    : line[0] == '>' ? $">{line}"
                    : $"> {line}"
                )
        );

    private static IEnumerable<(string Label, string Value)> OutlookHead(LocalMessage message, string language)
    {
        MailWords words = MailWords.In(language);
        string space = language == "fr" ? " " : "";
        yield return (words.From + space, message.From.ToString());
        yield return (words.Sent + space, MailWords.Outlook(language, message.AcceptedAt));
        yield return (words.To + space, string.Join("; ", message.To));
        yield return (words.Subject + space, message.Subject);
    }

    private static string Paragraphs(string text, MailProgram program)
    {
        IEnumerable<string> lines = Lines(text).TrimEnd('\n').Split('\n').Select(Encode);
        return program == MailProgram.Outlook
            ? string.Concat(lines.Select(line => $"<p class=\"MsoNormal\">{(line.Length == 0 ? "&nbsp;" : line)}<o:p></o:p></p>\r\n"))
            : string.Concat(lines.Select(line => $"<div>{(line.Length == 0 ? "<br>" : line)}</div>"));
    }

    // Gmail breaks the line above its quotation like any other, which hides it from whoever looks for it whole
    private static string Wrap(string line)
    {
        int at = line.Length > 78 ? line.LastIndexOf(' ', 78) : -1;
        return at < 0 ? line : $"{line[..at]}\n{Wrap(line[(at + 1)..])}";
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
