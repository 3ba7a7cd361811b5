using ACip.Workflows.Programme;
using ACip.Workflows.Replies.Extraction;

namespace ACip.Workflows.Replies.Figures;

/// <summary>A line that begins with a code: "B3: 45 %", "B3 = 1 234,5", "B3 women: 40, men: 55", "B3 45".</summary>
/// <param name="Group">The group that stands between code and colon, if any.</param>
/// <param name="Certain">A colon or an equals sign stands behind the code, so it is meant as an answer.</param>
/// <param name="AfterDash">A dash stands there: before a number it could be a minus.</param>
internal sealed record AnswerLine(FormItem Item, string? Group, string Written, bool Certain, bool AfterDash)
{
    /// <summary>The answers on one cleaned line; more than one when further codes with colons follow.</summary>
    public static List<AnswerLine> On(string line, FormCodes codes)
    {
        List<AnswerLine> answers = [];
        int start = Bullet(line);
        string keyed = FormCodes.Key(line);
        if (keyed.Length != line.Length)
        {
            // a ligature or so: compare on the folded line itself
            line = keyed;
        }

        while (start < line.Length)
        {
            int end = codes.CodeAt(keyed, start, out FormItem? item);
            if (end < 0 || item is null)
            {
                break;
            }

            int next = item.Kind == FormItemKind.Narrative ? -1 : NextCode(keyed, end, codes);
            if (After(item, line[end..(next < 0 ? line.Length : next)]) is { } answer)
            {
                answers.Add(answer);
            }

            start = next < 0 ? line.Length : next;
        }

        return answers;
    }

    public Answer Read(Language language) => AfterDash && Written.AsSpan().TrimStart() is { Length: > 0 } number && NumberText.Digit(number[0]) >= 0
        ? new(Problem: NotUnderstoodReason.AmbiguousNumber)
        : Answer.Read(Item, Group, Written, language);

    private static AnswerLine? After(FormItem item, string rest)
    {
        string text = rest.Trim(' ', '\t', '*', '|', ',', ';');
        if (text.Length == 0)
        {
            return null;
        }

        if (text[0] is ':' or '=')
        {
            string written = text[1..].Trim(' ', '\t', '*', '|');
            return written.Length == 0 ? null : new(item, null, written, Certain: true, AfterDash: false);
        }

        if (text[0] is '-' or '–' or '—' && text.Length > 1 && text[1] == ' ')
        {
            return new(item, null, text[2..].Trim(), Certain: false, AfterDash: true);
        }

        if (text[0] is ')' or '.' && text.Length > 1 && text[1] == ' ')
        {
            return new(item, null, text[2..].Trim(' ', ':', '='), Certain: false, AfterDash: false);
        }

        string folded = CleanText.Fold(text);
        foreach ((string name, _) in item.GroupNames)
        {
            string word = CleanText.Fold(name);
            if (word.Length > 0 && folded.StartsWith(word, StringComparison.Ordinal) && (folded.Length == word.Length || !char.IsLetterOrDigit(folded[word.Length])))
            {
                // read as a whole: the text begins with a group's word
                return new(item, null, text, Certain: true, AfterDash: false);
            }
        }

        return char.IsWhiteSpace(rest[0]) || rest[0] is '*' or '|' ? new(item, null, text, Certain: false, AfterDash: false) : null;
    }

    private static int NextCode(string keyed, int from, FormCodes codes)
    {
        for (int at = from + 1; at < Math.Min(keyed.Length, from + 2000); at++)
        {
            if (!char.IsAsciiLetter(keyed[at]) || char.IsLetterOrDigit(keyed[at - 1]))
            {
                continue;
            }

            int end = codes.CodeAt(keyed, at, out _);
            if (end > 0 && keyed.AsSpan(end, Math.Min(60, keyed.Length - end)).IndexOfAny(':', '=') is >= 0 and var colon && !keyed.AsSpan(end, colon).ContainsAny(',', ';', '['))
            {
                return at;
            }
        }

        return -1;
    }

    private static int Bullet(string line)
    {
        int at = 0;
        while (at < line.Length && (line[at] is ' ' or '\t' or '*' or '•' or '·' or '▪' or '◦' or '|' || (line[at] is '-' or '–' && at + 1 < line.Length && line[at + 1] == ' ')))
        {
            at++;
        }

        return at;
    }
}
