using System.Globalization;
using System.Text;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Replies;

/// <summary>The form of a task mail: one slot for each answer, a code and brackets, such as <c>B3: [      ]</c>.</summary>
/// <remarks>
/// Only what stands between the brackets (or directly behind empty ones) is read back, so what the form itself prints, wherever
/// a mail program moves it, is never an answer. A bracket that is not closed shows that a line was cut. Labels lose their own brackets.
/// </remarks>
public static class ReplyForm
{
    private const int Width = 68;

    private static readonly Text3 Intro = new(
        "Write each answer between its brackets. No figure? Write n/a and the reason.",
        "Écrivez chaque réponse entre ses crochets. Pas de chiffre ? Écrivez n/d et la raison.",
        "Escriba cada respuesta entre sus corchetes. ¿No hay cifra? Escriba n/d y el motivo.");

    private static readonly Text3 LinkOnly = new(
        "confidential: answer through the link only",
        "confidentiel : répondre uniquement par le lien",
        "confidencial: responder solo mediante el enlace");

    private static readonly Text3 Baseline = new("baseline", "valeur de départ", "línea de base");
    private static readonly Text3 Target = new("target", "cible", "meta");
    private static readonly Text3 Item = new("Item", "Point", "Punto");
    private static readonly Text3 Answer = new("Your answer", "Votre réponse", "Su respuesta");
    private static readonly Text3 YesNo = new("yes or no", "oui ou non", "sí o no");
    private static readonly Text3 Date = new("a date, such as 12 October", "une date, comme 12 octobre", "una fecha, como 12 de octubre");
    private static readonly Text3 Words = new("in words", "en toutes lettres", "con palabras");

    /// <summary>The form in plain text; no line over 72 characters but for long codes, lines ended by \n.</summary>
    public static string Write(IReadOnlyList<FormItem> items, Language language)
    {
        StringBuilder form = new();
        Wrap(form, Intro.In(language), "");
        foreach (FormItem item in items)
        {
            form.Append('\n');
            if (item.Sensitive)
            {
                Wrap(form, $"({item.Code}) {LinkOnly.In(language)}", "");
                continue;
            }

            Wrap(form, $"({item.Code}) {Tidy(item.Label)}", "");
            if (Hint(item, language) is { Length: > 0 } hint)
            {
                Wrap(form, hint, "    ");
            }

            foreach (string slot in Slots(item))
            {
                form.Append(slot).Append(": [            ]\n");
            }
        }

        return form.ToString();
    }

    /// <summary>The same form as an HTML table, escaped, to stand in the body of a mail.</summary>
    public static string Html(IReadOnlyList<FormItem> items, Language language)
    {
        StringBuilder form = new();
        form.Append("<p>").Append(Escaped(Intro.In(language))).Append("</p>\n<table border=\"1\" cellpadding=\"6\" cellspacing=\"0\">\n<tr><th scope=\"col\">")
            .Append(Escaped(Item.In(language))).Append("</th><th scope=\"col\">").Append(Escaped(Answer.In(language))).Append("</th></tr>\n");
        foreach (FormItem item in items)
        {
            form.Append("<tr><td>(").Append(Escaped(item.Code)).Append(") ");
            if (item.Sensitive)
            {
                form.Append(Escaped(LinkOnly.In(language))).Append("</td><td></td></tr>\n");
                continue;
            }

            form.Append(Escaped(Tidy(item.Label)));
            if (Hint(item, language) is { Length: > 0 } hint)
            {
                form.Append("<br>").Append(Escaped(hint));
            }

            form.Append("</td><td>");
            form.AppendJoin("<br>", Slots(item).Select(slot => $"{Escaped(slot)}: [&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;]"));
            form.Append("</td></tr>\n");
        }

        return form.Append("</table>\n").ToString();
    }

    /// <summary>All words that the form prints about an item beside its slot; a line found in them was not written by the person.</summary>
    internal static string Printed(FormItem item, Language language) =>
        item.Sensitive
            ? $"({item.Code}) {LinkOnly.In(language)}"
            : $"({item.Code}) {Tidy(item.Label)} {Hint(item, language)}";

    /// <summary>The heads of the columns, of the form as a table.</summary>
    internal static string PrintedHeads(Language language) => $"{Item.In(language)} {Answer.In(language)}";

    internal static string PrintedIntro(Language language) => Intro.In(language);

    private static IEnumerable<string> Slots(FormItem item) =>
        (item.Groups ?? []).Select(group => $"{item.Code} {Tidy(group)}").Prepend(item.Code);

    private static string Hint(FormItem item, Language language)
    {
        List<string> parts = [];
        switch (item.Kind)
        {
            case FormItemKind.YesNo:
                parts.Add(YesNo.In(language));
                break;
            case FormItemKind.Date:
                parts.Add(Date.In(language));
                break;
            case FormItemKind.Narrative:
                parts.Add(Words.In(language));
                break;
            default:
                parts.Add(Tidy(item.Unit ?? (item.Kind == FormItemKind.Percentage ? "%" : "")));
                break;
        }

        if (item.Baseline is { } baseline)
        {
            parts.Add($"{Baseline.In(language)} {Number(baseline, language)}");
        }

        if (item.Target is { } target)
        {
            parts.Add($"{Target.In(language)} {Number(target, language)}");
        }

        return string.Join("; ", parts.Where(part => part.Length > 0));
    }

    private static string Number(decimal value, Language language)
    {
        string plain = value.ToString("0.############", CultureInfo.InvariantCulture);
        return language == Language.En ? plain : plain.Replace('.', ',');
    }

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
        words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
