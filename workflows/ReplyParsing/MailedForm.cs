using System.Text;
using ACip.Workflows.Languages;

namespace ACip.Workflows.ReplyParsing;

/// <summary>Writes the form in a task mail: one slot for each answer, a code and brackets, such as <c>B3: [ ]</c>. It stands beside what
/// reads replies, so that both know the same form; a mail takes it as a MailForm (Messaging/Letters).</summary>
/// <remarks>Only what is between the brackets (or directly after empty ones) is read back, so that text printed by the form is never an
/// answer, wherever a mail program moves it. A bracket that is not closed shows that a line was cut. Labels lose their own
/// brackets.</remarks>
public static class MailedForm
{
    private const int Width = 68;

    private static readonly Text Intro = Texts.WriteEachAnswerBetweenBracketsNo;

    private static readonly Text FilledIntro = Texts.YourEarlierAnswersFilledChangeWhat;

    private static readonly Text LinkOnly = Texts.ConfidentialAnswerThroughLinkOnly;

    private static readonly Text ReachedIntro = Texts.ReachedBeforeNotAskedAgainIf;

    /// <summary>The form in plain text; no line over 72 characters but for long codes and filled brackets, lines ended by \n.</summary>
    public static string Write(IReadOnlyList<FormItem> items, Language language)
    {
        StringBuilder form = new();
        Wrap(form, PrintedIntro(items, language), "");
        foreach (FormItem item in items.Where(item => item.Context.Reached is null))
        {
            form.Append('\n');
            Wrap(form, $"({item.Code}) {(item.Sensitive ? LinkOnly.In(language) : Tidy(item.Label))}", "");
            if (item.Sensitive)
            {
                continue;
            }

            foreach (string line in FormHint.Lines(item, language))
            {
                Wrap(form, Tidy(line), "    ");
            }

            foreach ((string slot, string filled) in Slots(item, language))
            {
                form.Append(slot).Append(": [").Append(filled.Length > 0 ? filled : "            ").Append("]\n");
            }
        }

        if (items.Any(item => item.Context.Reached is not null))
        {
            form.Append('\n');
            Wrap(form, ReachedIntro.In(language), "");
            foreach (FormItem item in items.Where(item => item.Context.Reached is not null))
            {
                Wrap(form, $"({item.Code}) {Tidy(item.Label)}", "");
                Wrap(form, language.Parts(FormHint.Lines(item, language)), "    ");
            }
        }

        return form.ToString();
    }

    /// <summary>The same form as HTML, escaped, to stand in the body of a mail: one column, which a telephone shows whole.</summary>
    public static string Html(IReadOnlyList<FormItem> items, Language language)
    {
        StringBuilder form = new();
        form.Append("<p>")
            .Append(Escaped(PrintedIntro(items, language)))
            .Append("</p>\n<table cellpadding=\"6\" cellspacing=\"0\" style=\"border-collapse:collapse;width:100%\">\n");
        foreach (FormItem item in items.Where(item => item.Context.Reached is null))
        {
            form.Append("<tr><td style=\"border-top:1px solid #cccccc\"><b>(").Append(Escaped(item.Code)).Append(") ");
            if (item.Sensitive)
            {
                form.Append("</b>").Append(Escaped(LinkOnly.In(language))).Append("</td></tr>\n");
                continue;
            }

            form.Append(Escaped(Tidy(item.Label))).Append("</b>");
            foreach (string line in FormHint.Lines(item, language))
            {
                string colour =
                    item.Context.SentBackBecause is not null && line == FormHint.Lines(item, language)[0] ? "#8a1c1c" : "#444444";
                form.Append("<br><span style=\"color:").Append(colour).Append("\">").Append(Escaped(Tidy(line))).Append("</span>");
            }

            foreach ((string slot, string filled) in Slots(item, language))
            {
                // a bracket at the end of one line and a figure on the next is easily lost
                string kept = slot.Length + filled.Length <= 28 ? " style=\"white-space:nowrap\"" : "";
                form.Append("<br><span")
                    .Append(language.DirectionIfTurned is null ? "" : " dir=\"ltr\"")
                    .Append(kept)
                    .Append('>')
                    .Append(Escaped(slot))
                    .Append(": [")
                    .Append(filled.Length > 0 ? Escaped(filled) : "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;")
                    .Append("]</span>");
            }

            form.Append("</td></tr>\n");
        }

        form.Append("</table>\n");
        if (items.Any(item => item.Context.Reached is not null))
        {
            form.Append("<p>").Append(Escaped(ReachedIntro.In(language))).Append("</p>\n<ul>\n");
            foreach (FormItem item in items.Where(item => item.Context.Reached is not null))
            {
                form.Append("<li>(")
                    .Append(Escaped(item.Code))
                    .Append(") ")
                    .Append(Escaped(Tidy(item.Label)))
                    .Append("<br>")
                    .Append(Escaped(language.Parts(FormHint.Lines(item, language))))
                    .Append("</li>\n");
            }

            form.Append("</ul>\n");
        }

        return form.ToString();
    }

    /// <summary>Everything that the form prints about an item besides its slot. A line found in it was not written by the
    /// person.</summary>
    internal static string Printed(FormItem item, Language language) =>
        item.Sensitive
            ? $"({item.Code}) {LinkOnly.In(language)}"
            : $"({item.Code}) {Tidy(item.Label)} {string.Join(' ', FormHint.Lines(item, language).Select(Tidy))}";

    /// <summary>What it says before the benchmarks that were reached.</summary>
    internal static string PrintedBeforeReached(Language language) => ReachedIntro.In(language);

    internal static string PrintedIntro(IReadOnlyList<FormItem> items, Language language) =>
        items.Any(item => item.Context.Given is not null) ? $"{FilledIntro.In(language)} {Intro.In(language)}" : Intro.In(language);

    private static IEnumerable<(string Slot, string Filled)> Slots(FormItem item, Language language) =>
        (item.Groups ?? [])
            .Select(group =>
                ($"{item.Code} {Bidi.Isolated(Tidy(GroupWords.Label(group, language)), language)}", FilledSlot.Of(item, group, language))
            )
            .Prepend((item.Code, FilledSlot.Of(item, null, language)));

    // a label's own brackets would look like a slot, and its line ends like a line of the person
    private static string Tidy(string words) =>
        string.Join(' ', words.Replace('[', '(').Replace(']', ')').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Wrap(StringBuilder form, string words, string indent)
    {
        int column = 0;
        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + word.Length >= Width)
            {
                form.Append('\n');
                column = 0;
            }

            form.Append(column == 0 ? indent : " ").Append(word);
            column += word.Length + (column == 0 ? indent.Length : 1);
        }

        form.Append('\n');
    }

    private static string Escaped(string words) =>
        words
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);
}
