namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>Finds signatures, "Sent from my…" and disclaimers, looking only at the end of each stretch of the sender's own
/// lines.</summary>
internal static class Signatures
{
    private const int LongestSignature = 20;
    private const int ShortestFooter = 4;
    private const int LongestParagraph = 40;

    public static void Mark(List<MailLine> lines, Whose[] whose)
    {
        for (int start = 0; start < lines.Count; )
        {
            if (whose[start] != Whose.Sender)
            {
                start++;
                continue;
            }

            int end = start;
            while (end < lines.Count && whose[end] == Whose.Sender)
            {
                end++;
            }

            int foot = Delimited(lines, start, end);
            Array.Fill(whose, Whose.Signature, foot, end - foot);
            MarkFoot(lines, whose, start, foot);
            start = end;
        }
    }

    /// <summary>The first "-- " of the stretch; without its space, only before a signature of ordinary length.</summary>
    private static int Delimited(List<MailLine> lines, int start, int end)
    {
        int texts = 0;
        int foot = end;
        for (int i = end - 1; i >= start; i--)
        {
            MailLine line = lines[i];
            bool exact = line.Raw is "-- " or "--\u00A0";
            if (exact || (line.View is "--" or "—" or "–" && texts is <= LongestSignature and > 0) || (line.View == "--" && texts == 0))
            {
                foot = i;
            }
            else if (
                ((line.IsRule && line.View[0] is '_' or '—') || line.View == "__")
                && (texts is > 0 and <= ShortestFooter || (texts <= LongestSignature && IsListFooter(lines, i + 1, foot)))
            )
            {
                foot = i;
            }

            texts += line.IsBlank ? 0 : 1;
        }

        return foot;
    }

    private static bool IsListFooter(List<MailLine> lines, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            string folded = lines[i].Folded;
            if (
                folded.Contains("mailing list", StringComparison.Ordinal)
                || folded.Contains("/listinfo/", StringComparison.Ordinal)
                || FooterWords.IsDisclaimer(folded)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static void MarkFoot(List<MailLine> lines, Whose[] whose, int start, int foot)
    {
        while (true)
        {
            int last = foot - 1;
            while (last >= start && (lines[last].IsBlank || lines[last].IsRule))
            {
                last--;
            }

            if (last < start)
            {
                return;
            }

            int first = last;
            if (!FooterWords.IsSentFrom(lines[last].Folded) && !IsDashedName(lines, start, last))
            {
                first = DisclaimerStart(lines, start, last);
                if (first < 0)
                {
                    return;
                }
            }

            Array.Fill(whose, Whose.Signature, first, foot - first);
            foot = first;
        }
    }

    /// <summary>The paragraph that ends at <paramref name="last"/>, if it is a disclaimer.</summary>
    private static int DisclaimerStart(List<MailLine> lines, int start, int last)
    {
        int first = last;
        while (first > start && !lines[first - 1].IsBlank && last - first < LongestParagraph)
        {
            first--;
        }

        string paragraph = string.Join(
            ' ',
            lines.Skip(first).Take(last - first + 1).Select(line => line.Folded.Length > 2000 ? line.Folded[..2000] : line.Folded)
        );
        return FooterWords.IsDisclaimer(paragraph) ? first : -1;
    }

    /// <summary>"-Firstname Lastname" alone in the last paragraph.</summary>
    private static bool IsDashedName(List<MailLine> lines, int start, int last)
    {
        string view = lines[last].View;
        if (last == start || !lines[last - 1].IsBlank || view.Length is < 3 or > 40 || view[0] != '-' || !char.IsUpper(view[1]))
        {
            return false;
        }

        bool bulletAbove = false;
        for (int i = last - 1; i >= start; i--)
        {
            if (!lines[i].IsBlank)
            {
                bulletAbove = lines[i].View[0] is '-' or '–' or '—' or '*' or '•';
                break;
            }
        }

        return !bulletAbove
            && view[1..].Split(' ') is { Length: <= 4 } words
            && words.All(word => word.Length > 0 && char.IsUpper(word[0]) && word.All(c => char.IsLetter(c) || c is '.' or '\'' or '-'));
    }
}
