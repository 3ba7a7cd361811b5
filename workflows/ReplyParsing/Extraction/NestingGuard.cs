namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>Measures the nesting of HTML tags before parsing, because parsers take quadratic time at absurd depths.</summary>
internal static class NestingGuard
{
    private const int Deepest = 400;

    // their end tags are often left out, and a parser closes them by itself
    // csharpier-ignore
    private static readonly string[] ClosedByThemselves =
    [
        "p", "br", "li", "td", "tr", "th", "img", "meta", "hr", "link", "input", "tbody", "thead", "dd", "dt", "option", "col", "base",
        "html", "body", "head", "wbr", "area", "source", "o:p",
    ];

    public static bool IsTooDeep(string html)
    {
        int depth = 0;
        for (int at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            bool end = html[at + 1] == '/';
            int start = at + (end ? 2 : 1);
            int stop = start;
            while (stop < html.Length && stop - start < 12 && (char.IsAsciiLetterOrDigit(html[stop]) || html[stop] == ':'))
            {
                stop++;
            }

            if (stop == start)
            {
                continue;
            }

            if (IsClosedByItself(html.AsSpan(start, stop - start)))
            {
                continue;
            }

            if (end)
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (++depth > Deepest)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsClosedByItself(ReadOnlySpan<char> name)
    {
        foreach (string known in ClosedByThemselves)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
