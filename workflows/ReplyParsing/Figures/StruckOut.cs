using System.Text;
using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>What a person struck out, between two marks or letter by letter.</summary>
internal static class StruckOut
{
    /// <summary>Stands where something was struck out, so that what is left on both sides is not joined.</summary>
    public const char Mark = '\uE000';

    private const int LongestBetweenTildes = 80;

    /// <summary>The line without what is struck out.</summary>
    public static string Without(string line)
    {
        bool tildes = line.Contains('~', StringComparison.Ordinal);
        return !tildes && !line.AsSpan().ContainsAnyInRange('\u0335', '\u0338') ? line : Tildes(Strokes(line), tildes);
    }

    /// <summary>Digits on both sides of the place: what number is left is not certain.</summary>
    public static bool SplitsNumber(string text)
    {
        for (int at = text.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Mark, at + 1))
        {
            if (DigitNear(text, at, -1) && DigitNear(text, at, 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text without the marks; words beside one are not joined, and no gap is left.</summary>
    public static string Cleared(string text)
    {
        if (!text.Contains(Mark, StringComparison.Ordinal))
        {
            return text;
        }

        StringBuilder clear = new(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] != Mark)
            {
                bool gap = text[at] == ' ' && at > 0 && text[at - 1] == Mark && clear.Length > 0 && clear[^1] == ' ';
                clear.Append(gap ? "" : text[at]);
            }
            else if (clear.Length > 0 && char.IsLetterOrDigit(clear[^1]) && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]))
            {
                clear.Append(' ');
            }
        }

        return clear.ToString();
    }

    private static bool DigitNear(string text, int from, int step)
    {
        for (int at = from + step; at >= 0 && at < text.Length; at += step)
        {
            if (CleanText.DigitOf(text[at]) >= 0)
            {
                return true;
            }

            if (text[at] is not (' ' or '\t' or '\n' or '.' or ',' or '\'' or '-' or '/' or Mark))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>A stroke combines with the character before it.</summary>
    private static string Strokes(string line)
    {
        if (!line.AsSpan().ContainsAnyInRange('\u0335', '\u0338'))
        {
            return line;
        }

        StringBuilder left = new(line.Length);
        bool struck = false;
        for (int at = 0; at < line.Length; at++)
        {
            int strokes = at + 1;
            while (strokes < line.Length && line[strokes] is >= '\u0335' and <= '\u0338')
            {
                strokes++;
            }

            if (strokes > at + 1)
            {
                left.Append(struck ? "" : Mark);
                struck = true;
                at = strokes - 1;
                continue;
            }

            struck = false;
            left.Append(line[at]);
        }

        return left.ToString();
    }

    private static string Tildes(string line, bool any)
    {
        if (!any)
        {
            return line;
        }

        StringBuilder left = new(line.Length);
        int at = 0;
        while (at < line.Length)
        {
            int open = line.IndexOf('~', at);
            if (open < 0)
            {
                break;
            }

            left.Append(line, at, open - at);
            int close = End(line, open);
            if (close < 0)
            {
                left.Append('~');
                at = open + 1;
                continue;
            }

            left.Append(Mark);
            at = close;
        }

        return left.Append(line, at, line.Length - at).ToString();
    }

    /// <returns>Behind the sign that ends what begins here; -1 where nothing does: a single sign alone says "about".</returns>
    private static int End(string line, int open)
    {
        bool two = open + 1 < line.Length && line[open + 1] == '~';
        if (two)
        {
            int end = line.IndexOf("~~", open + 2, StringComparison.Ordinal);
            return end < 0 ? -1 : end + 2;
        }

        int close = line.IndexOf('~', open + 1);
        bool pair =
            close > open + 1
            && close - open < LongestBetweenTildes
            && !char.IsWhiteSpace(line[open + 1])
            && !char.IsWhiteSpace(line[close - 1])
            && (open == 0 || !char.IsLetterOrDigit(line[open - 1]))
            && (close + 1 == line.Length || !char.IsLetterOrDigit(line[close + 1]));
        return pair ? close + 1 : -1;
    }
}
