namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>The lines of a text/plain part, with those marked as quoted by a sign in front.</summary>
internal static class PlainLines
{
    // no thread is that deep: a run of signs alone is something that a person typed
    private const int DeepestQuote = 100;
    private const int NarrowestWrap = 50;

    public static List<MailLine> Of(string text)
    {
        List<MailLine> lines = [];
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            lines.Add(Line(raw.ToString()));
        }

        MarkWrappedQuotes(lines);
        MarkInitials(lines);
        return lines;
    }

    public static MailLine Line(string raw)
    {
        int at = 0;
        int signs = 0;
        int content = 0;
        while (at < raw.Length)
        {
            char c = raw[at];
            if (c is '>' or '\uFF1E')
            {
                signs++;
                content = ++at;
            }
            else if (signs > 0 && string.CompareOrdinal(raw, at, "&gt;", 0, 4) == 0)
            {
                signs++;
                at += 4;
                content = at;
            }
            else if (CleanText.IsSpace(c) || c == '\t' || CleanText.IsInvisible(c))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        if (signs == 0 || (signs > DeepestQuote && at >= raw.Length))
        {
            return new(raw, raw, LineOrigin.Unmarked, IsRule: IsRule(raw));
        }

        // one space belongs to the sign
        return new(raw, raw[(content < raw.Length && raw[content] == ' ' ? content + 1 : content)..], LineOrigin.Quoted);
    }

    public static bool IsRule(string raw)
    {
        ReadOnlySpan<char> trimmed = raw.AsSpan().Trim().Trim('*').Trim();
        return trimmed.Length >= 3 && trimmed[0] is '-' or '_' or '=' or '─' or '—' or '━' && trimmed.TrimStart(trimmed[0]).IsEmpty;
    }

    /// <summary>A quoted line that grew too long is broken by some programs, and its end stands without a sign between two quoted
    /// lines.</summary>
    private static void MarkWrappedQuotes(List<MailLine> lines)
    {
        for (int i = 1; i < lines.Count; i++)
        {
            MailLine before = lines[i - 1];
            MailLine line = lines[i];
            if (
                !before.IsQuoted
                || line.IsQuoted
                || line.IsBlank
                || before.Raw.Length < NarrowestWrap
                || line.View.Length >= before.Raw.Length
            )
            {
                continue;
            }

            int space = line.View.IndexOf(' ', StringComparison.Ordinal);
            int firstWord = space < 0 ? line.View.Length : space;
            bool quoteFollows = i + 1 < lines.Count && lines[i + 1].IsQuoted;
            bool wouldNotFit = before.Raw.TrimEnd().Length + 1 + firstWord >= 70;
            bool goesOn =
                before.View.Length > 0
                && before.View[^1] is not ('.' or '?' or '!' or ':' or ';')
                && line.View[0] is not ('-' or '*')
                && !char.IsUpper(line.View[0]);
            if (quoteFollows && wouldNotFit && goesOn)
            {
                lines[i] = new(line.Raw, line.Content, LineOrigin.Quoted);
            }
        }
    }

    /// <summary>"JD> " in front of two lines or more.</summary>
    private static void MarkInitials(List<MailLine> lines)
    {
        int run = 0;
        string mark = "";
        for (int i = 0; i <= lines.Count; i++)
        {
            string here = i < lines.Count && !lines[i].IsQuoted ? Initials(lines[i].Raw) : "";
            if (here.Length > 0 && here == mark)
            {
                run++;
                continue;
            }

            for (int j = i - run; run >= 2 && j < i; j++)
            {
                lines[j] = new(lines[j].Raw, lines[j].Raw[(lines[j].Raw.IndexOf('>', StringComparison.Ordinal) + 1)..], LineOrigin.Quoted);
            }

            mark = here;
            run = here.Length > 0 ? 1 : 0;
        }
    }

    private static string Initials(string raw)
    {
        ReadOnlySpan<char> start = raw.AsSpan(0, Math.Min(raw.Length, 8)).TrimStart();
        int sign = start.IndexOf('>');
        return sign is >= 1 and <= 3 && char.IsUpper(start[0]) && start[..sign].IndexOfAnyExceptInRange('A', 'Z') < 0
            ? start[..sign].ToString()
            : "";
    }
}
