namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>Decides line by line who wrote it, quoted or not: the sender, the author of an earlier mail, or a program (attributions,
/// headers, signatures).</summary>
internal static class LineSorting
{
    public static ReplyText Sort(List<MailLine> lines)
    {
        Whose[] whose = new Whose[lines.Count];
        int tail = MarkEarlierMail(lines, whose);
        for (int i = tail; i < lines.Count; i++)
        {
            whose[i] = Whose.Earlier;
        }

        DropRulesBeforeQuotes(lines, whose);
        Signatures.Mark(lines, whose);
        return new(
            FreeTextLines(lines, whose),
            [.. Contents(lines, whose, Whose.Earlier)],
            [.. Contents(lines, whose, Whose.Signature).Where(line => !string.IsNullOrWhiteSpace(line))]
        );
    }

    /// <returns>The line from which on all belongs to the earlier mail.</returns>
    private static int MarkEarlierMail(List<MailLine> lines, Whose[] whose)
    {
        int[] nextText = NextText(lines);
        int floor = 0;
        for (int i = 0; i < lines.Count; )
        {
            MailLine line = lines[i];
            if (line.QuotedFromHere)
            {
                return i;
            }

            if (IsGroupWise(line) && !(nextText[i + 1] < lines.Count && lines[nextText[i + 1]].IsQuoted))
            {
                whose[i] = Whose.Nobody;
                return i + 1;
            }

            if (line.Origin != LineOrigin.Unmarked)
            {
                whose[i] = line.Origin switch
                {
                    LineOrigin.Quoted => Whose.Earlier,
                    LineOrigin.Attribution => Whose.Nobody,
                    _ => Whose.Signature,
                };
                floor = ++i;
                continue;
            }

            if (line.IsBlank)
            {
                i++;
                continue;
            }

            int next = nextText[i + 1];
            bool quoteFollows = next < lines.Count && (lines[next].IsQuoted || lines[next].QuotedFromHere);
            int headersEnd = EarlierMailHeaders.End(lines, i);
            if (headersEnd > 0)
            {
                Array.Fill(whose, Whose.Nobody, i, headersEnd - i);
                if (!(nextText[headersEnd] < lines.Count && lines[nextText[headersEnd]].IsQuoted))
                {
                    return headersEnd;
                }

                floor = i = headersEnd;
                continue;
            }

            if (next < lines.Count && lines[next].View == "<" && Attribution.IsBroken(line))
            {
                whose[i] = Whose.Nobody;
                return i + 1;
            }

            int start = Attribution.Start(lines, i, floor, quoteFollows, out bool certain);
            if (start >= 0)
            {
                Array.Fill(whose, Whose.Nobody, start, i - start + 1);
                if (next < lines.Count && lines[next].View[..1] == "|")
                {
                    MarkBars(lines, next);
                    quoteFollows = true;
                }

                if (certain && !quoteFollows)
                {
                    return i + 1;
                }

                floor = i + 1;
            }

            i++;
        }

        return lines.Count;
    }

    // ">>> Name <address> date >>>" announces an earlier mail that is itself unmarked
    private static bool IsGroupWise(MailLine line) =>
        line.Raw.AsSpan().Trim() is { Length: > 10 } raw
        && raw.StartsWith(">>>")
        && raw.EndsWith(">>>")
        && (Traces.HasDate(line.Folded) || Traces.HasAddress(line.Folded));

    private static void MarkBars(List<MailLine> lines, int from)
    {
        for (int i = from; i < lines.Count && lines[i].View.StartsWith('|'); i++)
        {
            lines[i] = new(lines[i].Raw, lines[i].View[1..], LineOrigin.Quoted);
        }
    }

    private static void DropRulesBeforeQuotes(List<MailLine> lines, Whose[] whose)
    {
        bool earlierFollows = false;
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            if (whose[i] == Whose.Sender && lines[i].IsRule && earlierFollows)
            {
                whose[i] = Whose.Nobody;
            }
            else if (!lines[i].IsBlank)
            {
                earlierFollows = whose[i] != Whose.Sender;
            }
        }
    }

    private static string FreeTextLines(List<MailLine> lines, Whose[] whose)
    {
        List<string> own = [];
        int last = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            if (whose[i] != Whose.Sender || (lines[i].IsBlank && own.Count == 0))
            {
                continue;
            }

            // words above and below a quotation are two paragraphs
            if (last >= 0 && last < i - 1 && !lines[i].IsBlank && own[^1].Length > 0)
            {
                own.Add("");
            }

            own.Add(lines[i].IsBlank ? "" : lines[i].Raw);
            last = i;
        }

        int count = own.Count;
        while (count > 0 && own[count - 1].Length == 0)
        {
            count--;
        }

        return string.Join('\n', own.Take(count));
    }

    private static IEnumerable<string> Contents(List<MailLine> lines, Whose[] whose, Whose wanted)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            if (whose[i] == wanted)
            {
                yield return lines[i].Content;
            }
        }
    }

    private static int[] NextText(List<MailLine> lines)
    {
        int[] next = new int[lines.Count + 2];
        next[^1] = next[^2] = lines.Count;
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            next[i] = lines[i].IsBlank ? next[i + 1] : i;
        }

        return next;
    }
}

internal enum Whose
{
    Sender,
    Earlier,
    Nobody,
    Signature,
}
