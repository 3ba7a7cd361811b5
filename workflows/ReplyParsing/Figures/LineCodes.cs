using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>A line with codes of the form, analysed: what precedes them, what is answered, and what is only mentioned.</summary>
/// <param name="Lead">What stands before the first code.</param>
/// <param name="Answers">In order; none where the code stands in a sentence.</param>
/// <param name="Mentioned">Items that are named and not answered, each once.</param>
internal sealed record LineCodes(Lead Lead, IReadOnlyList<FigureLine> Answers, IReadOnlyList<FormItem> Mentioned)
{
    private const int LongestLabel = 160;

    public static LineCodes None { get; } = new(Lead.Label, [], []);

    public bool Any => Answers.Count > 0 || Mentioned.Count > 0;

    /// <summary>Something in it is meant as an answer: a colon stands behind a code.</summary>
    public bool IsCertain => Answers.Any(answer => answer.Certain);

    public IEnumerable<FormItem> Items => Answers.SelectMany(answer => answer.Items).Concat(Mentioned);

    /// <param name="line">Cleaned, without what is struck out.</param>
    public static LineCodes In(string line, FormCodes codes)
    {
        string keyed = FormCodes.Key(line);
        if (keyed.Length != line.Length)
        {
            line = keyed; // a ligature or so: compare on the folded line itself
        }

        List<CodePlace> places = codes.In(keyed);
        if (places.Count == 0)
        {
            return None;
        }

        List<Head> heads = Heads(places, keyed, codes);
        Lead lead = LeadWords.Of(line[..heads[0].Start]);
        var answers = new List<FigureLine>();
        var mentioned = new List<FormItem>();
        for (int at = 0; at < heads.Count; )
        {
            bool isAnswer = lead != Lead.Sentence && (at == 0 || HasSeparator(keyed, heads, at));
            if (!isAnswer)
            {
                mentioned.AddRange(heads[at++].Items);
                continue;
            }

            bool isText = heads[at].Items is [var only] && only.Kind.EndsInWords();
            int next = at + 1;
            while (next < heads.Count && (isText || !HasSeparator(keyed, heads, next)))
            {
                next++;
            }

            string rest = next < heads.Count ? WithoutNextLead(line[heads[at].End..heads[next].Start]) : line[heads[at].End..];
            bool afterWords = at > 0 && line.AsSpan(0, heads[at].Start).TrimEnd() is [.., var before] && char.IsLetter(before);
            answers.Add(After(heads[at], rest) with { AfterWords = afterWords });
            if (!isText)
            {
                mentioned.AddRange(heads[(at + 1)..next].SelectMany(head => head.Items));
            }

            at = next;
        }

        HashSet<string> answered = [.. answers.SelectMany(answer => answer.Items).Select(item => item.Code)];
        return new LineCodes(lead, answers, [.. mentioned.Where(item => !answered.Contains(item.Code)).DistinctBy(item => item.Code)]);
    }

    private sealed record Head(int Start, int End, IReadOnlyList<FormItem> Items);

    /// <summary>Codes that only a comma, an "and" or a "to" joins are answered together.</summary>
    private static List<Head> Heads(List<CodePlace> places, string keyed, FormCodes codes)
    {
        var heads = new List<Head>();
        for (int at = 0; at < places.Count; )
        {
            List<FormItem> items = [places[at].Item];
            int last = at;
            while (
                last + 1 < places.Count
                && CodeLists.Joiner(keyed.AsSpan(places[last].End, places[last + 1].Start - places[last].End)) is var joiner
                && joiner != CodeJoiner.None
            )
            {
                last++;
                items.AddRange(
                    joiner == CodeJoiner.Through ? CodeLists.Between(items[^1], places[last].Item, codes.InOrder) : [places[last].Item]
                );
            }

            heads.Add(new Head(places[at].Start, places[last].End, [.. items.DistinctBy(item => item.Code)]));
            at = last + 1;
        }

        return heads;
    }

    /// <summary>A colon or an equals sign belongs to the code: directly, or behind a few words of its own.</summary>
    private static bool HasSeparator(string keyed, List<Head> heads, int at)
    {
        int end = heads[at].End;
        ReadOnlySpan<char> behind = keyed.AsSpan(end, Math.Min(60, keyed.Length - end));
        int colon = behind.IndexOfAny(':', '=');
        return colon >= 0 && !behind[..colon].ContainsAny(',', ';', '[') && (at + 1 == heads.Count || end + colon < heads[at + 1].Start);
    }

    /// <summary>"45 %; Indicator" before the next code: its label is no part of this answer.</summary>
    private static string WithoutNextLead(string rest)
    {
        int mark = rest.LastIndexOfAny([';', '|', '\t', ',']);
        string tail = mark < 0 ? "" : rest[(mark + 1)..].Trim();
        return tail.Length > 0 && LeadWords.Of(tail) == Lead.Label ? rest[..mark] : rest;
    }

    private static FigureLine After(Head head, string rest)
    {
        string text = rest.TrimStart();
        text = text.TrimStart([
            ')',
            ']',
            '}',
            '>',
            '"',
            '\'',
            '*',
            '_',
            '`',
            StruckOut.Mark,
            '⁰',
            '¹',
            '²',
            '³',
            '⁴',
            '⁵',
            '⁶',
            '⁷',
            '⁸',
            '⁹',
        ]);
        text = Trimmed(text.Trim(' ', '\t', '*', '|', ',', ';'));
        if (text.Length == 0)
        {
            return new(head.Items, "", Certain: Trimmed(rest).IndexOfAny([':', '=']) >= 0, AfterDash: false);
        }

        if (text[0] is ':' or '=')
        {
            string written = text.TrimStart(':', '=');
            written = text[0] == '=' && written.StartsWith('>') ? written[1..] : written;
            return new(head.Items, written.Trim(' ', '\t', '*', '|'), Certain: true, AfterDash: false);
        }

        if (text[0] is '-' or '–' or '—' && text.Length > 1 && text[1] == ' ')
        {
            return new(head.Items, text[2..].Trim(), Certain: false, AfterDash: true);
        }

        if (
            text[0] is '→' or '⇒' or '➔' or '►' or '»'
            || text.StartsWith("->", StringComparison.Ordinal)
            || text.StartsWith("=>", StringComparison.Ordinal)
        )
        {
            return new(head.Items, text.TrimStart('→', '⇒', '➔', '►', '»', '-', '>', ' '), Certain: true, AfterDash: false);
        }

        if (text[0] is ')' or '.' && text.Length > 1 && text[1] == ' ')
        {
            text = text[2..].Trim(' ', ':', '=');
        }

        FormItem item = head.Items[0];
        if (BeginsWithGroup(item, text))
        {
            return new(head.Items, text, Certain: true, AfterDash: false); // read as a whole: the text begins with a group's word
        }

        int colon = text.IndexOfAny([':', '=']);
        return colon is > 0 and < LongestLabel && IsLabel(item, text[..colon])
            ? new(head.Items, text[(colon + 1)..].Trim(' ', '\t', '*', '|'), Certain: true, AfterDash: false)
            : new(head.Items, WithoutLabel(item, text), Certain: false, AfterDash: false);
    }

    private static bool BeginsWithGroup(FormItem item, string text)
    {
        string folded = CleanText.Fold(text.Length > 200 ? text[..200] : text).TrimStart('(', ' ');
        return item
            .GroupNames.Select(named => CleanText.Fold(named.Word))
            .Any(word =>
                word.Length > 0
                && folded.StartsWith(word, StringComparison.Ordinal)
                && (folded.Length == word.Length || !char.IsLetterOrDigit(folded[word.Length]))
            );
    }

    /// <summary>The item's own words between its code and the colon, or some in parentheses.</summary>
    private static bool IsLabel(FormItem item, string words)
    {
        string said = words.Trim();
        string letters = Letters(said);
        return (said.StartsWith('(') && said.EndsWith(')') && !said.Any(char.IsDigit))
            || (letters.Length >= 4 && Letters(item.Label).Contains(letters, StringComparison.Ordinal));
    }

    /// <summary>A row of a table: the item's own words in a cell between its code and its figure.</summary>
    private static string WithoutLabel(FormItem item, string text)
    {
        int tab = text.LastIndexOf('\t');
        return
            tab > 0 && Letters(text[..tab]) is { Length: >= 4 } letters && Letters(item.Label).Contains(letters, StringComparison.Ordinal)
            ? text[(tab + 1)..].Trim()
            : text;
    }

    private static string Letters(string words) => string.Concat(FormCodes.Key(words).Where(char.IsLetterOrDigit));

    private static string Trimmed(string text) => text.Trim(' ', '\t', '*', '|', '"', '\'', '`', StruckOut.Mark);
}
